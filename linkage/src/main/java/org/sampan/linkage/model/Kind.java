package org.sampan.linkage.model;

import java.util.List;
import java.util.Locale;

/// What a field holds, which decides how two values are compared and which levels of agreement
/// there are, from the strongest to none. The level "missing" (either value absent) counts no bits.
public enum Kind {
  /// One part of a person's name: given, family, middle; in any script.
  NAME(
      "exact", "crossed", "near", "close", "weak", "heard", "alike", "faint", "apart", "different"),
  /// A whole name in one cell; the order of its parts does not count.
  FULL_NAME(
      "exact",
      "reordered",
      "near",
      "close",
      "weak",
      "heard",
      "alike",
      "faint",
      "apart",
      "different"),
  /// A date as people give it: exact, year only, about, day and month changed over.
  DATE("exact", "typo", "turned", "vague", "month", "year", "around", "different"),
  /// An age in years.
  AGE("exact", "one", "three", "tenth", "different"),
  /// Sex or gender in words or letters of the seven languages.
  SEX("exact", "different"),
  /// A place, by its words.
  PLACE("exact", "near", "close", "shared", "different"),
  /// A place on the map, by its distance in a gazetteer that the model holds: within 25 km, within
  /// 100 km, farther; different where either is not in it.
  LOCATION("exact", "near", "around", "far", "different"),
  /// A number or code that was given to a person: papers, cards, accounts.
  IDENTIFIER("exact", "typo", "part", "different"),
  /// A telephone number, whatever its prefix.
  PHONE("exact", "typo", "different"),
  /// A short number in which each digit counts: a house, a unit.
  NUMBER("exact", "typo", "different"),
  /// Any word of a limited list: a trade, a state, an ethnic group.
  KEY("exact", "typo", "different"),
  /// Free text: an address, a description.
  TEXT("exact", "near", "close", "shared", "different");

  private final List<String> levels;

  Kind(String... levels) {
    this.levels = List.of(levels);
  }

  /// The levels' names, strongest first, without "missing".
  public List<String> levels() {
    return levels;
  }

  /// Whether values are compared letter by letter.
  public boolean spelled() {
    return this == NAME || this == FULL_NAME || this == PLACE || this == TEXT;
  }

  /// The name in a model file, such as `full-name`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
