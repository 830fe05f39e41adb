package org.sampan.disclosure.synthesis;

import java.util.List;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.measuring.Marginal;
import org.sampan.disclosure.measuring.Measurement;

/// What one table of the rows should come to, how much that matters, and what may not be.
///
/// @param wanted by cell
/// @param deviation of the noise: the square root of its variance
/// @param forbidden by cell; the guard adds to it
record Target(Marginal marginal, long[] wanted, double deviation, boolean[] forbidden) {

  static Target of(Measurement measurement) {
    double variance =
        measurement.variance().numerator().doubleValue()
            / measurement.variance().denominator().doubleValue();
    return new Target(
        measurement.marginal(),
        measurement.counts(),
        Math.sqrt(variance),
        measurement.impossible().clone());
  }

  double weight() {
    return 1 / (deviation * deviation);
  }

  /// Forbids the pairs of answers that stand less often in the fitted rows than `multiple` times
  /// the deviation; how many.
  ///
  /// The fitted count is the noisy count after it was reconciled with all the others, so it errs
  /// less; a pair that nobody has comes out near 0.
  int guard(Domain domain, long[] fitted, double multiple) {
    if (marginal.variables().size() != 2) {
      return 0;
    }
    int guarded = 0;
    for (int cell = 0; cell < fitted.length; cell++) {
      if (!forbidden[cell] && fitted[cell] < multiple * deviation && tells(domain, cell)) {
        forbidden[cell] = true;
        guarded++;
      }
    }
    return guarded;
  }

  /// Whether every category of the cell is an answer, so that together they could point at
  /// somebody.
  private boolean tells(Domain domain, int cell) {
    List<Integer> variables = marginal.variables();
    int[] indices = marginal.indices(domain, cell);
    for (int at = 0; at < indices.length; at++) {
      if (!domain.variable(variables.get(at)).categories().get(indices[at]).tells()) {
        return false;
      }
    }
    return true;
  }
}
