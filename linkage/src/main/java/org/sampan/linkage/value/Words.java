package org.sampan.linkage.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares texts of several words, each text as its symbols. A word ends at a blank.
public final class Words {

  private static final byte BLANK = 27;
  private static final int MOST = 16;

  private Words() {}

  /// The words that stand in more than one text in fifty.
  public static Set<String> common(List<String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      for (String word : text.split(" ")) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    counts.values().removeIf(count -> count <= texts.size() / 50);
    return counts.keySet();
  }

  /// Two bits of 64 for each word but the ones passed over: two texts that share such a word share
  /// a bit in either half.
  public static long marks(String folded, Set<String> passedOver) {
    long marks = 0;
    int begin = 0;
    for (int k = 0; k <= folded.length(); k++) {
      if (k == folded.length() || folded.charAt(k) == ' ') {
        if (k - begin > 2
            && (passedOver.isEmpty() || !passedOver.contains(folded.substring(begin, k)))) {
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

  /// Whether the marks of two texts allow that they share a word; one pair in ten or so is let
  /// through wrongly.
  public static boolean mayShare(long marks, long others) {
    long shared = marks & others;
    return (int) shared != 0 && shared >>> 32 != 0;
  }

  /// How much of the shorter text's letters stand in words that the other text has too, in any
  /// order: each word of it counts by the likeness of the best word not yet taken, when that is 0.8
  /// or more.
  public static float covered(Text x, Text y) {
    if (x.length > y.length) {
      return covered(y, x);
    }
    int[] ends = new int[MOST];
    int words = ends(y, ends);
    int taken = 0;
    float met = 0;
    int letters = 0;
    int begin = 0;
    Text word = new Text();
    for (int k = 0; k <= x.length; k++) {
      if (k < x.length && x.symbol(k) != BLANK) {
        continue;
      }
      int length = k - begin;
      if (length > 0) {
        word.at(x.symbols, x.from + begin, length);
        int best = best(word, y, ends, words, taken);
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

  private static int ends(Text text, int[] ends) {
    int words = 0;
    for (int k = 0; k <= text.length && words < MOST; k++) {
      if (k == text.length || text.symbol(k) == BLANK) {
        ends[words++] = k;
      }
    }
    return words;
  }

  /// The best untaken word of the other text: its number in the upper half, its likeness in
  /// 10,000ths in the lower; -1 when none is alike enough.
  private static int best(Text word, Text text, int[] ends, int words, int taken) {
    int found = -1;
    int most = 7999;
    int begin = 0;
    Text other = new Text();
    for (int k = 0; k < words; k++) {
      int length = ends[k] - begin;
      if (length > 0 && (taken & 1 << k) == 0) {
        int alike = wordAlike(word, other.at(text.symbols, text.from + begin, length));
        if (alike > most) {
          most = alike;
          found = k << 16 | alike;
        }
      }
      begin = ends[k] + 1;
    }
    return found;
  }

  private static int wordAlike(Text x, Text y) {
    if (x.length == 1 || y.length == 1) {
      return x.symbol(0) == y.symbol(0) ? x.length == y.length ? 10000 : 9000 : 0;
    }
    return (int) (10000 * JaroWinkler.similarity(x, y));
  }
}
