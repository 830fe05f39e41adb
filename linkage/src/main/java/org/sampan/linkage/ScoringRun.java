package org.sampan.linkage;

import java.util.HashMap;
import java.util.Map;
import org.sampan.linkage.engine.Batch;
import org.sampan.linkage.engine.Blocks;
import org.sampan.linkage.engine.Coverage;
import org.sampan.linkage.engine.Estimation;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.engine.Scan;

/// One run over all candidate pairs: those at or above the floor go to the sink stretch by stretch,
/// in the walk's order, whichever thread found them.
final class ScoringRun {

  /// What one stretch keeps.
  private static final class Kept {
    long[] pairs = new long[256];
    float[] bits = new float[256];
    int size;

    void add(int a, int b, float evidence) {
      if (size == bits.length) {
        pairs = java.util.Arrays.copyOf(pairs, size * 2);
        bits = java.util.Arrays.copyOf(bits, size * 2);
      }
      pairs[size] = (long) a << 32 | b;
      bits[size++] = evidence;
    }
  }

  private final Blocks blocks;
  private final Scan scan;
  private final RunOptions options;
  private final double floor;

  private final Map<Integer, Kept> waiting = new HashMap<>();
  private int next;
  private long kept;

  ScoringRun(Prepared prepared, Blocks blocks, RunOptions options, double floor) {
    this.blocks = blocks;
    this.scan = new Scan(prepared, blocks, options.crew());
    this.options = options;
    this.floor = floor;
  }

  Scoring into(PairSink sink) {
    int threads = options.threads();
    Kept[] held = new Kept[threads];
    java.util.Arrays.setAll(held, worker -> new Kept());
    long[] compared = new long[threads];
    Coverage[] coverage = new Coverage[threads];
    java.util.Arrays.setAll(coverage, worker -> new Coverage());
    scan.run(new Scan.Work() {
          @Override
          public void take(int worker, int stretch, Batch batch) {
            compared[worker] += batch.pairs;
            keep(batch, held[worker], coverage[worker]);
          }

          @Override
          public void through(int worker, int stretch) {
            hand(stretch, held[worker], sink);
            held[worker] = new Kept();
          }
        });
    for (int worker = 1; worker < threads; worker++) {
      compared[0] += compared[worker];
      coverage[0].add(coverage[worker]);
    }
    return new Scoring(compared[0], kept, coverage[0].expected(), coverage[0].completeness());
  }

  private void keep(Batch batch, Kept held, Coverage coverage) {
    for (int k = 0; k < batch.pairs; k++) {
      double bits = batch.bits[k];
      int a = batch.records[batch.left[k]];
      int b = batch.records[batch.right[k]];
      if (bits >= floor) {
        held.add(Math.min(a, b), Math.max(a, b), (float) bits);
      }
      if (bits > -6) {
        coverage.add(Estimation.chance(bits), bits > 0 ? blocks.shared(a, b) : 0);
      }
    }
  }

  private synchronized void hand(int stretch, Kept found, PairSink sink) {
    waiting.put(stretch, found);
    for (Kept ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
      for (int k = 0; k < ready.size; k++) {
        sink.pair((int) (ready.pairs[k] >>> 32), (int) ready.pairs[k], ready.bits[k]);
      }
      kept += ready.size;
      next++;
    }
  }
}
