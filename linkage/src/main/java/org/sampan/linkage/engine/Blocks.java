package org.sampan.linkage.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.sampan.linkage.model.Pass;
import org.sampan.linkage.record.RecordStore;

/// Every pass's blocks: the records in the order of that pass's key, and each record's keys, one a
/// pass, 0 where a record takes no part. A block too large for the budget is cut by further keys or
/// left out.
public final class Blocks {

  public final int passes;
  public final int[][] orders;

  /// A bit for each place in a pass's order at which a block begins.
  final long[][] starts;

  /// Keys of a record beside each other, in chunks like the records'.
  public final int[][] keys;

  /// Records that a pass left out, because their block was too large.
  public final long[] leftOut;

  /// Pairs that each pass finds, those found by an earlier pass included.
  public final long[] pairs;

  /// The keys of each pass that were cut at each depth, sorted.
  final int[][][] cuts;

  private final RecordStore store;

  private Blocks(RecordStore store, int passes) {
    this.store = store;
    this.passes = passes;
    this.orders = new int[passes][];
    this.starts = new long[passes][];
    this.cuts = new int[passes][][];
    this.leftOut = new long[passes];
    this.pairs = new long[passes];
    this.keys = new int[(store.size() >>> RecordStore.ROW_BITS) + 1][];
    for (int chunk = 0; chunk < keys.length; chunk++) {
      int rows =
          Math.min(1 << RecordStore.ROW_BITS, store.size() - (chunk << RecordStore.ROW_BITS));
      keys[chunk] = new int[rows * passes];
    }
  }

  /// Makes the blocks of every pass of the prepared model, several at once.
  public static Blocks of(Prepared prepared, Crew crew) {
    return of(prepared, crew, false);
  }

  /// The same; records that are alone with their key stay too where lookups need them.
  public static Blocks of(Prepared prepared, Crew crew, boolean alone) {
    List<Pass> passes = prepared.model.passes();
    PassKeys[] makers = new PassKeys[passes.size()];
    for (int pass = 0; pass < makers.length; pass++) {
      makers[pass] = PassKeys.of(prepared, passes.get(pass));
    }
    Blocks blocks = new Blocks(prepared.store, makers.length);
    AtomicInteger next = new AtomicInteger();
    crew.run(
        makers.length,
        worker -> {
          for (int pass = next.getAndIncrement();
              pass < makers.length;
              pass = next.getAndIncrement()) {
            new BlockBuilding(prepared.store, makers[pass], Budget.ofPass(prepared), alone)
                .into(blocks, pass);
            synchronized (blocks) {
              crew.stage().at("blocks", pass + 1L, makers.length);
            }
          }
        });
    return blocks;
  }

  public int key(int record, int pass) {
    return keys[record >>> RecordStore.ROW_BITS][(record & RecordStore.ROW_MASK) * passes + pass];
  }

  public void key(int record, int pass, int key) {
    keys[record >>> RecordStore.ROW_BITS][(record & RecordStore.ROW_MASK) * passes + pass] = key;
  }

  /// Whether some pass finds two records.
  public boolean meet(int a, int b) {
    for (int pass = 0; pass < passes; pass++) {
      if (key(a, pass) != 0 && key(a, pass) == key(b, pass)) {
        return true;
      }
    }
    return false;
  }

  /// Where the block ends that begins at a place in a pass's order.
  int end(int pass, int begin) {
    long[] marks = starts[pass];
    int place = begin + 1;
    int word = place >>> 6;
    long rest = word < marks.length ? marks[word] & -1L << place : 0;
    while (rest == 0 && ++word < marks.length) {
      rest = marks[word];
    }
    int length = orders[pass].length;
    return rest == 0 ? length : Math.min(length, (word << 6) + Long.numberOfTrailingZeros(rest));
  }

  /// Whether a block begins at a place in a pass's order.
  boolean begins(int pass, int place) {
    return (starts[pass][place >>> 6] & 1L << place) != 0;
  }

  /// Where the block of a key begins in a pass's order; -1 when there is none.
  int find(int pass, int key) {
    int[] order = orders[pass];
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (Integer.compareUnsigned(key(order[middle], pass), key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < order.length && key(order[low], pass) == key ? low : -1;
  }

  /// The most bytes that making and holding the blocks of every pass takes.
  public static long room(Prepared prepared, int threads) {
    long size = prepared.store.size();
    int passes = prepared.model.passes().size();
    return size * (8L * passes + 20L * Math.min(threads, passes));
  }

  /// Gathers the keys of a batch's members.
  void gather(Batch batch) {
    if (batch.keys.length < Batch.MEMBERS * passes) {
      batch.keys = new int[Batch.MEMBERS * passes];
    }
    int[] to = batch.keys;
    for (int k = 0; k < batch.members; k++) {
      int record = batch.records[k];
      int[] row = keys[record >>> RecordStore.ROW_BITS];
      int base = (record & RecordStore.ROW_MASK) * passes;
      for (int pass = 0; pass < passes; pass++) {
        to[k * passes + pass] = row[base + pass];
      }
    }
  }

  public long pairs() {
    long all = 0;
    for (long one : pairs) {
      all += one;
    }
    return all;
  }

  public RecordStore store() {
    return store;
  }

  public long bytes() {
    long bytes = 4L * store.size() * passes;
    for (int[] order : orders) {
      bytes += 4L * order.length;
    }
    return bytes;
  }
}
