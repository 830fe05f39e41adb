package org.sampan.linkage;

import java.util.HashMap;
import java.util.Map;
import org.sampan.linkage.engine.Batch;
import org.sampan.linkage.engine.Blocks;
import org.sampan.linkage.engine.PairList;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.engine.Scan;
import org.sampan.linkage.learning.Coverage;

/// One run over all candidate pairs: those at or above the floor go to the sink stretch by stretch,
/// in the walk's order, whichever thread found them.
final class ScoringRun {

  private static final double NEGLIGIBLE = -6;

  private final Prepared prepared;
  private final Blocks blocks;
  private final Scan scan;
  private final RunOptions options;
  private final double floor;

  private final Map<Integer, PairList> waiting = new HashMap<>();
  private int next;
  private long kept;

  ScoringRun(Prepared prepared, Blocks blocks, RunOptions options, double floor) {
    this.prepared = prepared;
    this.blocks = blocks;
    this.scan = new Scan(prepared, blocks, options.crew(), Math.min(floor, NEGLIGIBLE), false);
    this.options = options;
    this.floor = floor;
  }

  Scoring into(PairSink sink) {
    int threads = options.threads();
    PairList[] held = new PairList[threads];
    java.util.Arrays.setAll(held, worker -> new PairList());
    long[] compared = new long[threads];
    Coverage[] coverage = new Coverage[threads];
    java.util.Arrays.setAll(coverage, worker -> new Coverage());
    scan.run(
        new Scan.Work() {
          @Override
          public void take(int worker, int stretch, Batch batch) {
            compared[worker] += batch.pairs;
            keep(batch, held[worker], coverage[worker]);
          }

          @Override
          public void through(int worker, int stretch) {
            hand(stretch, held[worker], sink);
            held[worker] = new PairList();
          }
        });
    for (int worker = 1; worker < threads; worker++) {
      compared[0] += compared[worker];
    }
    Coverage.Share share = Coverage.share(prepared, coverage);
    return new Scoring(
        compared[0],
        kept,
        Coverage.expected(coverage),
        share.likely(),
        new Scoring.Bounds(share.least(), share.most()));
  }

  private void keep(Batch batch, PairList held, Coverage coverage) {
    for (int k = 0; k < batch.pairs; k++) {
      double bits = batch.bits[k];
      int a = batch.records[batch.left[k]];
      int b = batch.records[batch.right[k]];
      if (bits >= floor) {
        held.add(Math.min(a, b), Math.max(a, b), (float) bits);
      }
      if (bits > NEGLIGIBLE) {
        coverage.add(a, b, bits, Coverage.finding(blocks, batch, k));
      }
    }
  }

  private synchronized void hand(int stretch, PairList found, PairSink sink) {
    waiting.put(stretch, found);
    for (PairList ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
      for (int k = 0; k < ready.size(); k++) {
        sink.pair(ready.a(k), ready.b(k), ready.bits(k));
      }
      kept += ready.size();
      next++;
    }
  }
}
