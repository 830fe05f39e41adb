package org.sampan.disclosure;

import java.util.List;

/// One published number.
///
/// @param categories the code of each variable of its table
/// @param count people, a whole number that adds up with every other of the release
/// @param low with `high`: at least 95 times in 100 the count before noise lies between, both
///   included; both are whole numbers of at least 0
public record Figure(List<String> categories, long count, long low, long high, Status status) {

  /// How a number came to be.
  public enum Status {
    /// Noise was added.
    NOISED,
    /// Too few to tell from noise, so none stand in the rows; the interval says how many at most.
    WITHHELD,
    /// Nobody can be here, by definition.
    STRUCTURAL_ZERO
  }

  public Figure {
    categories = List.copyOf(categories);
  }
}
