package org.sampan.linkage.engine;

import java.util.Arrays;

/// A growing list of numbers.
final class IntList {

  private int[] numbers = new int[8];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  int get(int place) {
    return numbers[place];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /// The numbers, sorted.
  int[] toArray() {
    int[] sorted = Arrays.copyOf(numbers, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
