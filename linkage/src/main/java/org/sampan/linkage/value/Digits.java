package org.sampan.linkage.value;

/// A number or short code in one long: its length in the upper 4 bits, then a nibble for each of at
/// most 15 characters from the left. Digits keep their value; a letter takes one of 16 nibbles, so
/// two different codes can look alike (which then counts as a slip, never as equality).
public final class Digits {

  /// How two codes stand to each other.
  public enum Likeness {
    /// One character left out, put in or changed, or two neighbours changed over.
    TYPO,
    /// At least half of the characters agree from the ends.
    PART,
    /// Neither.
    NONE
  }

  private Digits() {}

  /// Packs letters and digits, whatever stands between them left out; 0 when there are none. Of
  /// more than 15 the last 15 count.
  public static long pack(String text) {
    long packed = 0;
    int length = 0;
    for (int k = 0; k < text.length(); k++) {
      char letter = text.charAt(k);
      if (!Character.isLetterOrDigit(letter)) {
        continue;
      }
      int digit = Character.digit(letter, 10);
      long nibble = digit >= 0 ? digit : Character.toLowerCase(letter) * 7L + 10 & 15;
      packed = packed << 4 & 0x0fffffffffffffffL | nibble;
      length = Math.min(15, length + 1);
    }
    return length == 0 ? 0 : (long) length << 60 | packed << 4 * (15 - length);
  }

  /// How many characters a packed code has.
  public static int length(long packed) {
    return (int) (packed >>> 60);
  }

  /// How two packed codes that are not the same text stand to each other.
  public static Likeness likeness(long x, long y) {
    int lengthX = length(x);
    int lengthY = length(y);
    int shorter = Math.min(lengthX, lengthY);
    int longer = Math.max(lengthX, lengthY);
    int head = Math.min(shorter, Long.numberOfLeadingZeros((x ^ y) << 4) >> 2);
    long endX = (x << 4) >>> 4 + 4 * (15 - lengthX);
    long endY = (y << 4) >>> 4 + 4 * (15 - lengthY);
    int tail = Math.min(shorter - head, Long.numberOfTrailingZeros(endX ^ endY) >> 2);
    int agree = head + tail;
    if (longer > 1 && (agree >= longer - 1 || lengthX == lengthY && turned(x, y, head, agree))) {
      return Likeness.TYPO;
    }
    return 2 * agree > longer ? Likeness.PART : Likeness.NONE;
  }

  private static boolean turned(long x, long y, int head, int agree) {
    int length = length(x);
    if (agree != length - 2) {
      return false;
    }
    int place = 4 * (13 - head);
    long pairX = x >>> place & 0xff;
    long pairY = y >>> place & 0xff;
    return pairX == (pairY >>> 4 | (pairY & 15) << 4);
  }
}
