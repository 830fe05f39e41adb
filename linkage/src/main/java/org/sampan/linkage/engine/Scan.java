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
  private final double limit;
  private final boolean levels;
  private final int[] firstStretch;
  private final FirstPass firstPass;

  /// Ready to walk.
  ///
  /// @param limit bits below which a pair's score need not be exact, but stays below
  /// @param levels whether the levels of pairs below the limit are asked for too, which costs
  ///   comparing their letters
  public Scan(Prepared prepared, Blocks blocks, Crew crew, double limit, boolean levels) {
    this.prepared = prepared;
    this.limit = limit;
    this.levels = levels;
    this.blocks = blocks;
    this.crew = crew;
    this.firstPass = new FirstPass(blocks);
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
    while (begin < last && !blocks.begins(pass, begin)) {
      begin++;
    }
    batch.clear();
    while (begin < last) {
      int end = blocks.end(pass, begin);
      if (batch.members + end - begin > Batch.MEMBERS) {
        score(batch, pass, stretch, worker, work);
      }
      batch.blockKeys[batch.blockCount] = blocks.keyAt(pass, begin);
      batch.blocks[batch.blockCount++] = batch.members;
      System.arraycopy(order, begin, batch.records, batch.members, end - begin);
      batch.members += end - begin;
      begin = end;
    }
    score(batch, pass, stretch, worker, work);
  }

  /// Gathers the batch's members, then makes and scores their pairs block by block.
  private void score(Batch batch, int pass, int stretch, int worker, Work work) {
    prepared.gather(batch);
    blocks.gather(batch);
    batch.blocks[batch.blockCount] = batch.members;
    for (int block = 0; block < batch.blockCount; block++) {
      int last = batch.blocks[block + 1];
      for (int i = batch.blocks[block]; i < last; i++) {
        for (int j = i + 1; j < last; j += Batch.PAIRS / 2) {
          if (batch.pairs > Batch.PAIRS / 2) {
            flush(batch, worker, stretch, work);
          }
          pairs(batch, pass, block, i, j);
        }
      }
    }
    flush(batch, worker, stretch, work);
    batch.clear();
  }

  /// The pairs of one member with a range of later ones that no earlier pass has found.
  private void pairs(Batch batch, int pass, int block, int i, int from) {
    boolean across = prepared.store.twoSources();
    int border = prepared.store.border();
    if (across && batch.records[i] >= border) {
      return;
    }
    int pairs = batch.pairs;
    int to = Math.min(batch.blocks[block + 1], from + Batch.PAIRS / 2);
    for (int j = from; j < to; j++) {
      boolean passedOver =
          across && batch.records[j] < border || firstPass.met(batch, pass, block, i, j);
      batch.left[pairs] = i;
      batch.right[pairs] = j;
      pairs += passedOver ? 0 : 1;
    }
    batch.pairs = pairs;
  }

  private void flush(Batch batch, int worker, int stretch, Work work) {
    if (batch.pairs > 0) {
      if (levels) {
        prepared.score(batch, limit);
      } else {
        prepared.rank(batch, limit);
      }
      work.take(worker, stretch, batch);
      batch.pairs = 0;
    }
  }
}
