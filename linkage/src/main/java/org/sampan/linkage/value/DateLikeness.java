package org.sampan.linkage.value;

/// How two readings of dates stand to each other.
public enum DateLikeness {
  /// The same digits, however written.
  EXACT,
  /// One digit wrong, or two neighbours changed over.
  TYPO,
  /// Day and month changed over.
  TURNED,
  /// One of them tells the year only, or the first of January in its place; the years agree.
  VAGUE,
  /// Two of year, month and day agree.
  MONTH,
  /// The years agree.
  YEAR,
  /// The years lie one apart (five, where one is about), or 543 with the same day.
  AROUND,
  /// None of these.
  DIFFERENT;

  private static final int FIRST_OF_JANUARY = 0x0101;
  private static final long FULL =
      DateReading.HAS_YEAR | DateReading.HAS_MONTH | DateReading.HAS_DAY;

  /// Compares two readings, neither of them 0.
  public static DateLikeness of(long x, long y) {
    int digits = (int) (x ^ y);
    boolean full = (x & y & FULL) == FULL;
    if (x == y) {
      return full ? EXACT : VAGUE;
    }
    if (full) {
      if (digits == 0) {
        return EXACT;
      }
      if (slip((int) x, (int) y)) {
        return TYPO;
      }
      if (digits >>> 16 == 0 && (byte) x == (byte) (y >>> 8) && (byte) (x >>> 8) == (byte) y) {
        return TURNED;
      }
    }
    return coarse(x, y, digits, full);
  }

  private static DateLikeness coarse(long x, long y, int digits, boolean full) {
    int yearX = DateReading.year(x);
    int yearY = DateReading.year(y);
    if (yearX == yearY && yearX != 0) {
      if (!full || (short) x == FIRST_OF_JANUARY || (short) y == FIRST_OF_JANUARY) {
        return VAGUE;
      }
      return (digits & 0xff00) == 0 || (digits & 0xff) == 0 ? MONTH : YEAR;
    }
    if (full && (digits & 0xffff) == 0) {
      return Math.abs(yearX - yearY) == 543 ? AROUND : MONTH;
    }
    if (yearX == 0 || yearY == 0) {
      return DIFFERENT;
    }
    int reach = ((x | y) & DateReading.ABOUT) != 0 ? 5 : 1;
    return Math.abs(yearX - yearY) <= reach ? AROUND : DIFFERENT;
  }

  private static boolean slip(int x, int y) {
    int differ = x ^ y;
    int nibbles = (differ | differ >>> 1 | differ >>> 2 | differ >>> 3) & 0x11111111;
    int count = Integer.bitCount(nibbles);
    if (count == 1) {
      return true;
    }
    int place = Integer.numberOfTrailingZeros(nibbles);
    if (count != 2 || (nibbles >>> place) != 0x11) {
      return false;
    }
    int pairX = x >>> place & 0xff;
    int pairY = y >>> place & 0xff;
    return pairX == (pairY >>> 4 | (pairY & 15) << 4);
  }
}
