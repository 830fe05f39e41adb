package org.sampan.disclosure.measuring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.noise.ExponentialMechanism;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;
import org.sampan.disclosure.noise.RoundedGaussian;

/// Measures bounded records and keeps the account of what that costs one person.
///
/// Neighbours differ by one whole person, added or taken away, with all her rows. With m rows kept
/// of each person she moves the cells of a table by at most m in all, so normal noise of variance
/// s^2 costs rho = m^2 / (2 s^2). Costs add up, also where what is measured next depends on what
/// came out before, and together they lose what one normal noise of the whole rho would
/// ([org.sampan.disclosure.noise.GaussianProfile]).
public final class Measuring {

  /// What rounding to whole numbers adds to the variance.
  private static final Ratio OF_ROUNDING = Ratio.of(1, 12);

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
    List<RoundedGaussian> noises = noises(marginals, rho);
    List<Measurement> measurements = new ArrayList<>();
    for (int at = 0; at < marginals.size(); at++) {
      measurements.add(measureOne(marginals.get(at), noises.get(at)));
    }
    return measurements;
  }

  /// The noise of each marginal if they cost `rho` in all; asking costs nothing.
  public List<RoundedGaussian> noises(List<Marginal> marginals, Ratio rho) {
    return Shares.of(marginals, records.domain(), rho).stream().map(this::noise).toList();
  }

  /// Measures one marginal for `rho`.
  public Measurement measureOne(Marginal marginal, Ratio rho) {
    return measureOne(marginal, noise(rho));
  }

  private RoundedGaussian noise(Ratio rho) {
    return new RoundedGaussian(deviation(rho, rowsAPerson), random);
  }

  private Measurement measureOne(Marginal marginal, RoundedGaussian noise) {
    boolean[] impossible = zeros.of(marginal);
    long[] counts = marginal.count(records);
    for (int cell = 0; cell < counts.length; cell++) {
      counts[cell] = impossible[cell] ? 0 : noise.addedTo(counts[cell]);
    }
    Ratio variance = noise.deviation().times(noise.deviation());
    spent = spent.plus(Ratio.of(rowsAPerson * rowsAPerson, 2).dividedBy(variance));
    return new Measurement(marginal, counts, impossible, variance.plus(OF_ROUNDING));
  }

  /// Chooses marginals that the estimates so far get most wrong and measures them; costs `rho`.
  ///
  /// A candidate's score is the sum over cells of |count - estimate|, less an allowance for the
  /// noise its measurement will have. A person changes the sum by at most her rows, the allowance
  /// not at all. A fifth of the cost goes to choosing, the rest to measuring.
  ///
  /// @param estimate by cell, whole numbers that come from measurements only
  /// @param choices how many to choose, each at most once
  public List<Measurement> measureWorst(
      List<Marginal> candidates, Function<Marginal, long[]> estimate, int choices, Ratio rho) {
    int taken = Math.min(choices, candidates.size());
    if (taken == 0) {
      return List.of();
    }
    Ratio each = rho.dividedBy(Ratio.of(taken, 1));
    Ratio choosing = each.times(Ratio.of(1, 5));
    Ratio measuring = each.minus(choosing);
    Ratio epsilon = choosing.dividedBy(ExponentialMechanism.QUARTER_OF_PI).rootDown();
    ExponentialMechanism mechanism = new ExponentialMechanism(epsilon, rowsAPerson, random);
    List<Marginal> left = new ArrayList<>(candidates);
    List<Long> scores = new ArrayList<>();
    long deviation = deviation(measuring, rowsAPerson).floor().longValueExact();
    for (Marginal candidate : candidates) {
      scores.add(score(candidate, estimate.apply(candidate), deviation));
    }
    List<Measurement> measurements = new ArrayList<>();
    for (int choice = 0; choice < taken; choice++) {
      int chosen = mechanism.choose(scores.stream().mapToLong(Long::longValue).toArray());
      spent = spent.plus(mechanism.rhoAsNormalNoise());
      measurements.add(measureOne(left.remove(chosen), measuring));
      scores.remove(chosen);
    }
    return measurements;
  }

  private long score(Marginal candidate, long[] estimate, long deviation) {
    long[] counts = candidate.count(records);
    long wrong = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      wrong += Math.abs(counts[cell] - estimate[cell]);
    }
    // The mean of |noise| is four fifths of its deviation.
    return wrong - 4 * deviation * counts.length / 5;
  }

  /// The deviation a loss buys: m over the root of 2 rho, rounded up to a 4096th.
  static Ratio deviation(Ratio rho, long rowsAPerson) {
    Ratio variance = Ratio.of(rowsAPerson * rowsAPerson, 2).dividedBy(rho);
    BigInteger parts = variance.times(Ratio.of(1L << 24, 1)).ceiling();
    BigInteger root = parts.sqrt();
    BigInteger up = root.multiply(root).equals(parts) ? root : root.add(BigInteger.ONE);
    return new Ratio(up, BigInteger.ONE.shiftLeft(12));
  }
}
