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
  private static final double ALIKE = 0.13;
  private static final double UNLIKE = 0.012;
  private static final int LETTER_H = 8;

  private static final int WIDTH = Letters.MOST + 1;

  /// A letter too many: a vowel or an h slips in more easily than another letter.
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
      extra[at] = EXTRA * (vowel || code == LETTER_H ? 0.15 : 0.03);
      twoExtra[at] = at > 1 ? extra[at] * extra[at - 1] : 0;
      strangeVowel[at] = STRANGE * (vowel ? ALIKE : UNLIKE);
      strangeConsonant[at] = STRANGE * (vowel ? UNLIKE : ALIKE);
      boolean pair = at > 1 && vowel == before;
      twoStrangeVowels[at] = pair && vowel ? STRANGE * ALIKE * ALIKE * 0.5 : 0;
      twoStrangeConsonants[at] = pair && !vowel ? STRANGE * ALIKE * ALIKE * 0.5 : 0;
      before = vowel;
    }
  }
}
