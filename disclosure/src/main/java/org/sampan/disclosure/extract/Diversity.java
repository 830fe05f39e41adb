package org.sampan.disclosure.extract;

/// What a group must not share: a column whose values have to differ within it (Machanavajjhala and
/// others 2007, l-diversity).
///
/// @param column the column, such as the kind of exploitation
/// @param values at least so many different values in every group, 2 or more
/// @param largestShare no value may have more than this share of a group, above 0, 1 for no limit
public record Diversity(String column, int values, double largestShare) {

  public Diversity {
    if (values < 2) {
      throw new IllegalArgumentException(column + ": diversity begins at 2 values");
    }
    if (!(largestShare > 0 && largestShare <= 1)) {
      throw new IllegalArgumentException(column + ": the largest share is above 0 and at most 1");
    }
  }

  /// At least so many values, in whatever shares.
  public static Diversity of(String column, int values) {
    return new Diversity(column, values, 1);
  }

  boolean holds(int[] counts) {
    int different = 0;
    int most = 0;
    int all = 0;
    for (int count : counts) {
      different += count > 0 ? 1 : 0;
      most = Math.max(most, count);
      all += count;
    }
    return different >= values && most <= largestShare * all;
  }
}
