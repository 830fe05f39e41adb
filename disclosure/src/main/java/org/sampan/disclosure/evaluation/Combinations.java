package org.sampan.disclosure.evaluation;

import java.util.List;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Variable;
import org.sampan.disclosure.measuring.Marginal;

/// All combinations of one length, compared.
///
/// @param length how many answers a combination joins, 1 to 3
/// @param meanError mean |difference| of counts over shared combinations; 0 where none is shared
/// @param suppressed share of the combinations at least `rareBelow` people have that are missing
/// @param fabricated share of the synthetic combinations that nobody has
/// @param fabricatedMass the same, each combination counted as often as it stands in the rows
/// @param rareLeaked how many combinations that some, but fewer than `rareBelow`, people have came
///   out
/// @param largestFabricated how often the most frequent combination that nobody has stands there
public record Combinations(
    int length,
    double meanError,
    double suppressed,
    double fabricated,
    double fabricatedMass,
    long rareLeaked,
    int largestFabricated) {

  static Combinations of(Tally tally, Domain domain, int length, int rareBelow) {
    Sum sum = new Sum(domain, rareBelow);
    for (Marginal marginal : Marginal.all(domain.width(), length)) {
      sum.variables = marginal.variables();
      tally.visit(sum.variables, sum);
    }
    return new Combinations(
        length,
        share(sum.error, sum.shared),
        share(sum.missing, sum.frequent),
        share(sum.invented, sum.invented + sum.shared),
        share(sum.inventedMass, sum.mass),
        sum.leaked,
        sum.largest);
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static final class Sum implements Tally.Visitor {

    private final Domain domain;
    private final int rareBelow;
    private final boolean[][] answers;
    private List<Integer> variables = List.of();
    private double error;
    private long shared;
    private long frequent;
    private long missing;
    private long invented;
    private long inventedMass;
    private long mass;
    private long leaked;
    private int largest;

    Sum(Domain domain, int rareBelow) {
      this.domain = domain;
      this.rareBelow = rareBelow;
      answers = new boolean[domain.width()][];
      for (int at = 0; at < answers.length; at++) {
        Variable variable = domain.variable(at);
        answers[at] = new boolean[variable.size()];
        for (int index = 0; index < variable.size(); index++) {
          answers[at][index] = variable.categories().get(index).tells();
        }
      }
    }

    @Override
    public void cell(long cell, int real, int synthetic) {
      long left = cell;
      for (int at = variables.size() - 1; at >= 0; at--) {
        int variable = variables.get(at);
        int size = domain.variable(variable).size();
        if (!answers[variable][(int) (left % size)]) {
          return;
        }
        left /= size;
      }
      mass += synthetic;
      if (real > 0 && synthetic > 0) {
        shared++;
        error += Math.abs(real - synthetic);
        leaked += real < rareBelow ? 1 : 0;
      } else if (synthetic > 0) {
        invented++;
        inventedMass += synthetic;
        largest = Math.max(largest, synthetic);
      }
      if (real >= rareBelow) {
        frequent++;
        missing += synthetic == 0 ? 1 : 0;
      }
    }
  }
}
