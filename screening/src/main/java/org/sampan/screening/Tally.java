package org.sampan.screening;

/// How many yes answers of each strength a dimension has; none is negative.
public record Tally(int strong, int medium, int weak) {

  static final Tally NOTHING = new Tally(0, 0, 0);

  /// @throws IllegalArgumentException when a count is negative
  public Tally {
    if (strong < 0 || medium < 0 || weak < 0) {
      throw new IllegalArgumentException("a count below nothing");
    }
  }

  /// This tally with one more of the strength.
  public Tally plus(Strength strength) {
    return switch (strength) {
      case STRONG -> new Tally(strong + 1, medium, weak);
      case MEDIUM -> new Tally(strong, medium + 1, weak);
      case WEAK -> new Tally(strong, medium, weak + 1);
    };
  }

  boolean isPositive() {
    return !Alternative.metBy(this).isEmpty();
  }
}
