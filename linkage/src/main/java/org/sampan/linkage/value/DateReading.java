package org.sampan.linkage.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as somebody wrote it, in one long: eight decimal nibbles (year, month, day; 0 where not
/// told), then what is known of it.
///
/// Reads `19850312`, `1985-03-12`, `12/03/1985` (day first, unless that is no date), `12 Mar 1985`,
/// `03/1985`, `1985`, `c. 1985`, `25 @ 2010-06-30` (age at a date), `虚岁25@2010` (Chinese age) in
/// the digits of any script; a year from 2400 to 2700 is of the Buddhist era. Eight digits that are
/// no date are kept as digits.
public final class DateReading {

  static final long HAS_YEAR = 1L << 48;
  static final long HAS_MONTH = 1L << 49;
  static final long HAS_DAY = 1L << 50;

  /// Marks a reading as about.
  public static final long ABOUT = 1L << 51;

  private static final Pattern AGE =
      Pattern.compile("(虚岁|虛歲|xusui)?\\s*(\\d{1,3})\\s*(?:years?|yrs?|y)?\\s*(?:@|at|in)\\s*(.+)");
  private static final Pattern NUMBERS = Pattern.compile("\\d+");
  private static final Pattern MONTH =
      Pattern.compile("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final Pattern VAGUE =
      Pattern.compile(
          "\\b(c|ca|circa|about|abt|around|approx|est)\\b|~|≈|ประมาณ|ປະມານ|ប្រហែល|约|約|khoảng");

  private DateReading() {}

  /// Reads a date; 0 when nothing in it can be read.
  public static long read(String text) {
    if (text.length() == 8 && allDigits(text)) {
      return eight(Integer.parseInt(text));
    }
    String plain = westernDigits(text.strip().toLowerCase(java.util.Locale.ROOT));
    Matcher age = AGE.matcher(plain);
    if (age.matches()) {
      long at = read(age.group(3));
      int years = Integer.parseInt(age.group(2));
      int year = year(at) - years + (age.group(1) == null ? 0 : 1);
      return year(at) == 0 || years > 130 ? 0 : of(year, 0, 0) | ABOUT;
    }
    long vague = VAGUE.matcher(plain).find() ? ABOUT : 0;
    Matcher named = MONTH.matcher(plain);
    int month = named.find() ? MONTHS.indexOf(named.group()) / 3 + 1 : 0;
    Matcher numbers = NUMBERS.matcher(plain);
    int[] found = new int[3];
    int count = 0;
    while (count < 3 && numbers.find()) {
      String number = numbers.group();
      if (number.length() == 8 && count == 0) {
        return eight(Integer.parseInt(number)) | vague;
      }
      found[count++] = number.length() > 4 ? -1 : Integer.parseInt(number);
    }
    long reading = month > 0 ? named(found, count, month) : numbers(found, count);
    return reading == 0 ? 0 : reading | vague;
  }

  private static long named(int[] found, int count, int month) {
    return switch (count) {
      case 0 -> 0;
      case 1 -> found[0] > 31 ? of(found[0], month, 0) : of(0, month, found[0]);
      default -> found[0] > 31 ? of(found[0], month, found[1]) : of(found[1], month, found[0]);
    };
  }

  private static long numbers(int[] found, int count) {
    if (count == 1) {
      return found[0] > 1000 ? of(found[0], 0, 0) : 0;
    }
    if (count == 2) {
      return found[0] > 31 ? of(found[0], found[1], 0) : of(found[1], found[0], 0);
    }
    if (count < 3) {
      return 0;
    }
    if (found[0] > 31) {
      return of(found[0], found[1], found[2]);
    }
    boolean monthFirst = found[1] > 12 && found[0] <= 12;
    return monthFirst ? of(found[2], found[0], found[1]) : of(found[2], found[1], found[0]);
  }

  /// Reads eight nibbles that [#read] gave before: year, month, day.
  public static long ofNibbles(int nibbles) {
    int year = decimal(nibbles >>> 24) * 100 + decimal(nibbles >>> 16 & 0xff);
    return of(year, decimal(nibbles >>> 8 & 0xff), decimal(nibbles & 0xff));
  }

  private static int decimal(int nibbles) {
    return (nibbles >>> 4) * 10 + (nibbles & 15);
  }

  private static long eight(int digits) {
    int year = digits / 10000;
    int tail = digits % 10000;
    boolean yearFirst = plausible(year) && calendar(digits / 100 % 100, digits % 100);
    boolean dayFirst =
        !yearFirst && plausible(tail) && calendar(digits / 10000 % 100, digits / 1000000);
    if (dayFirst) {
      return of(tail, digits / 10000 % 100, digits / 1000000);
    }
    return of(year, digits / 100 % 100, digits % 100);
  }

  private static boolean calendar(int month, int day) {
    return month <= 12 && day <= 31;
  }

  private static boolean plausible(int year) {
    return year >= 1000 && year <= 2100 || year >= 2400 && year <= 2700;
  }

  private static long of(int written, int month, int day) {
    if (written < 0 || written > 9999 || month < 0 || month > 99 || day < 0 || day > 99) {
      return 0;
    }
    int year = written >= 2400 && written <= 2700 ? written - 543 : written;
    long packed = bcd(year / 100) << 24 | bcd(year % 100) << 16 | bcd(month) << 8 | bcd(day);
    packed |= (long) year << 32;
    packed |= year > 0 ? HAS_YEAR : 0;
    packed |= month > 0 ? HAS_MONTH : 0;
    packed |= day > 0 ? HAS_DAY : 0;
    return packed;
  }

  private static long bcd(int number) {
    return number / 10 << 4 | number % 10;
  }

  /// The year told, or 0.
  public static int year(long reading) {
    return (int) (reading >>> 32 & 0xffff);
  }

  /// Month and day as four decimal nibbles; 0 when either is not told.
  public static int monthAndDay(long reading) {
    return (reading & HAS_MONTH) != 0 && (reading & HAS_DAY) != 0 ? (int) (reading & 0xffff) : 0;
  }

  /// The month as two decimal nibbles; 0 when not told.
  public static int month(long reading) {
    return (int) (reading >>> 8 & 0xff);
  }

  /// Whether the date was given as about.
  public static boolean isAbout(long reading) {
    return (reading & ABOUT) != 0;
  }

  private static boolean allDigits(String text) {
    for (int k = 0; k < text.length(); k++) {
      if (text.charAt(k) < '0' || text.charAt(k) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String westernDigits(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int k = 0; k < text.length(); k++) {
      int digit = Character.digit(text.charAt(k), 10);
      plain.append(digit >= 0 ? (char) ('0' + digit) : text.charAt(k));
    }
    return plain.toString();
  }
}
