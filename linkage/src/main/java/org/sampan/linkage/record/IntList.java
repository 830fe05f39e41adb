package org.sampan.linkage.record;

import java.util.Arrays;

/// A growing list of numbers.
public final class IntList {

  private int[] numbers = new int[8];
  private int size;

  public void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  public int get(int place) {
    return numbers[place];
  }

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  /// The numbers, sorted.
  public int[] toArray() {
    int[] sorted = Arrays.copyOf(numbers, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
