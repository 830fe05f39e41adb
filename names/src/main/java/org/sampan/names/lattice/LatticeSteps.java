package org.sampan.names.lattice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Spells out the spans of a lattice into steps, in compact arrays.
final class LatticeSteps {

  private final List<Lattice.Span> spans;
  private final List<Step> steps = new ArrayList<>();

  private record Step(int from, int to, String latin, double weight, int span) {}

  LatticeSteps(List<Lattice.Span> unsorted) {
    spans = new ArrayList<>(unsorted);
    spans.sort(
        Comparator.comparingInt(Lattice.Span::from)
            .thenComparingInt(Lattice.Span::to)
            .thenComparingInt(Lattice.Span::begin));
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
    steps.sort(Comparator.comparingInt(Step::from).thenComparingInt(LatticeSteps::first));
  }

  /// Which first letters the steps of each node have; bit 0 stands for a step without letters.
  long[] firstLetters(int nodes) {
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

  Lattice.Span[] spans() {
    return spans.toArray(Lattice.Span[]::new);
  }

  int[] firstSpan(int nodes) {
    return firsts(nodes, spans.stream().mapToInt(Lattice.Span::from).toArray());
  }

  int[] firstStep(int nodes) {
    return firsts(nodes, steps.stream().mapToInt(Step::from).toArray());
  }

  int[] to() {
    return steps.stream().mapToInt(Step::to).toArray();
  }

  int[] spanOf() {
    return steps.stream().mapToInt(Step::span).toArray();
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

  private static int[] firsts(int nodes, int[] from) {
    int[] first = new int[nodes + 1];
    for (int each : from) {
      first[each + 1]++;
    }
    for (int i = 0; i < nodes; i++) {
      first[i + 1] += first[i];
    }
    return first;
  }
}
