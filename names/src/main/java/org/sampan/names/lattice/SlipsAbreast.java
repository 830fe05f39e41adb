package org.sampan.names.lattice;

import org.sampan.names.prefixes.PrefixTree;
import org.sampan.names.prefixes.PrefixesAtHand;

/// Slips of the pen beside many forms at once: the same sums as [SlipAlignment] in the same order,
/// so the results are equal to the last bit. A column holds one number for each beginning of a
/// form; inner loops run over plain arrays, most of which the compiler turns into vector
/// instructions. Scratch space of one thread.
final class SlipsAbreast {

  /// The prices of [Slips] by the letter.
  private static final double[] EXTRA = new double[Letters.CODES];

  private static final double[] STRANGE_VOWEL = new double[Letters.CODES];
  private static final double[] STRANGE_CONSONANT = new double[Letters.CODES];

  /// 1 for a consonant or digit, else 0.
  private static final double[] CONSONANT = new double[Letters.CODES];

  static {
    for (int code = 1; code < Letters.CODES; code++) {
      boolean vowel = Letters.vowel(code);
      EXTRA[code] = Slips.EASY[code] > 0 ? Slips.EASY_EXTRA : Slips.HARD_EXTRA;
      STRANGE_VOWEL[code] = vowel ? Slips.ALIKE : Slips.UNLIKE;
      STRANGE_CONSONANT[code] = vowel ? Slips.UNLIKE : Slips.ALIKE;
      CONSONANT[code] = vowel ? 0 : 1;
    }
  }

  private final PrefixesAtHand prefixes;

  /// The prices of the letters at hand.
  private double[] extra = new double[0];

  private double[] twoExtra = extra;
  private double[] strangeVowel = extra;
  private double[] strangeConsonant = extra;
  private double[] twoStrangeVowels = extra;
  private double[] twoStrangeConsonants = extra;

  /// Of the node at hand: its sums before letters too many were added, those one letter before, and
  /// those two letters before.
  private double[] bare = extra;

  private double[] before = extra;
  private double[] beforeThat = extra;

  /// What each edge of a node takes its share of.
  private double[] sum = extra;

  private int count;

  SlipsAbreast(PrefixesAtHand prefixes) {
    this.prefixes = prefixes;
  }

  /// Prices the letters of the forms at hand.
  void price() {
    count = prefixes.count();
    room();
    char[] parents = prefixes.parents();
    for (int i = 1; i < count; i++) {
      int code = prefixes.symbol(i) & PrefixTree.LETTER;
      int codeBefore = prefixes.symbol(parents[i]) & PrefixTree.LETTER;
      extra[i] = EXTRA[code];
      twoExtra[i] = EXTRA[code] * EXTRA[codeBefore];
      strangeVowel[i] = STRANGE_VOWEL[code];
      strangeConsonant[i] = STRANGE_CONSONANT[code];
      twoStrangeVowels[i] = Slips.VOWEL[code] * Slips.VOWEL[codeBefore] * Slips.TWO;
      twoStrangeConsonants[i] = CONSONANT[code] * CONSONANT[codeBefore] * Slips.TWO;
    }
  }

  private void room() {
    if (extra.length < count) {
      int room = count + (count >> 2);
      extra = new double[room];
      twoExtra = new double[room];
      strangeVowel = new double[room];
      strangeConsonant = new double[room];
      twoStrangeVowels = new double[room];
      twoStrangeConsonants = new double[room];
      bare = new double[room];
      before = new double[room];
      beforeThat = new double[room];
      sum = new double[room];
    }
  }

  /// Letters too many at a node: each beginning gets its share of the one before it. Two at a time,
  /// as [SlipAlignment] does it.
  ///
  /// @param strange whether [#strangeLetters] follows
  void extraLetters(double[] here, boolean strange) {
    bare[0] = here[0];
    for (int level = 1; level <= prefixes.longest(); level++) {
      int from = prefixes.level(level);
      int to = prefixes.level(level + 1);
      boolean odd = (level & 1) != 0;
      if (odd) {
        gather(here, before, from, to);
        System.arraycopy(here, from, bare, from, to - from);
        add(here, before, extra, from, to);
      } else {
        gather(bare, bare, from, to);
        gather(before, beforeThat, from, to);
        if (strange) {
          gather(here, before, from, to);
        }
        add(here, bare, extra, from, to);
        add(here, beforeThat, twoExtra, from, to);
      }
      if (strange && odd) {
        gather(before, beforeThat, from, to);
      }
    }
  }

  /// Takes of each beginning what the one before it has.
  private void gather(double[] of, double[] into, int from, int to) {
    char[] parents = prefixes.parents();
    for (int i = from; i < to; i++) {
      into[i] = of[parents[i]];
    }
  }

  private static void add(double[] here, double[] from, double[] prices, int begin, int end) {
    for (int i = begin; i < end; i++) {
      here[i] += from[i] * prices[i];
    }
  }

  /// Segments of a node that no letter spells, or one or two strange ones.
  void strangeLetters(Lattice lattice, int node, double[][] cells) {
    int vowels = lattice.firstSlip[2 * node];
    int consonants = lattice.firstSlip[2 * node + 1];
    int end = lattice.firstSlip[2 * node + 2];
    if (vowels < consonants) {
      sum(cells[node], strangeVowel, twoStrangeVowels);
      spread(lattice, vowels, consonants, cells);
    }
    if (consonants < end) {
      sum(cells[node], strangeConsonant, twoStrangeConsonants);
      spread(lattice, consonants, end, cells);
    }
  }

  private void sum(double[] here, double[] ones, double[] twos) {
    double[] all = sum;
    double[] one = before;
    double[] two = beforeThat;
    int end = count;
    for (int i = 0; i < end; i++) {
      all[i] = here[i] * Slips.SILENT + one[i] * ones[i] + two[i] * twos[i];
    }
  }

  private void spread(Lattice lattice, int first, int end, double[][] cells) {
    for (int slip = first; slip < end; slip++) {
      add(sum, cells[lattice.slipTo[slip]], lattice.slipWeight[slip], count);
    }
  }

  /// Adds a share of each number.
  static void add(double[] source, double[] target, double weight, int count) {
    for (int i = 0; i < count; i++) {
      target[i] += source[i] * weight;
    }
  }
}
