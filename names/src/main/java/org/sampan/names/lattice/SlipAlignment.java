package org.sampan.names.lattice;

import java.util.Arrays;

/// Passes a lattice with slips of the pen allowed. Every count of letters can then be reached at
/// every node, so rows are passed on whole. Scratch space of one thread.
final class SlipAlignment {

  private final FormPlaces places;
  private final Slips prices = new Slips();
  private double[] one = prices.strangeVowel;
  private double[] two = prices.twoStrangeVowels;
  private boolean priced;
  private int length;
  private int stride;
  private double[] rows = new double[32 * (Letters.MOST + 1)];

  SlipAlignment(FormPlaces places) {
    this.places = places;
  }

  /// The form at hand is another one.
  void forget() {
    priced = false;
  }

  double[] rows() {
    return rows;
  }

  /// Fills the rows of a lattice from the row before it.
  ///
  /// @return where its last row begins
  int pass(Lattice lattice, double[] between) {
    length = places.length();
    stride = length + 1;
    if (!priced) {
      prices.price(places.form());
      priced = true;
    }
    if (rows.length < lattice.nodes * stride) {
      rows = new double[lattice.nodes * stride * 2];
    }
    System.arraycopy(between, 0, rows, 0, stride);
    Arrays.fill(rows, stride, lattice.nodes * stride, 0);
    for (int node = 0; node <= lattice.last(); node++) {
      extraLetters(node * stride);
      if (node < lattice.last()) {
        spellAll(lattice, node);
        strangeLetters(lattice, node);
      }
    }
    return lattice.last() * stride;
  }

  /// The same as [Alignment#spell] where every count is reached and unreached ones hold 0.
  private void spellAll(Lattice lattice, int node) {
    int source = node * stride;
    long all = lattice.firstLetters[node];
    for (long left = all & places.present(); left != 0; left &= left - 1) {
      int letter = Long.numberOfTrailingZeros(left);
      int group = lattice.firstGroup[node] + Long.bitCount(all & (left & -left) - 1);
      for (int step = lattice.groups[group]; step < lattice.groups[group + 1]; step++) {
        int target = lattice.to[step] * stride;
        if (letter == 0) {
          add(source, target, lattice.weight[step]);
        } else {
          addAt(lattice, step, source, target, places.fits(lattice, step, places.of(letter)));
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
    for (int at = 0; at <= length; at++) {
      all[target + at] += all[source + at] * weight;
    }
  }

  /// Letters too many at one node: each count gets its share of the one before it. Two at a time,
  /// which halves the chain of sums that wait for each other.
  private void extraLetters(int row) {
    double[] all = rows;
    double before = all[row];
    int at = 1;
    for (; at < length; at += 2) {
      double one = all[row + at];
      double two = all[row + at + 1] + one * prices.extra[at + 1];
      all[row + at] = one + before * prices.extra[at];
      before = two + before * prices.twoExtra[at + 1];
      all[row + at + 1] = before;
    }
    if (at == length) {
      all[row + at] += before * prices.extra[at];
    }
  }

  private void strangeLetters(Lattice lattice, int node) {
    int vowels = lattice.firstSlip[2 * node];
    int consonants = lattice.firstSlip[2 * node + 1];
    int end = lattice.firstSlip[2 * node + 2];
    if (vowels < consonants) {
      one = prices.strangeVowel;
      two = prices.twoStrangeVowels;
      strange(lattice, node, vowels, consonants);
    }
    if (consonants < end) {
      one = prices.strangeConsonant;
      two = prices.twoStrangeConsonants;
      strange(lattice, node, consonants, end);
    }
  }

  /// Edges are taken two at a time: short loops cost more to enter than to run.
  private void strange(Lattice lattice, int node, int first, int end) {
    int row = node * stride;
    int slip = first;
    for (; slip + 1 < end; slip += 2) {
      strangeTwo(lattice, row, slip);
    }
    if (slip < end) {
      strangeOne(row, lattice.slipTo[slip] * stride, lattice.slipWeight[slip]);
    }
  }

  private void strangeOne(int row, int target, double weight) {
    double[] all = rows;
    double[] ones = one;
    double[] twos = two;
    double before = 0;
    double beforeThat = 0;
    for (int at = 0; at <= length; at++) {
      double here = all[row + at];
      double sum = here * Slips.SILENT + before * ones[at] + beforeThat * twos[at];
      all[target + at] += sum * weight;
      beforeThat = before;
      before = here;
    }
  }

  private void strangeTwo(Lattice lattice, int row, int slip) {
    double[] all = rows;
    double[] ones = one;
    double[] twos = two;
    int target = lattice.slipTo[slip] * stride;
    int other = lattice.slipTo[slip + 1] * stride;
    double weight = lattice.slipWeight[slip];
    double weightOfOther = lattice.slipWeight[slip + 1];
    double before = 0;
    double beforeThat = 0;
    for (int at = 0; at <= length; at++) {
      double here = all[row + at];
      double sum = here * Slips.SILENT + before * ones[at] + beforeThat * twos[at];
      all[target + at] += sum * weight;
      all[other + at] += sum * weightOfOther;
      beforeThat = before;
      before = here;
    }
  }
}
