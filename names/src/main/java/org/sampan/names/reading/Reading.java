package org.sampan.names.reading;

/// One way in which a character is read and spelled.
///
/// @param latin the spelling, a to z in lower case, never empty
/// @param log2Weight the base-2 logarithm of its probability among the character's readings, at
///   most 0
/// @param system who reads so: "pinyin", "cantonese", "hokkien", "teochew", "hakka",
///   "sino-vietnamese"
public record Reading(String latin, double log2Weight, String system) {

  public Reading {
    if (latin.isEmpty() || !latin.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      throw new IllegalArgumentException("A reading is lower-case a to z.");
    }
    if (!(log2Weight <= 0)) {
      throw new IllegalArgumentException("A reading weighs at most 0 bits.");
    }
  }
}
