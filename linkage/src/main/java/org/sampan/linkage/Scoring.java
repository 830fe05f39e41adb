package org.sampan.linkage;

/// What a scoring run did.
///
/// @param compared pairs that a pass found, each scored as far as it can reach the floor
/// @param kept pairs handed on
/// @param expectedMatches the sum of the chances of the compared pairs
/// @param completeness the share of all pairs of one person that the passes are thought to find
/// @param bounds between which that share is thought to lie
public record Scoring(
    long compared, long kept, double expectedMatches, double completeness, Bounds bounds) {

  /// The bounds of the completeness, 0 to 1: the lower where slips come together, the upper where
  /// they come independently. They are no confidence interval; beside known truth the lower held in
  /// five sets of five, the upper in four and was a thousandth short in one.
  public record Bounds(double least, double most) {}
}
