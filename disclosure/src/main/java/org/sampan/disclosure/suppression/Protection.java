package org.sampan.disclosure.suppression;

/// How well a withheld count must stay hidden.
///
/// @param threshold counts above 0 and below this are withheld, 2 or more; 11 is usual for victims
/// @param above whoever knows all published cells must still think the count may be larger by this
/// @param width and must be left with an interval of at least this, wherever the count lies in it
///   (the sliding protection level of the literature)
/// @param zerosKnown whether zeros are published as zeros, because which cells must be empty is
///   public; otherwise a zero may be withheld with the others
public record Protection(int threshold, int above, int width, boolean zerosKnown) {

  public Protection {
    if (threshold < 2 || above < 1 || width < above) {
      throw new IllegalArgumentException(
          "The threshold is 2 or more; the interval goes up by 1 or more and is as wide as that");
    }
  }

  /// A threshold, with an interval six wide that goes up by three at least.
  public static Protection of(int threshold) {
    return new Protection(threshold, 3, 6, true);
  }

  /// The least a withheld cell can be, to everybody's knowledge.
  long least() {
    return zerosKnown ? 1 : 0;
  }

  boolean primary(long count) {
    return count > 0 && count < threshold;
  }

  /// Whether a cell that can be so much more and so much less is protected.
  boolean holds(double up, double down) {
    return up >= above && up + down >= width;
  }
}
