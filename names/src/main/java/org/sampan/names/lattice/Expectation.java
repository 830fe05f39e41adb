package org.sampan.names.lattice;

import java.util.HashMap;
import java.util.Map;

/// Shares the sighting of one pair among all ways in which the lattice can spell the Latin form
/// (forward and backward sums), counting also spellings that no row foresees.
final class Expectation {

  private static final int MOST_FREE = 4;
  private static final double[] FREE = {2e-3, 2e-4, 3e-5, 4e-6, 4e-7};

  /// A pair that only fits by guessing everywhere teaches nothing.
  private static final double LEAST_PER_LETTER = 3e-3;

  private final Map<SpellingRow.Key, Map<String, Double>> counts;
  private LatticeSteps.Segments segments =
      new LatticeSteps.Segments(java.util.List.of(), new int[0], new int[0]);
  private double[][] forward = new double[0][];
  private double[][] backward = new double[0][];

  Expectation(Map<SpellingRow.Key, Map<String, Double>> counts) {
    this.counts = counts;
  }

  void add(Lattice lattice, Letters latin) {
    int width = latin.length + 1;
    segments = lattice.segments();
    forward = new double[lattice.nodes][width];
    backward = new double[lattice.nodes][width];
    forward[0][0] = 1;
    backward[lattice.last()][latin.length] = 1;
    for (int node = 0; node < lattice.last(); node++) {
      for (int at = 0; at < width; at++) {
        if (forward[node][at] > 0) {
          visit(lattice, latin, node, at, this::reach);
        }
      }
    }
    double whole = forward[lattice.last()][latin.length];
    if (!(whole > Math.pow(LEAST_PER_LETTER, latin.length + 1))) {
      return;
    }
    for (int node = lattice.last() - 1; node >= 0; node--) {
      for (int at = width - 1; at >= 0; at--) {
        if (forward[node][at] > 0) {
          visit(lattice, latin, node, at, this::arriveBack);
        }
      }
    }
    for (int node = 0; node < lattice.last(); node++) {
      for (int at = 0; at < width; at++) {
        if (forward[node][at] > 0 && backward[node][at] > 0) {
          visit(lattice, latin, node, at, (move, span) -> count(move, span, latin, whole));
        }
      }
    }
  }

  /// One way to go on: from a node and place to another, with a probability.
  private record Move(int from, int at, int to, int next, double weight) {}

  private interface Visit {
    void move(Move move, Lattice.Span span);
  }

  private void visit(Lattice lattice, Letters latin, int node, int at, Visit visit) {
    for (int step = lattice.firstStep(node); step < lattice.firstStep(node + 1); step++) {
      int letters = lattice.start[step + 1] - lattice.start[step];
      if (fits(lattice, step, latin, at)) {
        Move move = new Move(node, at, lattice.to[step], at + letters, lattice.weight[step]);
        visit.move(move, segments.all().get(segments.ofStep()[step]));
      }
    }
    for (int i = segments.first()[node]; i < segments.first()[node + 1]; i++) {
      Lattice.Span span = segments.all().get(i);
      if (span.row() != null && span.end() > span.begin()) {
        for (int free = 0; free <= MOST_FREE && at + free <= latin.length; free++) {
          visit.move(new Move(node, at, span.to(), at + free, span.prior() * FREE[free]), span);
        }
      }
    }
  }

  private static boolean fits(Lattice lattice, int step, Letters latin, int at) {
    int begin = lattice.start[step];
    int letters = lattice.start[step + 1] - begin;
    if (at + letters > latin.length) {
      return false;
    }
    for (int i = 0; i < letters; i++) {
      if (lattice.letters[begin + i] != latin.codes[at + i]) {
        return false;
      }
    }
    return true;
  }

  private void reach(Move move, Lattice.Span span) {
    forward[move.to()][move.next()] += forward[move.from()][move.at()] * move.weight();
  }

  private void arriveBack(Move move, Lattice.Span span) {
    backward[move.from()][move.at()] += backward[move.to()][move.next()] * move.weight();
  }

  private void count(Move move, Lattice.Span span, Letters latin, double whole) {
    double share =
        forward[move.from()][move.at()] * move.weight() * backward[move.to()][move.next()] / whole;
    SpellingRow row = span.row();
    if (row != null && share > 1e-6) {
      StringBuilder spelled = new StringBuilder();
      for (int i = move.at(); i < move.next(); i++) {
        spelled.append(Letters.letter(latin.codes[i]));
      }
      counts
          .computeIfAbsent(row.key(), ignored -> new HashMap<>())
          .merge(spelled.toString(), share, Double::sum);
    }
  }
}
