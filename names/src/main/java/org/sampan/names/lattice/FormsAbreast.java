package org.sampan.names.lattice;

/// At most [#LANES] Latin forms side by side: everything here holds one bit, or one column, a form,
/// its *lane*. So one look finds all forms that have a letter at a place, and one pass over plain
/// arrays does the sums of all. Scratch space of one thread.
final class FormsAbreast {

  static final int LANES = 128;

  /// Machine words that hold one bit a lane.
  static final int WORDS = LANES >> 6;

  static final int WIDTH = Letters.MOST + 1;

  final LatinForm[] forms = new LatinForm[LANES];

  /// 1 where a form has a vowel at a place, else 0; by how many letters are spelled, and lane.
  final double[][] vowel = new double[WIDTH][LANES];

  /// The same for a letter that slips in easily.
  final double[][] easy = new double[WIDTH][LANES];

  private final int[] lengths = new int[LANES];
  private int count;
  private int longest;

  /// Which forms have a letter at a place: lanes, by [#word].
  private final long[] lanes = new long[(WIDTH + 64) * Letters.CODES * WORDS];

  /// At which places any form has a letter.
  private final long[] anywhere = new long[64];

  /// Takes forms in place of those at hand.
  ///
  /// @param all some forms
  /// @param chosen their numbers, of which those from `from` are taken, at most [#LANES]
  /// @param to the end of the numbers
  void take(LatinForm[] all, int[] chosen, int from, int to) {
    clear();
    count = Math.min(LANES, to - from);
    for (int lane = 0; lane < count; lane++) {
      LatinForm form = all[chosen[from + lane]];
      byte[] codes = form.letters().codes;
      forms[lane] = form;
      lengths[lane] = codes.length;
      longest = Math.max(longest, codes.length);
      for (int at = 0; at < codes.length; at++) {
        int code = codes[at];
        lanes[word(code, at, lane >> 6)] |= 1L << lane;
        anywhere[code] |= 1L << at;
        vowel[at + 1][lane] = Slips.VOWEL[code];
        easy[at + 1][lane] = Slips.EASY[code];
      }
    }
  }

  private void clear() {
    for (int lane = 0; lane < count; lane++) {
      byte[] codes = forms[lane].letters().codes;
      for (int at = 0; at < codes.length; at++) {
        lanes[word(codes[at], at, lane >> 6)] = 0;
        anywhere[codes[at]] = 0;
      }
    }
    longest = 0;
  }

  private static int word(int letter, int place, int word) {
    return (place * Letters.CODES + letter) * WORDS + word;
  }

  int count() {
    return count;
  }

  /// The count made full, so that vectors are.
  int width() {
    return count + 7 & ~7;
  }

  /// The length of the longest form.
  int longest() {
    return longest;
  }

  int length(int lane) {
    return lengths[lane];
  }

  /// One bit for each form of a word.
  long all(int word) {
    int left = count - (word << 6);
    return left >= 64 ? -1 : left <= 0 ? 0 : -1L >>> 64 - left;
  }

  /// At which places the letters of a step begin in any form, one bit a place.
  long anywhere(Lattice lattice, int step) {
    int begin = lattice.start[step];
    long all = -1;
    for (int i = begin; i < lattice.start[step + 1]; i++) {
      all &= anywhere[lattice.letters[i]] >>> i - begin;
    }
    return all;
  }

  /// Which forms of a word have the letters of a step at a place.
  long at(Lattice lattice, int step, int place, int word) {
    int begin = lattice.start[step];
    long all = -1;
    for (int i = begin; i < lattice.start[step + 1]; i++) {
      all &= lanes[word(lattice.letters[i], place + i - begin, word)];
    }
    return all;
  }
}
