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

  /// The row between two parts, and which of its counts are reached.
  private final double[] between = new double[WIDTH];

  private long betweenReached;

  private final FormPlaces places = new FormPlaces();
  private final SlipAlignment slipping = new SlipAlignment(places);
  private int length;
  private int stride;
  private double[] rows = new double[32 * WIDTH];
  private long[] reached = new long[32];

  /// Base-2 logarithm of the probability that parts, in this order, are spelled so; minus infinity
  /// when they cannot be.
  ///
  /// @param parts the lattices
  /// @param order their numbers in the order tried
  /// @param latin the Latin form, with the price of each token that no part spells
  /// @param absent the probability that a part is left out, and that a token is one too many
  /// @param slips whether slips of the pen are allowed
  public double spellingBits(
      List<Lattice> parts, int[] order, LatinForm latin, double absent, boolean slips) {
    begin(latin.letters());
    boolean several = latin.tokenPrices().length > 0;
    for (int part : order) {
      if (several) {
        skipTokens(latin, absent);
      }
      if (slips) {
        int row = slipping.pass(parts.get(part), between);
        close(slipping.rows(), row, -1L >>> 63 - length, absent);
      } else {
        pass(parts.get(part), absent);
      }
    }
    if (several) {
      skipTokens(latin, absent);
    }
    double probability = between[length];
    return probability > 0 ? Math.log(probability) / LOG_2 : Double.NEGATIVE_INFINITY;
  }

  /// Starts before the first letter of a form.
  private void begin(Letters latin) {
    if (places.take(latin)) {
      slipping.forget();
      length = latin.length;
      stride = length + 1;
    }
    Arrays.fill(between, 0, latin.length + 1, 0);
    betweenReached = 1;
    between[0] = 1;
  }

  /// Allows whole tokens of the Latin form that no part spells: a title easily, another token with
  /// probability `extra`.
  private void skipTokens(LatinForm latin, double extra) {
    byte[] tokens = latin.letters().tokens;
    int begin = 0;
    for (int i = 0; i < tokens.length; i++) {
      int end = tokens[i];
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
    close(rows, lattice.last() * stride, reached[lattice.last()], absent);
  }

  private void open(Lattice lattice) {
    if (reached.length < lattice.nodes) {
      reached = new long[lattice.nodes * 2];
      rows = new double[lattice.nodes * 2 * WIDTH];
    }
    System.arraycopy(between, 0, rows, 0, length + 1);
  }

  /// @param from the rows of a part
  /// @param row where its last one begins
  /// @param done which counts it reached
  private void close(double[] from, int row, long done, double absent) {
    if (absent == 0) {
      betweenReached = 0;
      Arrays.fill(between, 0, length + 1, 0);
    }
    for (long left = betweenReached | done; left != 0; left &= left - 1) {
      int at = Long.numberOfTrailingZeros(left);
      between[at] = between[at] * absent + ((done >>> at & 1) != 0 ? from[row + at] : 0);
    }
    betweenReached |= done;
  }

  /// Takes every step from a node that fits at a count that was reached.
  private void spell(Lattice lattice, int node) {
    long letters = lattice.firstLetters[node];
    for (long left = letters & places.present(); left != 0; left &= left - 1) {
      int letter = Long.numberOfTrailingZeros(left);
      long fits = letter == 0 ? reached[node] : reached[node] & places.of(letter);
      if (fits != 0) {
        int group = lattice.firstGroup[node] + Long.bitCount(letters & (left & -left) - 1);
        for (int step = lattice.groups[group]; step < lattice.groups[group + 1]; step++) {
          long all = places.fits(lattice, step, fits);
          if (all != 0) {
            carry(lattice, node, step, all);
          }
        }
      }
    }
  }

  private void carry(Lattice lattice, int node, int step, long fits) {
    int to = lattice.to[step];
    int letters = lattice.start[step + 1] - lattice.start[step];
    long before = reached[to];
    int source = node * stride;
    int target = to * stride + letters;
    double weight = lattice.weight[step];
    for (long left = fits; left != 0; left &= left - 1) {
      int at = Long.numberOfTrailingZeros(left);
      double value = rows[source + at] * weight;
      rows[target + at] = (before >>> at + letters & 1) != 0 ? rows[target + at] + value : value;
    }
    reached[to] = before | fits << letters;
  }
}
