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

  /// Keys of a record beside each other, in chunks like the records'.
  public final int[][] keys;

  /// Records that a pass left out, because their block was too large.
  public final long[] leftOut;

  /// Pairs that each pass finds, those found by an earlier pass included.
  public final long[] pairs;

  private final RecordStore store;

  private Blocks(RecordStore store, int passes) {
    this.store = store;
    this.passes = passes;
    this.orders = new int[passes][];
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
            new BlockBuilding(prepared.store, makers[pass], Budget.ofPass(prepared))
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

  /// Where the block ends that begins at a place in a pass's order.
  public int end(int pass, int begin) {
    int[] order = orders[pass];
    int key = key(order[begin], pass);
    int end = begin + 1;
    while (end < order.length && key(order[end], pass) == key) {
      end++;
    }
    return end;
  }

  /// The first pass in which two records share a key; the number of passes when in none.
  public int firstShared(int a, int b) {
    int[] rowA = keys[a >>> RecordStore.ROW_BITS];
    int[] rowB = keys[b >>> RecordStore.ROW_BITS];
    int baseA = (a & RecordStore.ROW_MASK) * passes;
    int baseB = (b & RecordStore.ROW_MASK) * passes;
    for (int pass = 0; pass < passes; pass++) {
      if (rowA[baseA + pass] == rowB[baseB + pass] && rowA[baseA + pass] != 0) {
        return pass;
      }
    }
    return passes;
  }

  /// In how many passes two records share a key.
  public int shared(int a, int b) {
    int shared = 0;
    for (int pass = 0; pass < passes; pass++) {
      int key = key(a, pass);
      shared += key != 0 && key == key(b, pass) ? 1 : 0;
    }
    return shared;
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
