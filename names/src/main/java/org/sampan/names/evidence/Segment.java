package org.sampan.names.evidence;

/// A piece of an explanation: what of one name met what of the other, and what that is worth.
///
/// @param one letters or characters of the first name; empty when the bits belong to the other name
///   alone or to both as a whole
/// @param other letters or characters of the second name; empty when the first's met none
/// @param bits what it adds, base-2 logarithm of a ratio of likelihoods
/// @param why in English: a reading system, or what happened
public record Segment(String one, String other, double bits, String why) {
  @Override
  public String toString() {
    return "%s~%s %+.1f (%s)".formatted(one, other, bits, why);
  }
}
