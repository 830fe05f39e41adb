package org.sampan.names.lattice;

import java.util.List;
import java.util.TreeMap;

/// The native segments of a lattice as slips see them: those between the same two nodes that are
/// both vowels or both consonants are one edge with the sum of their probabilities, because a slip
/// does not care which spelling it replaces.
final class SlipEdges {

  private final TreeMap<Integer, Double> edges = new TreeMap<>();

  SlipEdges(List<Lattice.Span> spans) {
    for (Lattice.Span span : spans) {
      if (span.row() != null) {
        int vowel = vowel(span.row().kind()) ? 0 : 1;
        edges.merge(span.from() << 16 | vowel << 15 | span.to(), span.prior(), Double::sum);
      }
    }
  }

  private static boolean vowel(RowKind kind) {
    return switch (kind) {
      case VOWEL, CLOSED, OPEN, ALONE -> true;
      case LEAD, ONSET, MEDIAL, CODA, LINK, WORD -> false;
    };
  }

  /// Where the edges of each node begin: those of vowels at `2 * node`, of consonants after them.
  char[] first(int nodes) {
    char[] first = new char[2 * nodes + 1];
    edges.keySet().forEach(edge -> first[(edge >>> 15) + 1]++);
    for (int i = 1; i < first.length; i++) {
      first[i] += first[i - 1];
    }
    return first;
  }

  char[] to() {
    char[] to = new char[edges.size()];
    int at = 0;
    for (int edge : edges.keySet()) {
      to[at++] = (char) (edge & 0x7fff);
    }
    return to;
  }

  double[] weight() {
    return edges.values().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
