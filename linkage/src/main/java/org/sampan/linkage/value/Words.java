package org.sampan.linkage.value;

/// Compares texts of several words, each text as its symbols. A word ends at a blank.
public final class Words {

  private static final byte BLANK = 27;
  private static final int MOST = 16;

  private Words() {}

  /// Two bits of 64 for each word but the ones passed over: two texts that share such a word share a bit
  /// in either half.
  public static long marks(String folded, java.util.Set<String> passedOver) {
    long marks = 0;
    int begin = 0;
    for (int k = 0; k <= folded.length(); k++) {
      if (k == folded.length() || folded.charAt(k) == ' ') {
        if (k - begin > 2 && (passedOver.isEmpty() || !passedOver.contains(folded.substring(begin, k)))) {
          int hash = 0;
          for (int letter = begin; letter < k; letter++) {
            hash = hash * 31 + folded.charAt(letter);
          }
          hash *= 0x9E3779B1;
          marks |= 1L << (hash >>> 27) | 1L << 32 + (hash >>> 22 & 31);
        }
        begin = k + 1;
      }
    }
    return marks;
  }

  /// Whether the marks of two texts allow that they share a word; one pair in ten or so is let through
  /// wrongly.
  public static boolean mayShare(long marks, long others) {
    long shared = marks & others;
    return (int) shared != 0 && shared >>> 32 != 0;
  }

  /// How much of the shorter text's letters stand in words that the other text has too, in any
  /// order: each word of it counts by the likeness of the best word not yet taken, when that is
  /// 0.85 or more.
  public static float covered(byte[] symbols, int fromX, int lengthX, int fromY, int lengthY) {
    if (lengthX > lengthY) {
      return covered(symbols, fromY, lengthY, fromX, lengthX);
    }
    int[] ends = new int[MOST];
    int words = ends(symbols, fromY, lengthY, ends);
    int taken = 0;
    float met = 0;
    int letters = 0;
    int begin = 0;
    for (int k = 0; k <= lengthX; k++) {
      if (k < lengthX && symbols[fromX + k] != BLANK) {
        continue;
      }
      int length = k - begin;
      if (length > 0) {
        int best = best(symbols, fromX + begin, length, fromY, ends, words | (long) taken << 32);
        if (best >= 0) {
          taken |= 1 << (best >>> 16);
          met += length * (best & 0xffff) / 10000f;
        }
        letters += length;
      }
      begin = k + 1;
    }
    return letters == 0 ? 0 : met / letters;
  }

  private static int ends(byte[] symbols, int from, int length, int[] ends) {
    int words = 0;
    for (int k = 0; k <= length && words < MOST; k++) {
      if (k == length || symbols[from + k] == BLANK) {
        ends[words++] = k;
      }
    }
    return words;
  }

  /// The best untaken word of the other text: its number in the upper half, its likeness in
  /// 10,000ths in the lower; -1 when none is alike enough.
  private static int best(
      byte[] symbols, int word, int length, int fromY, int[] ends, long wordsAndTaken) {
    int words = (int) wordsAndTaken;
    int taken = (int) (wordsAndTaken >>> 32);
    int found = -1;
    int most = 8499;
    int begin = 0;
    for (int k = 0; k < words; k++) {
      int other = ends[k] - begin;
      if (other > 0 && (taken & 1 << k) == 0) {
        int alike = wordAlike(symbols, word, length, fromY + begin, other);
        if (alike > most) {
          most = alike;
          found = k << 16 | alike;
        }
      }
      begin = ends[k] + 1;
    }
    return found;
  }

  private static int wordAlike(byte[] symbols, int x, int lengthX, int y, int lengthY) {
    if (lengthX == 1 || lengthY == 1) {
      return symbols[x] == symbols[y] ? lengthX == lengthY ? 10000 : 9000 : 0;
    }
    return (int) (10000 * JaroWinkler.similarity(symbols, x, lengthX, symbols, y, lengthY));
  }
}
