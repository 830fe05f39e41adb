package org.sampan.casework;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import org.sampan.vault.Personal;
import org.sampan.web.Problems;
import org.sampan.web.TypedDay;

/// When she was born, as exactly as anybody knows.
///
/// @param from the first day it can have been
/// @param to the last day it can have been
/// @param buddhist whether the year was typed in the Buddhist era: it is shown back so
@Personal
public record Birth(LocalDate from, LocalDate to, How how, boolean buddhist) {

  private static final int ADULT = 18;
  private static final int OLDEST = 120;

  /// How it is known.
  public enum How {
    DAY,
    MONTH,
    YEAR,
    RANGE,
    /// Somebody's guess at her age, on the day it was written down.
    ABOUT
  }

  /// What her age allows to be said. Unknown is not no.
  public enum AgeGroup {
    CHILD,
    MAY_BE_CHILD,
    ADULT
  }

  public Birth {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a birth ends after it begins");
    }
  }

  /// What was typed into the five boxes.
  @Personal
  record Boxes(String day, String month, String year, String lastYear, String age) {

    boolean empty() {
      return (day + month + year + lastYear + age).isBlank();
    }

    @Override
    public String toString() {
      return "Boxes[redacted]";
    }
  }

  /// Reads the boxes; none when nothing was typed, or a problem was added.
  static Optional<Birth> parsed(Boxes typed, LocalDate today, String field, Problems problems) {
    if (typed.empty()) {
      return Optional.empty();
    }
    Optional<Birth> birth = typed.year().isBlank() ? about(typed, today) : ofYear(typed);
    if (birth.isEmpty()
        || birth.get().from.isAfter(today)
        || birth.get().to.isBefore(today.minusYears(OLDEST))) {
      problems.add(field, "casework.problem.birth");
      return Optional.empty();
    }
    return birth;
  }

  private static Optional<Birth> about(Boxes typed, LocalDate today) {
    OptionalInt age = TypedDay.number(typed.age());
    boolean only = (typed.day() + typed.month() + typed.lastYear()).isBlank();
    if (age.isEmpty() || !only || age.getAsInt() > OLDEST) {
      return Optional.empty();
    }
    return Optional.of(
        new Birth(
            today.minusYears(age.getAsInt() + 1L).plusDays(1),
            today.minusYears(age.getAsInt()),
            How.ABOUT,
            false));
  }

  private static Optional<Birth> ofYear(Boxes typed) {
    OptionalInt year = TypedDay.year(typed.year());
    if (year.isEmpty() || !typed.age().isBlank()) {
      return Optional.empty();
    }
    boolean buddhist = TypedDay.isBuddhist(TypedDay.number(typed.year()).orElse(0));
    LocalDate first = LocalDate.of(year.getAsInt(), 1, 1);
    if (!typed.lastYear().isBlank()) {
      OptionalInt last = TypedDay.year(typed.lastYear());
      boolean fits = last.isPresent() && last.getAsInt() >= year.getAsInt();
      return fits && (typed.day() + typed.month()).isBlank()
          ? Optional.of(
              new Birth(first, LocalDate.of(last.getAsInt(), 12, 31), How.RANGE, buddhist))
          : Optional.empty();
    }
    if (typed.month().isBlank()) {
      return typed.day().isBlank()
          ? Optional.of(
              new Birth(first, first.withDayOfYear(first.lengthOfYear()), How.YEAR, buddhist))
          : Optional.empty();
    }
    if (typed.day().isBlank()) {
      return TypedDay.day("1", typed.month(), typed.year())
          .map(month ->
              new Birth(month, month.withDayOfMonth(month.lengthOfMonth()), How.MONTH, buddhist));
    }
    return TypedDay.day(typed.day(), typed.month(), typed.year())
        .map(day -> new Birth(day, day, How.DAY, buddhist));
  }

  /// The boxes as they would be typed again, in the common era.
  Boxes boxes(LocalDate today) {
    String year = "" + from.getYear();
    return switch (how) {
      case DAY -> new Boxes("" + from.getDayOfMonth(), "" + from.getMonthValue(), year, "", "");
      case MONTH -> new Boxes("", "" + from.getMonthValue(), year, "", "");
      case YEAR -> new Boxes("", "", year, "", "");
      case RANGE -> new Boxes("", "", year, "" + to.getYear(), "");
      case ABOUT -> new Boxes("", "", "", "", "" + youngest(today));
    };
  }

  /// Her age on this day, if she was born on the last day possible.
  int youngest(LocalDate today) {
    return Math.max(0, Period.between(to, today).getYears());
  }

  /// Her age on this day, if she was born on the first day possible.
  int oldest(LocalDate today) {
    return Math.max(0, Period.between(from, today).getYears());
  }

  public AgeGroup group(LocalDate today) {
    if (oldest(today) < ADULT) {
      return AgeGroup.CHILD;
    }
    return youngest(today) < ADULT ? AgeGroup.MAY_BE_CHILD : AgeGroup.ADULT;
  }

  /// As stored under her key: `YEAR/2004-01-01/2004-12-31/B`.
  public String text() {
    return how + "/" + from + "/" + to + (buddhist ? "/B" : "/C");
  }

  /// Reads what [#text] wrote.
  ///
  /// @throws IllegalArgumentException when it is something else
  public static Birth of(String text) {
    String[] parts = text.split("/");
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a birth");
    }
    try {
      return new Birth(
          LocalDate.parse(parts[1]),
          LocalDate.parse(parts[2]),
          How.valueOf(parts[0]),
          parts[3].equals("B"));
    } catch (java.time.DateTimeException notOne) {
      throw new IllegalArgumentException("not a birth", notOne);
    }
  }

  @Override
  public String toString() {
    return "Birth[redacted]";
  }
}
