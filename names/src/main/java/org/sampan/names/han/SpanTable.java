package org.sampan.names.han;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Spellings found by their letters, five bits each, without making a text of them. Immutable.
final class SpanTable {

  /// So many letters fit a key.
  static final int LONGEST = 12;

  private static final int LETTER_BITS = 5;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] keys;
  private final double[] @Nullable [] values;
  private final int shift;
  private final int longest;
  private final long begins;

  /// @param spellings lower-case letters a to z; what is longer than [#LONGEST] is left out
  SpanTable(Map<String, double[]> spellings) {
    int bits = 2;
    while (1 << bits < 2 * spellings.size()) {
      bits++;
    }
    keys = new long[1 << bits];
    values = new double[1 << bits][];
    shift = Long.SIZE - bits;
    int most = 0;
    long first = 0;
    for (Map.Entry<String, double[]> each : spellings.entrySet()) {
      String latin = each.getKey();
      if (latin.length() > 0 && latin.length() <= LONGEST) {
        put(key(latin), each.getValue());
        most = Math.max(most, latin.length());
        first |= latin.length() < 2 ? 0 : begin(latin.charAt(0), latin.charAt(1));
      }
    }
    longest = most;
    begins = first;
  }

  private void put(long key, double[] value) {
    int at = (int) (key * SPREAD >>> shift);
    while (keys[at] != 0) {
      at = at + 1 & keys.length - 1;
    }
    keys[at] = key;
    values[at] = value;
  }

  /// What stands for a key, or null.
  double @Nullable [] of(long key) {
    int at = (int) (key * SPREAD >>> shift);
    while (keys[at] != 0) {
      if (keys[at] == key) {
        return values[at];
      }
      at = at + 1 & keys.length - 1;
    }
    return null;
  }

  /// Whether some spelling of two letters or more begins at a place and ends at or before another.
  boolean begins(String letters, int begin, int end) {
    if (end < begin + 2
        || (begins & begin(letters.charAt(begin), letters.charAt(begin + 1))) == 0) {
      return false;
    }
    long key = more(0, letters.charAt(begin));
    for (int at = begin + 1; at < Math.min(end, begin + longest); at++) {
      key = more(key, letters.charAt(at));
      if (of(key) != null) {
        return true;
      }
    }
    return false;
  }

  /// One of 64 bits for the first two letters.
  private static long begin(char first, char second) {
    return 1L << (first * 7 + second & 63);
  }

  /// The key of a span one letter longer.
  static long more(long key, char letter) {
    return key << LETTER_BITS | letter & 31;
  }

  private static long key(String latin) {
    long key = 0;
    for (int i = 0; i < latin.length(); i++) {
      key = more(key, latin.charAt(i));
    }
    return key;
  }
}
