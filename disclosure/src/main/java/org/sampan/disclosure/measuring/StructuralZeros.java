package org.sampan.disclosure.measuring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Impossible;
import org.sampan.disclosure.domain.Variable;

/// Which cells the public domain declares impossible.
public final class StructuralZeros {

  private final Domain domain;
  private final Map<List<Integer>, boolean[]> pairs = new HashMap<>();

  public StructuralZeros(Domain domain) {
    this.domain = domain;
    for (Impossible zero : domain.impossible()) {
      int one = domain.position(zero.variable());
      int other = domain.position(zero.other());
      if (one < other) {
        mark(one, zero.codes(), other, zero.otherCodes());
      } else {
        mark(other, zero.otherCodes(), one, zero.codes());
      }
    }
  }

  /// For each cell whether it is impossible: whether it holds an impossible pair.
  public boolean[] of(Marginal marginal) {
    boolean[] zeros = new boolean[marginal.cells(domain)];
    List<Integer> variables = marginal.variables();
    for (int one = 0; one < variables.size(); one++) {
      for (int other = one + 1; other < variables.size(); other++) {
        boolean[] pair = pairs.get(List.of(variables.get(one), variables.get(other)));
        if (pair != null) {
          int size = domain.variable(variables.get(other)).size();
          for (int cell = 0; cell < zeros.length; cell++) {
            int[] indices = marginal.indices(domain, cell);
            zeros[cell] |= pair[indices[one] * size + indices[other]];
          }
        }
      }
    }
    return zeros;
  }

  private void mark(int first, Set<String> codes, int second, Set<String> otherCodes) {
    Variable one = domain.variable(first);
    Variable other = domain.variable(second);
    boolean[] zeros =
        pairs.computeIfAbsent(List.of(first, second), _ -> new boolean[one.size() * other.size()]);
    for (String code : codes) {
      for (String otherCode : otherCodes) {
        zeros[one.index(code) * other.size() + other.index(otherCode)] = true;
      }
    }
  }
}
