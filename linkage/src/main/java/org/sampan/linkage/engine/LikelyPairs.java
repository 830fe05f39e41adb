package org.sampan.linkage.engine;

import java.util.Arrays;

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
    long[][] all = new long[0][];
    for (Heap heap : heaps) {
      int before = all.length;
      all = Arrays.copyOf(all, before + heap.size);
      System.arraycopy(heap.pairs, 0, all, before, heap.size);
    }
    Arrays.sort(all, LikelyPairs::order);
    int size = Math.min(MOST, all.length);
    int[] left = new int[size];
    int[] right = new int[size];
    for (int k = 0; k < size; k++) {
      left[k] = (int) (all[k][1] >>> 32);
      right[k] = (int) all[k][1];
    }
    return new LikelyPairs(left, right);
  }

  private static int order(long[] one, long[] other) {
    int byRank = Long.compare(one[0], other[0]);
    return byRank != 0 ? byRank : Long.compare(one[1], other[1]);
  }

  /// Keeps the pairs of lowest rank; sorts and cuts when twice as many have come.
  static final class Heap {
    private final long[][] pairs = new long[2 * MOST][];
    private int size;

    void add(int a, int b) {
      long pair = (long) a << 32 | b;
      pairs[size++] = new long[] {KeyParts.mix(a * 31 + b), pair};
      if (size == pairs.length) {
        Arrays.sort(pairs, LikelyPairs::order);
        size = MOST;
      }
    }
  }
}
