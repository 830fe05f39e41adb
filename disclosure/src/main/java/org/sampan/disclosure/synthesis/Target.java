package org.sampan.disclosure.synthesis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.measuring.Marginal;
import org.sampan.disclosure.measuring.Measurement;

/// What one table of the rows should come to, how much that matters, and what may not be.
///
/// @param wanted by cell
/// @param deviation of the noise: the square root of its variance
/// @param forbidden by cell; the guard adds to it
record Target(Marginal marginal, long[] wanted, double deviation, boolean[] forbidden) {

  /// A category with so many times the guard's least count is beyond doubt.
  private static final double ESTABLISHED = 5;

  /// And loses at most this share of its people in one table to the guard. With more, tables of
  /// many thinly spread categories lose much; with less, rows invent more.
  private static final double SHARE_LOST = 0.15;

  /// And a table loses at most this share of all people: where more stand in rare pairs, the pairs
  /// are many and real, not chance.
  private static final double TABLE_LOST = 0.01;

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

  /// Forbids pairs of answers that stand less often in the fitted rows than `multiple` times the
  /// deviation; how many.
  ///
  /// The fitted count is the noisy count after it was reconciled with all the others, so it errs
  /// less; a pair that nobody has comes out near 0. The rarest go first, and only until a category
  /// that is itself well above the noise, or the whole table, would lose more than a share of its
  /// people: else a category spread thinly over another variable would vanish altogether.
  int guard(Domain domain, long[] fitted, double multiple) {
    if (marginal.variables().size() != 2) {
      return 0;
    }
    double least = multiple * deviation;
    int size = domain.variable(marginal.variables().getLast()).size();
    double[][] leave = leave(fitted, size, least);
    double inAll = TABLE_LOST * Arrays.stream(fitted).sum();
    int guarded = 0;
    int[] rare =
        IntStream.range(0, fitted.length)
            .filter(cell -> !forbidden[cell] && fitted[cell] < least && tells(domain, cell))
            .boxed()
            .sorted(Comparator.comparingLong(cell -> fitted[cell]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int cell : rare) {
      int first = cell / size;
      int second = cell % size;
      if (fitted[cell] <= Math.min(inAll, Math.min(leave[0][first], leave[1][second]))) {
        inAll -= fitted[cell];
        leave[0][first] -= fitted[cell];
        leave[1][second] -= fitted[cell];
        forbidden[cell] = true;
        guarded++;
      }
    }
    return guarded;
  }

  /// How many people each category of the first and of the second variable may still lose.
  private static double[][] leave(long[] fitted, int size, double least) {
    double[][] sums = {new double[fitted.length / size], new double[size]};
    for (int cell = 0; cell < fitted.length; cell++) {
      sums[0][cell / size] += fitted[cell];
      sums[1][cell % size] += fitted[cell];
    }
    for (double[] sum : sums) {
      for (int at = 0; at < sum.length; at++) {
        sum[at] = sum[at] < ESTABLISHED * least ? Double.POSITIVE_INFINITY : SHARE_LOST * sum[at];
      }
    }
    return sums;
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
