package org.sampan.names.lattice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The native segments of a lattice, spelled out into steps.
final class LatticeSteps {

  private final List<Lattice.Span> spans;
  private final List<Step> steps = new ArrayList<>();

  private record Step(int from, int to, String latin, double weight, int span) {}

  private final int nodes;

  LatticeSteps(List<Lattice.Span> unsorted, int nodes) {
    this.nodes = nodes;
    spans = new ArrayList<>(unsorted);
    spans.sort(
        Comparator.comparingLong(
            span -> (long) span.from() << 32 | (long) span.to() << 16 | span.begin()));
    for (int i = 0; i < spans.size(); i++) {
      Lattice.Span span = spans.get(i);
      SpellingRow row = span.row();
      if (row == null || row.spellings().isEmpty()) {
        steps.add(new Step(span.from(), span.to(), "", span.prior(), i));
        continue;
      }
      for (SpellingRow.Spelling spelling : row.spellings()) {
        double weight = span.prior() * spelling.probability();
        steps.add(new Step(span.from(), span.to(), spelling.latin(), weight, i));
      }
    }
    steps.sort(Comparator.comparingInt(step -> step.from() << 8 | first(step)));
  }

  /// Drops what cannot reach the end, numbers the nodes in reading order, and turns priors into
  /// probabilities: each span gets its share of all paths from its first node to the end.
  static LatticeSteps reaching(int end, int[] order, List<Lattice.Span> spans) {
    double[] onward = onward(end, order, spans);
    List<Lattice.Span> kept = new ArrayList<>();
    int[] numbers = new int[order.length];
    int count = 0;
    for (int node : order) {
      numbers[node] = onward[node] > 0 ? count++ : -1;
    }
    for (Lattice.Span span : spans) {
      if (onward[span.from()] > 0 && onward[span.to()] > 0) {
        double share = span.prior() * onward[span.to()] / onward[span.from()];
        int from = numbers[span.from()];
        int to = numbers[span.to()];
        kept.add(new Lattice.Span(from, to, span.begin(), span.end(), share, span.row()));
      }
    }
    return new LatticeSteps(kept, count);
  }

  /// The weight of all paths from each node to the end.
  private static double[] onward(int end, int[] order, List<Lattice.Span> spans) {
    int[] first = new int[order.length + 1];
    for (Lattice.Span span : spans) {
      first[span.from() + 1]++;
    }
    for (int node = 0; node < order.length; node++) {
      first[node + 1] += first[node];
    }
    Lattice.Span[] leaving = new Lattice.Span[spans.size()];
    int[] next = first.clone();
    for (Lattice.Span span : spans) {
      leaving[next[span.from()]++] = span;
    }
    double[] onward = new double[order.length];
    onward[end] = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      for (int span = first[order[i]]; span < first[order[i] + 1]; span++) {
        onward[order[i]] += leaving[span].prior() * onward[leaving[span].to()];
      }
    }
    return onward;
  }

  int nodes() {
    return nodes;
  }

  /// Which first letters the steps of each node have; bit 0 stands for a step without letters.
  long[] firstLetters() {
    long[] masks = new long[nodes];
    for (Step step : steps) {
      masks[step.from()] |= 1L << first(step);
    }
    return masks;
  }

  /// Where each group of steps begins that leave one node with one first letter.
  int[] groups() {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      boolean same =
          i > 0
              && steps.get(i).from() == steps.get(i - 1).from()
              && first(steps.get(i)) == first(steps.get(i - 1));
      if (!same) {
        starts.add(i);
      }
    }
    starts.add(steps.size());
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int first(Step step) {
    return step.latin().isEmpty() ? 0 : Letters.code(step.latin().charAt(0));
  }

  /// The native segments, sorted by their first node.
  List<Lattice.Span> spans() {
    return spans;
  }

  /// What an explanation and the trainer ask for, beside the steps.
  Segments segments() {
    int[] first = new int[nodes + 1];
    for (Lattice.Span span : spans) {
      first[span.from() + 1]++;
    }
    for (int i = 0; i < nodes; i++) {
      first[i + 1] += first[i];
    }
    return new Segments(spans, first, steps.stream().mapToInt(Step::span).toArray());
  }

  /// The native segments, sorted by their first node.
  ///
  /// @param first where those of each node begin
  /// @param ofStep which segment each step spells
  record Segments(List<Lattice.Span> all, int[] first, int[] ofStep) {}

  char[] to() {
    char[] to = new char[steps.size()];
    for (int i = 0; i < to.length; i++) {
      to[i] = (char) steps.get(i).to();
    }
    return to;
  }

  double[] weight() {
    return steps.stream().mapToDouble(Step::weight).toArray();
  }

  int[] start() {
    int[] start = new int[steps.size() + 1];
    for (int i = 0; i < steps.size(); i++) {
      start[i + 1] = start[i] + steps.get(i).latin().length();
    }
    return start;
  }

  byte[] letters() {
    StringBuilder all = new StringBuilder();
    steps.forEach(step -> all.append(step.latin()));
    byte[] letters = new byte[all.length()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Letters.code(all.charAt(i));
    }
    return letters;
  }
}
