package org.sampan.jobs.registers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A birth date as an office of one country writes it, in its calendar and with its doubts.
final class WrittenDate {

  private static final int BUDDHIST = 543;

  private WrittenDate() {}

  /// What a clerk of `country` writes; `null` when nobody knows it.
  static @Nullable String of(LocalDate born, Country country, Chance chance) {
    if (chance.happens(0.14)) {
      return null;
    }
    LocalDate said = said(born, chance);
    int year = said.getYear();
    boolean buddhist =
        country == Country.TH && chance.happens(0.8)
            || (country == Country.LA || country == Country.KH) && chance.happens(0.04);
    int shown = buddhist ? year + BUDDHIST : year;
    if (chance.happens(0.1)) {
      return country == Country.TH && buddhist ? "พ.ศ. " + shown : String.valueOf(shown);
    }
    int month = said.getMonthValue();
    int day = said.getDayOfMonth();
    return switch (country) {
      case TH, LA, VN -> "%02d/%02d/%d".formatted(day, month, shown);
      case KH -> "%02d-%02d-%d".formatted(day, month, shown);
      case MM -> "%d.%d.%d".formatted(day, month, shown);
      case CN -> "%d-%02d-%02d".formatted(shown, month, day);
    };
  }

  /// Her age in whole years on that day, as she counts it: in some families one is born aged one.
  static String age(LocalDate born, LocalDate on, Country country, Chance chance) {
    int years = java.time.Period.between(born, on).getYears();
    boolean chinese = (country == Country.CN || country == Country.VN) && chance.happens(0.25);
    int wrong = chance.happens(0.1) ? chance.between(-2, 2) : 0;
    return String.valueOf(Math.max(0, years + wrong + (chinese ? 1 : 0)));
  }

  /// What she says: mostly the truth, now and then New Year, the month before the day, or some
  /// years off.
  private static LocalDate said(LocalDate born, Chance chance) {
    int kind = chance.below(100);
    if (kind < 7) {
      return born.withDayOfYear(1);
    }
    if (kind < 10 && born.getDayOfMonth() <= 12) {
      return LocalDate.of(born.getYear(), born.getDayOfMonth(), 1)
          .withDayOfMonth(born.getMonthValue());
    }
    if (kind < 14) {
      return born.plusYears(chance.between(-3, 3));
    }
    return kind < 17 ? born.plusDays(chance.between(-9, 9)) : born;
  }
}
