package org.sampan.names.lattice;

/// Passes a lattice with slips of the pen allowed, beside many forms at once. The same sums as
/// [SlipAlignment] in the same order, so the results are equal to the last bit; but place after
/// place instead of node after node, because then what is at hand is small. Every inner loop runs
/// over the lanes of plain arrays, which the compiler turns into vector instructions. Scratch space
/// of one thread.
final class SlipsAbreast {

  private static final int LANES = FormsAbreast.LANES;
  private static final int WIDTH = FormsAbreast.WIDTH;
  private static final double[] NONE = new double[LANES];

  private final FormsAbreast forms;

  /// The prices of [Slips], by how many letters are spelled and by lane.
  private final double[][] extra = new double[WIDTH][LANES];

  private final double[][] twoExtra = new double[WIDTH][LANES];
  private final double[][] strangeVowel = new double[WIDTH][LANES];
  private final double[][] strangeConsonant = new double[WIDTH][LANES];
  private final double[][] twoStrangeVowels = new double[WIDTH][LANES];
  private final double[][] twoStrangeConsonants = new double[WIDTH][LANES];

  /// Of each node the sums at an odd place before letters too many were added.
  private double[][] bare = new double[0][];

  private final double[] sum = new double[LANES];
  private int width;

  SlipsAbreast(FormsAbreast forms) {
    this.forms = forms;
  }

  /// Prices the letters of the forms at hand.
  void price() {
    width = forms.width();
    for (int at = 1; at <= forms.longest(); at++) {
      price(at, forms.vowel[at], forms.vowel[at - 1], forms.easy[at]);
    }
  }

  private void price(int at, double[] vowel, double[] vowelBefore, double[] easy) {
    double[] price = extra[at];
    double[] priceBefore = extra[at - 1];
    double[] two = twoExtra[at];
    double[] vowels = strangeVowel[at];
    double[] consonants = strangeConsonant[at];
    double[] twoVowels = twoStrangeVowels[at];
    double[] twoConsonants = twoStrangeConsonants[at];
    double pair = at > 1 ? Slips.TWO : 0;
    for (int lane = 0; lane < width; lane++) {
      price[lane] = easy[lane] * Slips.EASY_EXTRA + (1 - easy[lane]) * Slips.HARD_EXTRA;
    }
    for (int lane = 0; lane < width; lane++) {
      two[lane] = price[lane] * priceBefore[lane];
    }
    for (int lane = 0; lane < width; lane++) {
      double is = vowel[lane];
      vowels[lane] = is * Slips.ALIKE + (1 - is) * Slips.UNLIKE;
      consonants[lane] = is * Slips.UNLIKE + (1 - is) * Slips.ALIKE;
    }
    for (int lane = 0; lane < width; lane++) {
      twoVowels[lane] = vowel[lane] * vowelBefore[lane] * pair;
      twoConsonants[lane] = (1 - vowel[lane]) * (1 - vowelBefore[lane]) * pair;
    }
  }

  /// Fills the columns of a lattice; those of its first node are given, the others 0.
  void pass(Lattice lattice, StepsAbreast steps, double[][] cells) {
    if (bare.length < lattice.nodes) {
      bare = new double[lattice.nodes][LANES];
    }
    for (int at = 0; at <= forms.longest(); at++) {
      for (int node = 0; node <= lattice.last(); node++) {
        int cell = node * WIDTH + at;
        if (at > 0) {
          extraLetter(cells, cell, at);
        }
        if (node < lattice.last()) {
          spell(steps, cells, cell);
          strangeLetters(lattice, node, cells, at);
        }
      }
    }
  }

  /// A letter too many: its share of the place before it. Two places at a time, as [SlipAlignment]
  /// does it.
  private void extraLetter(double[][] cells, int cell, int at) {
    double[] here = cells[cell];
    double[] plain = bare[cell / WIDTH];
    double[] price = extra[at];
    if ((at & 1) != 0) {
      double[] before = cells[cell - 1];
      for (int lane = 0; lane < width; lane++) {
        double one = here[lane];
        plain[lane] = one;
        here[lane] = one + before[lane] * price[lane];
      }
    } else {
      double[] before = cells[cell - 2];
      double[] priceOfTwo = twoExtra[at];
      for (int lane = 0; lane < width; lane++) {
        double two = here[lane] + plain[lane] * price[lane];
        here[lane] = two + before[lane] * priceOfTwo[lane];
      }
    }
  }

  private void spell(StepsAbreast steps, double[][] cells, int cell) {
    for (int found = steps.first(cell); found >= 0; found = steps.next(found)) {
      double[] source = cells[steps.source(found)];
      double[] target = cells[steps.target(found)];
      double weight = steps.weight(found);
      if (steps.source(found) == cell) {
        add(source, target, weight, width);
      } else {
        for (int word = 0; word < FormsAbreast.WORDS; word++) {
          addSome(source, target, weight, steps.lanes(found, word), word << 6);
        }
      }
    }
  }

  private static void add(double[] source, double[] target, double weight, int width) {
    for (int lane = 0; lane < width; lane++) {
      target[lane] += source[lane] * weight;
    }
  }

  private static void addSome(
      double[] source, double[] target, double weight, long some, int first) {
    for (long left = some; left != 0; left &= left - 1) {
      int lane = first + Long.numberOfTrailingZeros(left);
      target[lane] += source[lane] * weight;
    }
  }

  private void strangeLetters(Lattice lattice, int node, double[][] cells, int at) {
    int vowels = lattice.firstSlip[2 * node];
    int consonants = lattice.firstSlip[2 * node + 1];
    int end = lattice.firstSlip[2 * node + 2];
    int cell = node * WIDTH + at;
    if (vowels < consonants) {
      sum(cells, cell, strangeVowel[at], twoStrangeVowels[at]);
      spread(lattice, cells, at, vowels, consonants);
    }
    if (consonants < end) {
      sum(cells, cell, strangeConsonant[at], twoStrangeConsonants[at]);
      spread(lattice, cells, at, consonants, end);
    }
  }

  /// A segment that no letter spells, or one or two strange ones.
  private void sum(double[][] cells, int cell, double[] ones, double[] twos) {
    int at = cell % WIDTH;
    double[] all = sum;
    double[] here = cells[cell];
    double[] before = at > 0 ? cells[cell - 1] : NONE;
    double[] beforeThat = at > 1 ? cells[cell - 2] : NONE;
    for (int lane = 0; lane < width; lane++) {
      all[lane] =
          here[lane] * Slips.SILENT + before[lane] * ones[lane] + beforeThat[lane] * twos[lane];
    }
  }

  private void spread(Lattice lattice, double[][] cells, int at, int first, int end) {
    for (int slip = first; slip < end; slip++) {
      double[] target = cells[lattice.slipTo[slip] * WIDTH + at];
      add(sum, target, lattice.slipWeight[slip], width);
    }
  }
}
