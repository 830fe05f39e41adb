package org.sampan.linkage.record;

import java.util.Arrays;

/// The library's sort. Records stand in the lower halves in rising order, so the whole numbers may
/// be sorted.
public final class LongSort {

  private LongSort() {}

  public static long[] byUpperHalf(long[] numbers, long[] spare, int size) {
    for (int k = 0; k < size; k++) {
      numbers[k] ^= Long.MIN_VALUE;
    }
    Arrays.sort(numbers, 0, size);
    for (int k = 0; k < size; k++) {
      numbers[k] ^= Long.MIN_VALUE;
    }
    return numbers;
  }
}
