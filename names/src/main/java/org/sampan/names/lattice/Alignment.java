package org.sampan.names.lattice;

import java.util.Arrays;

/// Sums the probability of every way in which lattices, one after another, spell a Latin form.
///
/// A row of numbers at each node holds, for each count of letters spelled so far, the probability
/// of arriving there. Only the counts that can be reached are visited: they are the bits of one
/// machine word, and a spelling of the letters "th" fits where the places of t and the places of h
/// moved by one have a bit in common (after Baeza-Yates and Gonnet 1992, Shift-And). Holds scratch
/// space: one alignment belongs to one thread.
public final class Alignment {

  private static final int WIDTH = Letters.MOST + 1;

  /// The row between two parts, and which of its counts are reached.
  private final double[] between = new double[WIDTH];

  private long betweenReached;
  private double[] rows = new double[64 * WIDTH];
  private long[] reached = new long[64];

  /// Starts before the first letter.
  void begin() {
    betweenReached = 1;
    between[0] = 1;
  }

  /// The probability that all letters are spelled by what was passed since the beginning.
  double end(Letters form) {
    return (betweenReached >>> form.length & 1) != 0 ? between[form.length] : 0;
  }

  /// Passes one part; `absent` is the probability that it was left out of the Latin form.
  void pass(Lattice lattice, Letters form, boolean slips, double absent) {
    open(lattice);
    for (int node = 0; node <= lattice.last(); node++) {
      if (reached[node] != 0) {
        if (slips) {
          Slips.extraLetters(this, form, node);
        }
        if (node < lattice.last()) {
          spell(lattice, form, node);
          if (slips) {
            Slips.strangeLetters(this, lattice, form, node);
          }
        }
      }
    }
    close(lattice, absent);
  }

  /// Allows whole tokens of the Latin form that no part spells: a title easily, another token with
  /// probability `extra`.
  void skipTokens(LatinForm latin, double extra) {
    Letters form = latin.letters();
    int begin = 0;
    for (int i = 0; i < form.tokens.length; i++) {
      int end = form.tokens[i];
      if ((betweenReached >>> begin & 1) != 0) {
        double value = between[begin] * latin.tokenPrices()[i] * (latin.titles()[i] ? 0.5 : extra);
        boolean known = (betweenReached >>> end & 1) != 0;
        between[end] = known ? between[end] + value : value;
        betweenReached |= 1L << end;
      }
      begin = end;
    }
  }

  private void open(Lattice lattice) {
    if (reached.length < lattice.nodes) {
      reached = new long[lattice.nodes * 2];
      rows = new double[lattice.nodes * 2 * WIDTH];
    }
    Arrays.fill(reached, 0, lattice.nodes, 0);
    reached[0] = betweenReached;
    System.arraycopy(between, 0, rows, 0, WIDTH);
  }

  private void close(Lattice lattice, double absent) {
    int row = lattice.last() * WIDTH;
    long done = reached[lattice.last()];
    for (int at = 0; at < WIDTH; at++) {
      double skipped = (betweenReached >>> at & 1) != 0 ? between[at] * absent : 0;
      between[at] = skipped + ((done >>> at & 1) != 0 ? rows[row + at] : 0);
    }
    betweenReached = absent > 0 ? betweenReached | done : done;
  }

  private void spell(Lattice lattice, Letters form, int node) {
    long here = reached[node];
    for (int step = lattice.firstStep[node]; step < lattice.firstStep[node + 1]; step++) {
      int begin = lattice.start[step];
      int end = lattice.start[step + 1];
      long fits = here;
      for (int i = begin; i < end && fits != 0; i++) {
        fits &= form.places[lattice.letters[i]] >>> (i - begin);
      }
      if (fits != 0) {
        carry(node, lattice.to[step], fits, end - begin, lattice.weight[step]);
      }
    }
  }

  long reached(int node) {
    return reached[node];
  }

  /// Adds to the row of `to`, `letters` further on, what stands in the row of `from` at the places
  /// of `fits`.
  void carry(int from, int to, long fits, int letters, double weight) {
    long before = reached[to];
    int source = from * WIDTH;
    int target = to * WIDTH + letters;
    for (long left = fits; left != 0; left &= left - 1) {
      int at = Long.numberOfTrailingZeros(left);
      double value = rows[source + at] * weight;
      boolean known = (before >>> (at + letters) & 1) != 0;
      rows[target + at] = known ? rows[target + at] + value : value;
    }
    reached[to] = before | fits << letters;
  }

  /// Moves within one row: one letter further at a price.
  void stay(int node, int at, double weight) {
    double value = rows[node * WIDTH + at] * weight;
    boolean known = (reached[node] >>> (at + 1) & 1) != 0;
    int target = node * WIDTH + at + 1;
    rows[target] = known ? rows[target] + value : value;
    reached[node] |= 1L << (at + 1);
  }
}
