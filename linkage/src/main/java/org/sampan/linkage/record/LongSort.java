package org.sampan.linkage.record;

/// Sorts longs by their upper 32 bits, unsigned; equal ones keep their order. Counting passes of 11
/// bits.
public final class LongSort {

  private static final int BITS = 11;
  private static final int MASK = (1 << BITS) - 1;

  private LongSort() {}

  /// Sorts the first `size` numbers with the help of an array as long; the result is the one
  /// returned.
  public static long[] byUpperHalf(long[] numbers, long[] spare, int size) {
    long[] from = numbers;
    long[] to = spare;
    for (int shift = 32; shift < 64; shift += BITS) {
      int[] places = new int[MASK + 2];
      for (int k = 0; k < size; k++) {
        places[((int) (from[k] >>> shift) & MASK) + 1]++;
      }
      for (int k = 0; k < MASK; k++) {
        places[k + 1] += places[k];
      }
      for (int k = 0; k < size; k++) {
        to[places[(int) (from[k] >>> shift) & MASK]++] = from[k];
      }
      long[] swapped = from;
      from = to;
      to = swapped;
    }
    return from;
  }
}
