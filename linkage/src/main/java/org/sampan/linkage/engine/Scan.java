package org.sampan.linkage.engine;

import java.util.concurrent.atomic.AtomicInteger;

/// Walks over every candidate pair, in batches: pass by pass, block by block, each pair in the
/// first pass that finds it. The walk is cut into stretches that do not depend on the threads.
public final class Scan {

  private static final int STRETCH = 1 << 15;

  /// Takes a batch whose pairs are scored; called from several threads.
  public interface Work {
    void take(int worker, int stretch, Batch batch);

    /// Called when a stretch is through.
    default void through(int worker, int stretch) {}
  }

  private final Prepared prepared;
  private final Blocks blocks;
  private final Crew crew;
  private final int[] firstStretch;

  public Scan(Prepared prepared, Blocks blocks, Crew crew) {
    this.prepared = prepared;
    this.blocks = blocks;
    this.crew = crew;
    this.firstStretch = new int[blocks.passes + 1];
    for (int pass = 0; pass < blocks.passes; pass++) {
      int length = blocks.orders[pass].length;
      firstStretch[pass + 1] = firstStretch[pass] + (length + STRETCH - 1) / STRETCH;
    }
  }

  public int stretches() {
    return firstStretch[blocks.passes];
  }

  /// Walks over all stretches.
  public void run(Work work) {
    int count = stretches();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    crew.run(
        Math.max(1, count),
        worker -> {
          Batch batch = new Batch(prepared.fields.length);
          for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
            walk(batch, worker, k, work);
            work.through(worker, k);
            synchronized (done) {
              crew.stage().at("pairs", done.incrementAndGet(), count);
            }
          }
        });
  }

  private void walk(Batch batch, int worker, int stretch, Work work) {
    int pass = 0;
    while (stretch >= firstStretch[pass + 1]) {
      pass++;
    }
    int[] order = blocks.orders[pass];
    int begin = (stretch - firstStretch[pass]) * STRETCH;
    int last = Math.min(order.length, begin + STRETCH);
    while (begin > 0
        && begin < last
        && blocks.key(order[begin], pass) == blocks.key(order[begin - 1], pass)) {
      begin++;
    }
    batch.clear();
    while (begin < last) {
      int end = blocks.end(pass, begin);
      if (batch.members + end - begin > Batch.MEMBERS) {
        flush(batch, worker, stretch, work);
        batch.clear();
      }
      int base = batch.members;
      for (int k = begin; k < end; k++) {
        prepared.gather(batch, order[k]);
      }
      block(batch, base, pass, pairs -> flush(pairs, worker, stretch, work));
      begin = end;
    }
    flush(batch, worker, stretch, work);
  }

  private void block(Batch batch, int base, int pass, java.util.function.Consumer<Batch> flush) {
    boolean across = prepared.store.twoSources();
    int border = prepared.store.border();
    for (int i = base; i < batch.members; i++) {
      int a = batch.records[i];
      if (across && a >= border) {
        break;
      }
      for (int j = i + 1; j < batch.members; j++) {
        int b = batch.records[j];
        if (across && b < border || pass > 0 && blocks.firstShared(a, b) < pass) {
          continue;
        }
        batch.left[batch.pairs] = i;
        batch.right[batch.pairs] = j;
        batch.pairs++;
        if (batch.pairs == Batch.PAIRS) {
          flush.accept(batch);
        }
      }
    }
  }

  private void flush(Batch batch, int worker, int stretch, Work work) {
    if (batch.pairs > 0) {
      prepared.score(batch);
      work.take(worker, stretch, batch);
      batch.pairs = 0;
    }
  }
}
