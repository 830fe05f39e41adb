package org.sampan.names.lattice;

import java.util.Arrays;
import java.util.List;

/// Sums the probability of every way in which lattices, one after another, spell a Latin form.
///
/// A row of numbers at each node holds, for each count of letters spelled so far, the probability
/// of arriving there. *Exactly*, only the counts that can be reached are visited: they are the bits
/// of one machine word, and so are the places of each letter in the form, so that a step of several
/// letters fits where the shifted words of its letters agree. *With slips* every count can be
/// reached, and rows are passed on whole. Nothing is allocated on the way. Holds scratch space: one
/// alignment belongs to one thread.
public final class Alignment {

  private static final int WIDTH = Letters.MOST + 1;
  private static final double LOG_2 = Math.log(2);

  /// Zeros before each row, so that slips may look two letters back.
  private static final int PAD = 2;

  /// The row between two parts, and which of its counts are reached.
  private final double[] between = new double[WIDTH];

  private long betweenReached;

  /// Where each letter stands in the form at hand.
  private final long[] places = new long[64];

  private final Slips prices = new Slips();
  private final double[] strange = new double[WIDTH + PAD];
  private Letters form = Letters.of("");

  /// The letters of the form, and bit 0 for steps without letters.
  private long present = 1;

  private boolean priced;
  private int stride;
  private double[] rows = new double[32 * (WIDTH + PAD)];
  private long[] reached = new long[32];

  /// Base-2 logarithm of the probability that parts, in this order, are spelled so; minus infinity
  /// when they cannot be.
  ///
  /// @param parts the lattices in the order tried
  /// @param latin the Latin form, with the price of each token that no part spells
  /// @param absent the probability that a part is left out, and that a token is one too many
  /// @param slips whether slips of the pen are allowed
  public double spellingBits(List<Lattice> parts, LatinForm latin, double absent, boolean slips) {
    begin(latin.letters());
    boolean several = latin.tokenPrices().length > 0;
    for (int i = 0; i < parts.size(); i++) {
      if (several) {
        skipTokens(latin, absent);
      }
      if (slips) {
        passWithSlips(parts.get(i), absent);
      } else {
        pass(parts.get(i), absent);
      }
    }
    if (several) {
      skipTokens(latin, absent);
    }
    double probability = between[form.length];
    return probability > 0 ? Math.log(probability) / LOG_2 : Double.NEGATIVE_INFINITY;
  }

  /// Starts before the first letter of a form.
  private void begin(Letters latin) {
    if (latin != form) {
      for (byte code : form.codes) {
        places[code] = 0;
      }
      for (int i = 0; i < latin.length; i++) {
        places[latin.codes[i]] |= 1L << i;
      }
      form = latin;
      present = FormOutline.letters(latin.outline) | 1;
      priced = false;
      stride = latin.length + 1 + PAD;
    }
    Arrays.fill(between, 0, latin.length + 1, 0);
    betweenReached = 1;
    between[0] = 1;
  }

  /// Allows whole tokens of the Latin form that no part spells: a title easily, another token with
  /// probability `extra`.
  private void skipTokens(LatinForm latin, double extra) {
    int begin = 0;
    for (int i = 0; i < form.tokens.length; i++) {
      int end = form.tokens[i];
      if ((betweenReached >>> begin & 1) != 0) {
        between[end] += between[begin] * latin.tokenPrices()[i] * (latin.titles()[i] ? 0.5 : extra);
        betweenReached |= 1L << end;
      }
      begin = end;
    }
  }

  /// Passes one part; `absent` is the probability that it was left out of the Latin form.
  private void pass(Lattice lattice, double absent) {
    open(lattice);
    Arrays.fill(reached, 0, lattice.nodes, 0);
    reached[0] = betweenReached;
    for (int node = 0; node < lattice.last(); node++) {
      if (reached[node] != 0) {
        spell(lattice, node);
      }
    }
    close(lattice, reached[lattice.last()], absent);
  }

  /// The same, slips allowed.
  private void passWithSlips(Lattice lattice, double absent) {
    if (!priced) {
      prices.price(form);
      priced = true;
    }
    open(lattice);
    Arrays.fill(rows, stride, lattice.nodes * stride, 0);
    for (int node = 0; node <= lattice.last(); node++) {
      extraLetters(node * stride + PAD);
      if (node < lattice.last()) {
        spellAll(lattice, node);
        strangeLetters(lattice, node);
      }
    }
    close(lattice, -1L >>> 63 - form.length, absent);
  }

  private void open(Lattice lattice) {
    if (reached.length < lattice.nodes) {
      reached = new long[lattice.nodes * 2];
      rows = new double[lattice.nodes * 2 * (WIDTH + PAD)];
    }
    Arrays.fill(rows, 0, PAD, 0);
    System.arraycopy(between, 0, rows, PAD, form.length + 1);
  }

  private void close(Lattice lattice, long done, double absent) {
    int row = lattice.last() * stride + PAD;
    if (absent == 0) {
      betweenReached = 0;
      Arrays.fill(between, 0, form.length + 1, 0);
    }
    for (int at = 0; at <= form.length; at++) {
      between[at] = between[at] * absent + ((done >>> at & 1) != 0 ? rows[row + at] : 0);
    }
    betweenReached |= done;
  }

