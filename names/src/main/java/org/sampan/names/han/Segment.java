package org.sampan.names.han;

/// A piece of an explanation: which characters met which letters, and what that is worth.
///
/// @param han the characters; empty when the bits belong to letters alone or to the whole name
/// @param latin the letters; empty when the characters met none
/// @param bits what it adds, base-2 logarithm of a ratio of likelihoods
/// @param why in English: a reading system, or what happened
public record Segment(String han, String latin, double bits, String why) {
  @Override
  public String toString() {
    return "%s~%s %+.1f (%s)".formatted(han, latin, bits, why);
  }
}
