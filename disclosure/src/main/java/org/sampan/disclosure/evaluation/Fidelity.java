package org.sampan.disclosure.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.measuring.Marginal;

/// How close synthetic rows come to the real ones.
///
/// @param kMarginal NIST's score over all pairs of variables, every category counted, blanks too:
///   the mean of (2 - L1 distance of the two densities) times 500; 1000 is identical, 0 disjoint
/// @param combinations of one, two and three answers; fewer where there are fewer variables
public record Fidelity(double kMarginal, List<Combinations> combinations) {

  /// Combinations fewer people have than this are rare.
  public static final int RARE_BELOW = 10;

  public Fidelity {
    combinations = List.copyOf(combinations);
  }

  /// Compares two files of one domain, either of which may be the larger.
  public static Fidelity of(Records real, Records synthetic) {
    if (!real.domain().equals(synthetic.domain())) {
      throw new IllegalArgumentException("Only records of one domain can be compared");
    }
    Tally tally = new Tally(real, synthetic);
    int longest = Math.min(3, real.domain().width());
    return new Fidelity(
        kMarginal(tally, real, synthetic),
        IntStream.rangeClosed(1, longest)
            .mapToObj(length -> Combinations.of(tally, real.domain(), length, RARE_BELOW))
            .toList());
  }

  /// The mean error of combinations of a length, 0 where there are none.
  public double error(int length) {
    return length > combinations.size() ? 0 : combinations.get(length - 1).meanError();
  }

  /// The share of pairs of answers in the synthetic rows that nobody has, 0 to 1.
  public double fabricatedPairMass() {
    return combinations.size() < 2 ? 0 : combinations.get(1).fabricatedMass();
  }

  /// How many rare combinations of any length came out.
  public long rareLeaked() {
    return combinations.stream().mapToLong(Combinations::rareLeaked).sum();
  }

  private static double kMarginal(Tally tally, Records real, Records synthetic) {
    if (real.size() == 0 || synthetic.size() == 0) {
      return 0;
    }
    int length = Math.min(2, real.domain().width());
    List<Marginal> marginals = Marginal.all(real.domain().width(), length);
    double[] distance = new double[1];
    double oneReal = 1.0 / real.size();
    double oneSynthetic = 1.0 / synthetic.size();
    for (Marginal marginal : marginals) {
      tally.visit(
          marginal.variables(),
          (_, left, right) -> distance[0] += Math.abs(left * oneReal - right * oneSynthetic));
    }
    return (2 - distance[0] / marginals.size()) * 500;
  }
}
