package org.sampan.linkage.learning;

import java.util.Arrays;
import org.sampan.linkage.engine.KeyParts;
import org.sampan.linkage.engine.Scan;

/// Some of the pairs that a model holds for likely, the same ones whatever the threads.
///
/// @param left record numbers
/// @param right the other record of each pair
public record LikelyPairs(int[] left, int[] right) {

  private static final double LIKELY = 3;
  private static final int MOST = 15_000;

  /// Walks over all candidate pairs; of too many likely ones those with the lowest mixed numbers
  /// stay.
  public static LikelyPairs of(Scan scan, int threads) {
    Heap[] heaps = new Heap[threads];
    Arrays.setAll(heaps, worker -> new Heap());
    scan.run((worker, stretch, batch) -> {
      for (int k = 0; k < batch.pairs; k++) {
        if (batch.bits[k] >= LIKELY) {
          int a = batch.records[batch.left[k]];
          int b = batch.records[batch.right[k]];
          heaps[worker].add(Math.min(a, b), Math.max(a, b));
        }
      }
    });
    return of(heaps);
  }

  /// The pairs of lowest rank of several heaps.
  static LikelyPairs of(Heap[] heaps) {
    long[] all = new long[0];
    for (Heap heap : heaps) {
      int before = all.length;
      all = Arrays.copyOf(all, before + heap.size);
      System.arraycopy(heap.pairs, 0, all, before, heap.size);
    }
    sort(all, all.length);
    int size = Math.min(MOST, all.length);
    int[] left = new int[size];
    int[] right = new int[size];
    for (int k = 0; k < size; k++) {
      left[k] = (int) (all[k] >>> 32);
      right[k] = (int) all[k];
    }
    return new LikelyPairs(left, right);
  }

  private static int rank(long pair) {
    return KeyParts.mix((int) (pair >>> 32) * 31 + (int) pair);
  }

  /// Sorts by rank, then by the records. Ranks and places are sorted as one number, which spares an
  /// object a pair; the few of equal rank are put right afterwards.
  private static void sort(long[] pairs, int size) {
    long[] keys = new long[size];
    for (int k = 0; k < size; k++) {
      keys[k] = (long) rank(pairs[k]) << 32 | k;
    }
    Arrays.sort(keys);
    long[] sorted = new long[size];
    for (int k = 0; k < size; k++) {
      long pair = pairs[(int) keys[k]];
      int place = k;
      while (place > 0 && keys[place - 1] >> 32 == keys[k] >> 32 && sorted[place - 1] > pair) {
        sorted[place] = sorted[place - 1];
        place--;
      }
      sorted[place] = pair;
    }
    System.arraycopy(sorted, 0, pairs, 0, size);
  }

  /// Keeps the pairs of lowest rank; sorts and cuts when twice as many have come, after which no
  /// pair above the last one kept is let in.
  static final class Heap {
    private final long[] pairs = new long[2 * MOST];
    private int size;
    private int highest = Integer.MAX_VALUE;

    void add(int a, int b) {
      long pair = (long) a << 32 | b;
      if (rank(pair) > highest) {
        return;
      }
      pairs[size++] = pair;
      if (size == pairs.length) {
        sort(pairs, size);
        size = MOST;
        highest = rank(pairs[size - 1]);
      }
    }
  }
}
