package org.sampan.disclosure.synthesis;

import java.util.List;
import java.util.SplittableRandom;
import org.sampan.disclosure.domain.Domain;

/// Where the rows begin: as many as the measurements say, each variable drawn by itself.
final class Start {

  private final Domain domain;
  private final double[][] singles;
  private final double[] weights;
  private double total;
  private double totalWeight;

  /// Joins all that the targets say about the number of rows and about each single variable, each
  /// weighted by how little noise its sums carry.
  Start(Domain domain, List<Target> targets) {
    this.domain = domain;
    singles = new double[domain.width()][];
    weights = new double[domain.width()];
    for (int variable = 0; variable < singles.length; variable++) {
      singles[variable] = new double[domain.variable(variable).size()];
    }
    targets.forEach(this::join);
  }

  private void join(Target target) {
    long[] wanted = target.wanted();
    double variance = target.deviation() * target.deviation();
    double weight = 1 / (variance * wanted.length);
    totalWeight += weight;
    List<Integer> variables = target.marginal().variables();
    for (int variable : variables) {
      weights[variable] += weight * singles[variable].length;
    }
    for (int cell = 0; cell < wanted.length; cell++) {
      total += weight * wanted[cell];
      int[] indices = target.marginal().indices(domain, cell);
      for (int at = 0; at < indices.length; at++) {
        double[] single = singles[variables.get(at)];
        single[indices[at]] += weight * single.length * wanted[cell];
      }
    }
  }

  /// How many rows there should be; at least 0.
  int size() {
    return Math.clamp(Math.round(total / totalWeight), 0, 100_000_000);
  }

  /// The rows, row by row.
  short[] rows(SplittableRandom random) {
    int width = domain.width();
    short[] rows = new short[Math.multiplyExact(size(), width)];
    for (int variable = 0; variable < width; variable++) {
      double[] sums = new double[singles[variable].length];
      double sum = 0;
      for (int value = 0; value < sums.length; value++) {
        sum += Math.max(0, singles[variable][value] / weights[variable]);
        sums[value] = sum;
      }
      for (int row = variable; row < rows.length; row += width) {
        double drawn = random.nextDouble() * sum;
        int value = 0;
        while (value < sums.length - 1 && sums[value] <= drawn) {
          value++;
        }
        rows[row] = (short) value;
      }
    }
    return rows;
  }
}
