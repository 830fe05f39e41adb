package org.sampan.linkage.value;

/// Folded text as bytes, one a letter: `a` to `z` are 1 to 26, a blank is 27, digits are 28 to 37,
/// a letter of another script is 128 and up by its place in its block (which is exact for Thai,
/// Lao, Khmer and Burmese, and shared by one in 128 for Han).
///
/// The *bag* of a text is 58 bits (29 classes of symbols, seen once, seen twice) and its length in
/// the upper 6: enough for a ceiling on how many symbols two texts can share.
public final class Symbols {

  /// A longer text is cut here; the bag's length must fit in 6 bits.
  public static final int LONGEST = 63;

  private static final int CLASSES = 29;
  private static final long SEEN = (1L << 2 * CLASSES) - 1;

  private Symbols() {}

  /// Writes the symbols of a folded text, at most [#LONGEST], and returns how many.
  public static int write(String folded, byte[] to, int start) {
    int length = Math.min(folded.length(), LONGEST);
    for (int k = 0; k < length; k++) {
      to[start + k] = symbol(folded.charAt(k));
    }
    return length;
  }

  private static byte symbol(char letter) {
    if (letter >= 'a' && letter <= 'z') {
      return (byte) (letter - 'a' + 1);
    }
    if (letter == ' ') {
      return 27;
    }
    if (letter >= '0' && letter <= '9') {
      return (byte) (letter - '0' + 28);
    }
    return (byte) (letter & 0x7f | 0x80);
  }

  /// The bag of symbols.
  public static long bag(byte[] symbols, int start, int length) {
    long bag = 0;
    for (int k = start; k < start + length; k++) {
      long once = 1L << (symbols[k] & 0xff) % CLASSES;
      bag |= (bag & once) == 0 ? once : once << CLASSES;
    }
    return bag | (long) length << 58;
  }

  /// The length that a bag tells.
  public static int length(long bag) {
    return (int) (bag >>> 58);
  }

  /// The most symbols that two texts can have in common, by their bags alone.
  public static int ceiling(long a, long b) {
    int unseenA = length(a) - Long.bitCount(a & SEEN);
    int unseenB = length(b) - Long.bitCount(b & SEEN);
    return Long.bitCount(a & b & SEEN) + Math.min(unseenA, unseenB);
  }
}
