package org.sampan.disclosure.extract;

import java.util.List;

/// What an extract promises about every person in it.
///
/// @param people k: the size of the crowd everybody stands in, 2 to 1,000
/// @param length R: whatever combination of up to so many attributes a reader knows, k people have
///   it; 0 for whole rows, in which everybody looks like k-1 others in every column at once
/// @param diversities what the crowd must not share
public record Promise(int people, int length, List<Diversity> diversities) {

  /// The longest combination that can be counted; longer ones are what whole rows are for.
  public static final int LONGEST = 4;

  public Promise {
    diversities = List.copyOf(diversities);
    if (people < 2 || people > 1000) {
      throw new IllegalArgumentException("k is from 2 to 1,000: " + people);
    }
    if (length < 0 || length > LONGEST) {
      throw new IllegalArgumentException(
          "Combinations are of 1 to 4 attributes, or 0 for whole rows: " + length);
    }
  }

  /// Everybody looks like k-1 others in every column.
  public static Promise wholeRows(int people) {
    return new Promise(people, 0, List.of());
  }

  /// Whatever up to `length` attributes are known, k people have them.
  public static Promise combinations(int people, int length) {
    return new Promise(people, length, List.of());
  }

  /// The same promise, and no group shares this column.
  public Promise with(Diversity diversity) {
    List<Diversity> all = new java.util.ArrayList<>(diversities);
    all.add(diversity);
    return new Promise(people, length, all);
  }
}
