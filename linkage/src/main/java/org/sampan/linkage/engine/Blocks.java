package org.sampan.linkage.engine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.sampan.linkage.model.Pass;
import org.sampan.linkage.record.RecordStore;
import org.sampan.linkage.value.HeardKeys;

/// Every pass's blocks: the records in the order of that pass's key, and each record's keys, one a
/// pass, 0 where a record takes no part. A block too large for the budget is cut by further keys or
/// left out.
public final class Blocks {

  public final int passes;
  public final int[][] orders;

  /// Keys of a record beside each other, in chunks like the records'.
  public final int[][] keys;

  /// The first of each pass's keys among those of a record, and how many there are at the end: a
  /// pass by sound has several.
  public final int[] first;

  /// The key of each place in the order of a pass that has several a record.
  final int[][] placeKeys;

  /// Records that a pass left out, because their block was too large.
  public final long[] leftOut;

  /// Pairs that each pass finds, those found by an earlier pass included.
  public final long[] pairs;

  /// The keys of each pass that were cut at each depth, sorted.
  final int[][][] cuts;

  private final RecordStore store;

  private Blocks(RecordStore store, int[] widths) {
    this.store = store;
    this.passes = widths.length;
    this.first = new int[passes + 1];
    for (int pass = 0; pass < passes; pass++) {
      first[pass + 1] = first[pass] + widths[pass];
    }
    this.placeKeys = new int[passes][0];
    this.orders = new int[passes][];
    this.cuts = new int[passes][][];
    this.leftOut = new long[passes];
    this.pairs = new long[passes];
    this.keys = new int[(store.size() >>> RecordStore.ROW_BITS) + 1][];
    for (int chunk = 0; chunk < keys.length; chunk++) {
      int rows =
          Math.min(1 << RecordStore.ROW_BITS, store.size() - (chunk << RecordStore.ROW_BITS));
      keys[chunk] = new int[rows * first[passes]];
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
    Blocks blocks =
        new Blocks(prepared.store, Arrays.stream(makers).mapToInt(PassKeys::width).toArray());
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

  /// Blocks that were found elsewhere.
  ///
  /// @param orders pass by pass, the records that take part, those of one block beside each other
  /// @param places pass by pass, the key of the block that holds each place of the order
  /// @param keys of each record, pass by pass, ascending without sign
  public static Blocks given(RecordStore store, int[][] orders, int[][] places, int[][][] keys) {
    int[] widths = new int[orders.length];
    Arrays.setAll(
        widths, pass -> Arrays.stream(keys).mapToInt(one -> one[pass].length).max().orElse(0));
    Blocks blocks = new Blocks(store, Arrays.stream(widths).map(one -> Math.max(1, one)).toArray());
    for (int record = 0; record < keys.length; record++) {
      for (int pass = 0; pass < orders.length; pass++) {
        for (int key : keys[record][pass]) {
          blocks.give(record, pass, key);
        }
      }
    }
    for (int pass = 0; pass < orders.length; pass++) {
      blocks.orders[pass] = orders[pass];
      blocks.placeKeys[pass] = places[pass];
    }
    return blocks;
  }

  /// Whether a record may have several keys in a pass.
  boolean several(int pass) {
    return first[pass + 1] - first[pass] > 1;
  }

  /// Whether a record may have several keys in a pass up to this one.
  boolean severalUpTo(int pass) {
    return first[pass + 1] > pass + 1;
  }

  private int key(int record, int column) {
    return keys[record >>> RecordStore.ROW_BITS][
        (record & RecordStore.ROW_MASK) * first[passes] + column];
  }

  /// Gives a record its key in a pass, or one more where it may have several.
  void give(int record, int pass, int key) {
    int[] row = keys[record >>> RecordStore.ROW_BITS];
    int place = (record & RecordStore.ROW_MASK) * first[passes] + first[pass];
    while (row[place] != 0) {
      place++;
    }
    row[place] = key;
  }

  /// The key of the block that holds a place in a pass's order.
  int keyAt(int pass, int place) {
    return several(pass) ? placeKeys[pass][place] : key(orders[pass][place], first[pass]);
  }

  /// Whether some pass finds two records.
  public boolean meet(int a, int b) {
    for (int pass = 0; pass < passes; pass++) {
      for (int i = first[pass]; i < first[pass + 1]; i++) {
        for (int j = first[pass]; j < first[pass + 1]; j++) {
          if (key(a, i) != 0 && key(a, i) == key(b, j)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Whether a block begins at a place in a pass's order.
  boolean begins(int pass, int place) {
    return place == 0 || keyAt(pass, place) != keyAt(pass, place - 1);
  }

  /// Where the block ends that begins at a place in a pass's order.
  int end(int pass, int begin) {
    int key = keyAt(pass, begin);
    int end = begin + 1;
    while (end < orders[pass].length && keyAt(pass, end) == key) {
      end++;
    }
    return end;
  }

  /// Where the block of a key begins in a pass's order; -1 when there is none.
  int find(int pass, int key) {
    int[] order = orders[pass];
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (Integer.compareUnsigned(keyAt(pass, middle), key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < order.length && keyAt(pass, low) == key ? low : -1;
  }

  /// The most bytes that making and holding the blocks of every pass takes.
  public static long room(Prepared prepared, int threads) {
    long size = prepared.store.size();
    List<Pass> passes = prepared.model.passes();
    long heard = passes.stream().filter(Pass::heard).count() * (HeardKeys.MOST - 1);
    long all = passes.size() + heard;
    return size * (8L * all + 4L * heard + 20L * Math.min(threads, all));
  }

  /// Gathers the keys of a batch's members.
  void gather(Batch batch) {
    int width = first[passes];
    if (batch.keys.length < Batch.MEMBERS * width) {
      batch.keys = new int[Batch.MEMBERS * width];
    }
    int[] to = batch.keys;
    for (int k = 0; k < batch.members; k++) {
      int record = batch.records[k];
      int[] row = keys[record >>> RecordStore.ROW_BITS];
      int base = (record & RecordStore.ROW_MASK) * width;
      for (int column = 0; column < width; column++) {
        to[k * width + column] = row[base + column];
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
    long bytes = 4L * store.size() * first[passes];
    for (int[] order : orders) {
      bytes += 4L * order.length;
    }
    for (int[] places : placeKeys) {
      bytes += 4L * places.length;
    }
    return bytes;
  }
}
