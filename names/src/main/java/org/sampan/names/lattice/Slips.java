package org.sampan.names.lattice;

/// The price of slips, as probabilities: a letter too many, a segment without letters, a segment
/// spelled by one or two letters nobody foresaw. Judged, not learned: slips are rare, and what is
/// learned from one file would be that file's clerk. Held beside one Latin form at a time: the
/// arrays are indexed by how many of its letters are spelled once the slip is done.
final class Slips {

  /// A segment that no letter spells.
  static final double SILENT = 0.003;

  private static final double EXTRA = 0.012;
  private static final double STRANGE = 0.012;

  /// A letter too many: a vowel or an h slips in more easily than another letter.
  static final double EASY_EXTRA = EXTRA * 0.15;

  static final double HARD_EXTRA = EXTRA * 0.03;

  /// A strange letter of the segment's own sort, vowel or consonant, and of the other.
  static final double ALIKE = STRANGE * 0.13;

  static final double UNLIKE = STRANGE * 0.012;

  /// Two strange letters of the segment's sort.
  static final double TWO = STRANGE * 0.13 * 0.13 * 0.5;

  /// 1 for the code of a vowel, else 0; and for that of a letter that slips in easily.
  static final double[] VOWEL = new double[Letters.CODES];

  static final double[] EASY = new double[Letters.CODES];

  static {
    for (int code = 0; code < Letters.CODES; code++) {
      VOWEL[code] = Letters.vowel(code) ? 1 : 0;
      EASY[code] = VOWEL[code];
    }
    EASY[Letters.code('h')] = 1;
  }

  private static final int WIDTH = Letters.MOST + 1;

  /// A letter too many.
  final double[] extra = new double[WIDTH];

  /// The same letter and the one before it, both too many.
  final double[] twoExtra = new double[WIDTH];

  /// A vowel, and a consonant, that this letter spells though nobody foresaw it.
  final double[] strangeVowel = new double[WIDTH];

  final double[] strangeConsonant = new double[WIDTH];

  /// The same with two letters of its sort.
  final double[] twoStrangeVowels = new double[WIDTH];

  final double[] twoStrangeConsonants = new double[WIDTH];

  /// Prices the letters of a form.
  void price(Letters form) {
    boolean before = false;
    for (int at = 1; at <= form.length; at++) {
      int code = form.codes[at - 1];
      boolean vowel = Letters.vowel(code);
      extra[at] = EASY[code] > 0 ? EASY_EXTRA : HARD_EXTRA;
      twoExtra[at] = at > 1 ? extra[at] * extra[at - 1] : 0;
      strangeVowel[at] = vowel ? ALIKE : UNLIKE;
      strangeConsonant[at] = vowel ? UNLIKE : ALIKE;
      boolean pair = at > 1 && vowel == before;
      twoStrangeVowels[at] = pair && vowel ? TWO : 0;
      twoStrangeConsonants[at] = pair && !vowel ? TWO : 0;
      before = vowel;
    }
  }
}