  /// Takes every step from a node that fits at a count that was reached.
  private void spell(Lattice lattice, int node) {
    long letters = lattice.firstLetters[node];
    for (long left = letters & present; left != 0; left &= left - 1) {
      int letter = Long.numberOfTrailingZeros(left);
      long fits = letter == 0 ? reached[node] : reached[node] & places[letter];
      if (fits != 0) {
        int group = lattice.firstGroup[node] + Long.bitCount(letters & (left & -left) - 1);
        for (int step = lattice.groups[group]; step < lattice.groups[group + 1]; step++) {
          long all = fits(lattice, step, fits);
          if (all != 0) {
            carry(lattice, node, step, all);
          }
        }
      }
    }
  }

  /// Of the places where the first letter of a step fits, those where all of them do.
  private long fits(Lattice lattice, int step, long first) {
    long fits = first;
    int begin = lattice.start[step];
    for (int i = begin + 1; i < lattice.start[step + 1]; i++) {
      fits &= places[lattice.letters[i]] >>> i - begin;
    }
    return fits;
  }

  private void carry(Lattice lattice, int node, int step, long fits) {
    int to = lattice.to[step];
    int letters = lattice.start[step + 1] - lattice.start[step];
    long before = reached[to];
    int source = node * stride + PAD;
    int target = to * stride + PAD + letters;
    double weight = lattice.weight[step];
    for (long left = fits; left != 0; left &= left - 1) {
      int at = Long.numberOfTrailingZeros(left);
      double value = rows[source + at] * weight;
      rows[target + at] = (before >>> at + letters & 1) != 0 ? rows[target + at] + value : value;
    }
    reached[to] = before | fits << letters;
  }

  /// The same as [#spell] where every count is reached and unreached ones hold 0.
  private void spellAll(Lattice lattice, int node) {
    int source = node * stride + PAD;
    long all = lattice.firstLetters[node];
    for (long left = all & present; left != 0; left &= left - 1) {
      int letter = Long.numberOfTrailingZeros(left);
      int group = lattice.firstGroup[node] + Long.bitCount(all & (left & -left) - 1);
      for (int step = lattice.groups[group]; step < lattice.groups[group + 1]; step++) {
        int target = lattice.to[step] * stride + PAD;
        if (letter == 0) {
          add(source, target, lattice.weight[step]);
        } else {
          addAt(lattice, step, source, target, fits(lattice, step, places[letter]));
        }
      }
    }
  }

  private void addAt(Lattice lattice, int step, int source, int target, long fits) {
    int letters = lattice.start[step + 1] - lattice.start[step];
    for (long left = fits; left != 0; left &= left - 1) {
      int at = Long.numberOfTrailingZeros(left);
      rows[target + letters + at] += rows[source + at] * lattice.weight[step];
    }
  }

  private void add(int source, int target, double weight) {
    double[] all = rows;
    for (int at = 0; at <= form.length; at++) {
      all[target + at] += all[source + at] * weight;
    }
  }

  /// Letters too many at one node: each count gets its share of the one before it. Two at a time,
  /// which halves the chain of sums that wait for each other.
  private void extraLetters(int row) {
    double[] all = rows;
    double before = all[row];
    int at = 1;
    for (; at < form.length; at += 2) {
      double one = all[row + at];
      double two = all[row + at + 1] + one * prices.extra[at + 1];
      all[row + at] = one + before * prices.extra[at];
      before = two + before * prices.twoExtra[at + 1];
      all[row + at + 1] = before;
    }
    if (at == form.length) {
      all[row + at] += before * prices.extra[at];
    }
  }

  private void strangeLetters(Lattice lattice, int node) {
    int vowels = lattice.firstSlip[2 * node];
    int consonants = lattice.firstSlip[2 * node + 1];
    int end = lattice.firstSlip[2 * node + 2];
    int row = node * stride + PAD;
    if (vowels < consonants) {
      strange(row, prices.strangeVowel, prices.twoStrangeVowels);
      strange(lattice, vowels, consonants);
    }
    if (consonants < end) {
      strange(row, prices.strangeConsonant, prices.twoStrangeConsonants);
      strange(lattice, consonants, end);
    }
  }

  private void strange(int row, double[] one, double[] two) {
    double[] all = rows;
    double[] sums = strange;
    for (int at = 0; at <= form.length; at++) {
      sums[at] =
          all[row + at] * Slips.SILENT + all[row + at - 1] * one[at] + all[row + at - 2] * two[at];
    }
  }

  private void strange(Lattice lattice, int first, int end) {
    double[] all = rows;
    double[] sums = strange;
    for (int slip = first; slip < end; slip++) {
      int target = lattice.slipTo[slip] * stride + PAD;
      double weight = lattice.slipWeight[slip];
      for (int at = 0; at <= form.length; at++) {
        all[target + at] += sums[at] * weight;
      }
    }
  }
}
