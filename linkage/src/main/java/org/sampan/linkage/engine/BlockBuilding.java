package org.sampan.linkage.engine;

import java.util.Arrays;
import org.sampan.linkage.record.IntList;
import org.sampan.linkage.record.LongSort;
import org.sampan.linkage.record.RecordStore;

/// Builds one pass's blocks: keys, a stable sort, then the purging of blocks that the budget does
/// not bear. The largest blocks are cut by finer keys, as often as there are any, then left out.
public final class BlockBuilding {

  private static final long UPPER = 0xffffffff00000000L;

  private final RecordStore store;
  private final PassKeys maker;
  private final long budget;
  private final boolean alone;

  /// The keys that were cut last.
  private final IntList cut = new IntList();

  private long[] sorted = new long[0];
  private long[] spare = new long[0];
  private int size;

  public BlockBuilding(RecordStore store, PassKeys maker, long budget, boolean alone) {
    this.store = store;
    this.maker = maker;
    this.budget = budget;
    this.alone = alone;
  }

  public void into(Blocks blocks, int pass) {
    long[] all = keys();
    int before = size;
    spare = new long[size];
    sorted = LongSort.byUpperHalf(all, spare, size);
    spare = sorted == all ? spare : all;
    int largest = largest();
    int[][] cuts = new int[maker.depths()][];
    int depth = 0;
    for (; depth < cuts.length && cut(largest, depth); depth++) {
      cuts[depth] = cut.toArray();
      sort();
    }
    blocks.cuts[pass] = Arrays.copyOf(cuts, depth);
    leaveOut(largest);
    blocks.leftOut[pass] = before - size;
    hand(blocks, pass);
    blocks.pairs[pass] = pairsUpTo(Integer.MAX_VALUE);
  }

  /// Every record's keys with its number below; each loop is a method of its own, which the
  /// compiler translates once for all passes.
  private long[] keys() {
    int width = maker.width();
    long[] all = new long[store.size() * width];
    for (int record = 0; record < store.size(); record++) {
      for (int slot = 0; slot < width; slot++) {
        int key = maker.key(record, slot);
        if (key != 0) {
          all[size++] = (long) key << 32 | record;
        }
      }
    }
    return all;
  }

  private void hand(Blocks blocks, int pass) {
    boolean several = maker.width() > 1;
    int[] order = new int[size];
    blocks.placeKeys[pass] = new int[several ? size : 0];
    for (int k = 0; k < size; k++) {
      order[k] = (int) sorted[k];
      blocks.give(order[k], pass, (int) (sorted[k] >>> 32));
      if (several) {
        blocks.placeKeys[pass][k] = (int) (sorted[k] >>> 32);
      }
    }
    blocks.orders[pass] = order;
  }

  private void sort() {
    long[] done = LongSort.byUpperHalf(sorted, spare, size);
    spare = done == sorted ? spare : sorted;
    sorted = done;
  }

  /// The largest block size such that all blocks up to it keep to the budget.
  private int largest() {
    long[] pairs = new long[Batch.MEMBERS + 1];
    for (int begin = 0; begin < size; ) {
      int end = end(begin);
      if (end - begin <= Batch.MEMBERS) {
        pairs[end - begin] += pairs(begin, end);
      }
      begin = end;
    }
    return largest(pairs, budget);
  }

  /// The largest block size such that all blocks up to it keep to the budget.
  ///
  /// @param pairs by the size of the block, up to [Batch#MEMBERS]
  public static int largest(long[] pairs, long budget) {
    long total = 0;
    int largest = 1;
    while (largest < Batch.MEMBERS && total + pairs[largest + 1] <= budget) {
      largest++;
      total += pairs[largest];
    }
    return largest;
  }

  /// Gives the members of blocks that are too large a finer key; false when there were none.
  private boolean cut(int largest, int depth) {
    cut.clear();
    int kept = 0;
    for (int begin = 0; begin < size; ) {
      int end = end(begin);
      boolean cut = end - begin > largest;
      if (cut) {
        this.cut.add((int) (sorted[begin] >>> 32));
      }
      for (int k = begin; k < end; k++) {
        int record = (int) sorted[k];
        int key = (int) (sorted[k] >>> 32);
        int finer = cut ? maker.finer(key, record, depth) : key;
        if (finer != 0) {
          sorted[kept++] = (long) finer << 32 | record;
        }
      }
      begin = end;
    }
    size = kept;
    return this.cut.size() > 0;
  }

  private void leaveOut(int largest) {
    int kept = 0;
    for (int begin = 0; begin < size; ) {
      int end = end(begin);
      if (end - begin <= largest && (alone || end - begin > 1)) {
        System.arraycopy(sorted, begin, sorted, kept, end - begin);
        kept += end - begin;
      }
      begin = end;
    }
    size = kept;
  }

  private int end(int begin) {
    long key = sorted[begin] & UPPER;
    int end = begin + 1;
    while (end < size && (sorted[end] & UPPER) == key) {
      end++;
    }
    return end;
  }

  private long pairs(int begin, int end) {
    long members = end - begin;
    if (!store.twoSources()) {
      return members * (members - 1) / 2;
    }
    long[] first = Arrays.copyOfRange(sorted, begin, end);
    long lower = 0;
    for (long one : first) {
      lower += (int) one < store.border() ? 1 : 0;
    }
    return lower * (members - lower);
  }

  private long pairsUpTo(int largest) {
    long pairs = 0;
    for (int begin = 0; begin < size; ) {
      int end = end(begin);
      pairs += end - begin <= largest ? pairs(begin, end) : 0;
      begin = end;
    }
    return pairs;
  }
}
