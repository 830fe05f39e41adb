package org.sampan.disclosure.measuring;

import java.util.ArrayList;
import java.util.List;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.noise.DiscreteGaussian;
import org.sampan.disclosure.noise.ExponentialMechanism;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;

/// Measures bounded records and keeps the account of what that costs one person.
///
/// Neighbours differ by one whole person, added or taken away, with all her rows. With m rows kept
/// of each person she changes any one cell by at most m, so noise of variance s^2 costs rho = m^2 /
/// (2 s^2). Costs add up (Bun and Steinke 2016, lemma 7), also where what is measured next depends
/// on what came out before.
public final class Measuring {

  private final Records records;
  private final StructuralZeros zeros;
  private final long rowsAPerson;
  private final RandomBits random;
  private Ratio spent = Ratio.ZERO;

  /// Over records that are bounded already, to the same number of rows a person.
  public Measuring(Records bounded, int rowsAPerson, RandomBits random) {
    this.records = bounded;
    this.zeros = new StructuralZeros(bounded.domain());
    this.rowsAPerson = rowsAPerson;
    this.random = random;
  }

  /// What has been spent so far.
  public Ratio spent() {
    return spent;
  }

  /// Measures marginals that were fixed without looking at the data; costs `rho` in all.
  public List<Measurement> measure(List<Marginal> marginals, Ratio rho) {
    List<Ratio> shares = Shares.of(marginals, records.domain(), rho);
    List<Measurement> measurements = new ArrayList<>();
    for (int at = 0; at < marginals.size(); at++) {
      measurements.add(measureOne(marginals.get(at), shares.get(at)));
    }
    return measurements;
  }

  /// Measures one marginal for `rho`.
  public Measurement measureOne(Marginal marginal, Ratio rho) {
    Ratio variance = variance(rho, rowsAPerson);
    DiscreteGaussian noise = new DiscreteGaussian(variance, random);
    boolean[] impossible = zeros.of(marginal);
    long[] counts = marginal.count(records);
    for (int cell = 0; cell < counts.length; cell++) {
      counts[cell] = impossible[cell] ? 0 : noise.addedTo(counts[cell]);
    }
    spent = spent.plus(Ratio.of(rowsAPerson * rowsAPerson, 2).dividedBy(variance));
    return new Measurement(marginal, counts, impossible, variance);
  }

  /// Chooses the marginal that the estimates so far get most wrong, for a choice of `epsilon`.
  ///
  /// A candidate's score is the sum over cells of |count - estimate|, less an allowance for the
  /// noise its measurement would have. A person changes the sum by at most her rows, the allowance
  /// not at all.
  ///
  /// @param estimates by candidate then cell, whole numbers from measurements only
  /// @param allowances by candidate, at least 0, from public sizes only
  public int choose(
      List<Marginal> candidates, List<long[]> estimates, long[] allowances, Ratio epsilon) {
    ExponentialMechanism mechanism = new ExponentialMechanism(epsilon, rowsAPerson, random);
    long[] scores = new long[candidates.size()];
    for (int at = 0; at < scores.length; at++) {
      long[] counts = candidates.get(at).count(records);
      long[] estimate = estimates.get(at);
      for (int cell = 0; cell < counts.length; cell++) {
        scores[at] += Math.abs(counts[cell] - estimate[cell]);
      }
      scores[at] -= allowances[at];
    }
    spent = spent.plus(mechanism.rho());
    return mechanism.choose(scores);
  }

  /// The variance a loss buys: m^2 / (2 rho), rounded up to a 64th so that its terms stay short.
  static Ratio variance(Ratio rho, long rowsAPerson) {
    Ratio exact = Ratio.of(rowsAPerson * rowsAPerson, 2).dividedBy(rho);
    return new Ratio(exact.times(Ratio.of(64, 1)).ceiling(), Ratio.of(64, 1).numerator());
  }

  /// The domain of the records.
  public Domain domain() {
    return records.domain();
  }
}
