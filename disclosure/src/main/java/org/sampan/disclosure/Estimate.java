package org.sampan.disclosure;

import java.util.List;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.measuring.Measurement;

/// The best that measurements say about a table, without bias, and the deviation of its noise.
///
/// A single variable stands in its own table and, summed over the other variable, in every pair it
/// belongs to. These are joined, each weighted by one over the variance of its noise, which makes
/// the interval of a single variable far narrower than its own table would.
///
/// @param counts by cell
/// @param deviation of the noise in every cell, at most
record Estimate(double[] counts, double deviation) {

  static Estimate of(Measurement measured, List<Measurement> all, Domain domain) {
    if (measured.marginal().variables().size() == 1) {
      return joined(measured.marginal().variables().getFirst(), all, domain);
    }
    double[] counts = new double[measured.counts().length];
    for (int cell = 0; cell < counts.length; cell++) {
      counts[cell] = measured.counts()[cell];
    }
    return new Estimate(counts, Math.sqrt(variance(measured)));
  }

  private static Estimate joined(int variable, List<Measurement> all, Domain domain) {
    double[] counts = new double[domain.variable(variable).size()];
    double weights = 0;
    for (Measurement each : all) {
      int place = each.marginal().variables().indexOf(variable);
      if (place >= 0) {
        // So many noisy cells are summed for one category; impossible ones only make it less.
        double summed = (double) each.counts().length / counts.length;
        double weight = 1 / (variance(each) * summed);
        weights += weight;
        for (int cell = 0; cell < each.counts().length; cell++) {
          counts[each.marginal().indices(domain, cell)[place]] += weight * each.counts()[cell];
        }
      }
    }
    for (int at = 0; at < counts.length; at++) {
      counts[at] /= weights;
    }
    return new Estimate(counts, Math.sqrt(1 / weights));
  }

  private static double variance(Measurement measured) {
    return measured.variance().numerator().doubleValue()
        / measured.variance().denominator().doubleValue();
  }
}
