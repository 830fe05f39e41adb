package org.sampan.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads days and years as people write them: in the digits of any script, in the common or the
/// Buddhist era.
public final class TypedDay {

  /// The Buddhist era counts 543 years more.
  public static final int BUDDHIST_ERA = 543;

  private TypedDay() {}

  /// A number of at most four digits, in the digits of any script.
  public static OptionalInt number(String typed) {
    String digits = typed.strip();
    int count = digits.codePointCount(0, digits.length());
    if (count == 0
        || count > 4
        || !digits.codePoints().allMatch(c -> Character.digit(c, 10) >= 0)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        digits
            .codePoints()
            .map(c -> Character.digit(c, 10))
            .reduce(0, (all, digit) -> all * 10 + digit));
  }

  /// Whether a year can only be meant in the Buddhist era.
  public static boolean isBuddhist(int year) {
    return year >= 2400 && year <= 2600;
  }

  /// A year of the common era, also when it was typed in the Buddhist one.
  public static OptionalInt year(String typed) {
    OptionalInt year = number(typed);
    if (year.isEmpty() || year.getAsInt() < 1000) {
      return OptionalInt.empty();
    }
    return isBuddhist(year.getAsInt()) ? OptionalInt.of(year.getAsInt() - BUDDHIST_ERA) : year;
  }

  /// A day, if the three make one.
  public static Optional<LocalDate> day(String day, String month, String year) {
    OptionalInt d = number(day);
    OptionalInt m = number(month);
    OptionalInt y = year(year);
    if (d.isEmpty() || m.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(y.getAsInt(), m.getAsInt(), d.getAsInt()));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
