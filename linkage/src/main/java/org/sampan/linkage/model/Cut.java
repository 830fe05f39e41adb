package org.sampan.linkage.model;

import java.util.Locale;

/// What part of a value makes a blocking key.
public enum Cut {
  /// The whole value, folded.
  WHOLE,
  /// Its consonant skeleton, or the keys of its sound where it is not Latin.
  SOUND,
  /// The keys of a name's sound, the same in every script; two names share any of them.
  HEARD,
  /// Its first three symbols; the first half of a number.
  START,
  /// Its last four symbols; the last half of a number.
  END,
  /// The first word.
  FIRST_WORD,
  /// The last word.
  LAST_WORD,
  /// The skeleton of the last word.
  LAST_SOUND,
  /// The year of a date.
  YEAR,
  /// Month and day of a date.
  DAY,
  /// Year and month of a date.
  MONTH;

  /// The name in a model file, such as `first-word`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
