package org.sampan.disclosure.attacks;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.evaluation.Canaries;
import org.sampan.disclosure.measuring.Bounding;
import org.sampan.disclosure.measuring.Marginal;
import org.sampan.disclosure.measuring.Measurement;
import org.sampan.disclosure.measuring.Measuring;
import org.sampan.disclosure.noise.GaussianProfile;
import org.sampan.disclosure.noise.Ledger;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;
import org.sampan.disclosure.noise.RoundedGaussian;

/// The attacks on how a release is made, played many times with the loss it states over its code
/// list.
public final class MechanismAttacks {

  private static final int PAIRS = 10_000;

  private final Domain domain;
  private final Ratio epsilon;
  private final Ratio delta;
  private final int canaryRuns;
  private final RandomBits random = new RandomBits();

  private MechanismAttacks(Domain domain, Ratio epsilon, Ratio delta, int canaryRuns) {
    this.domain = domain;
    this.epsilon = epsilon;
    this.delta = delta;
    this.canaryRuns = canaryRuns;
  }

  /// Runs them all.
  ///
  /// @param epsilon and `delta` as the release states them
  /// @param canaryRuns how often each canary is looked for, with her and without; 1,000 proves
  ///   losses above epsilon 0.2 or so
  public static List<Finding> on(Domain domain, Ratio epsilon, Ratio delta, int canaryRuns) {
    MechanismAttacks attacks = new MechanismAttacks(domain, epsilon, delta, canaryRuns);
    return List.of(
        attacks.differencing(),
        attacks.sampler(),
        attacks.canaries(),
        attacks.contribution(),
        attacks.budget());
  }

  /// One person more, 10,000 times, against a reader who knows everybody else exactly: she weighs
  /// every cell the person would change as Neyman and Pearson say is best. Nobody who keeps the
  /// stated loss can be told from nobody more often than exp(e) / (1 + exp(e)), and delta.
  private Finding differencing() {
    Measuring measuring = new Measuring(people(0, 0), 1, random);
    Ratio half = GaussianProfile.rho(epsilon, delta).times(Ratio.of(1, 2));
    List<RoundedGaussian> noises = new ArrayList<>();
    noises.addAll(measuring.noises(Marginal.all(domain.width(), 1), half));
    noises.addAll(measuring.noises(Marginal.all(domain.width(), 2), half));
    int right = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean there = random.below(2) == 1;
      double evidence = 0;
      for (RoundedGaussian noise : noises) {
        double deviation = value(noise.deviation());
        double seen = noise.addedTo(there ? 1 : 0);
        evidence += (seen - 0.5) / (deviation * deviation);
      }
      right += evidence > 0 == there ? 1 : 0;
    }
    double success = (double) right / PAIRS;
    double exp = Math.exp(value(epsilon));
    double bound = exp / (1 + exp) + value(delta);
    // Three deviations of so many throws of a coin.
    double chance = 1.5 / Math.sqrt(PAIRS);
    return Finding.of(
        Attack.DIFFERENCING,
        success <= bound + chance,
        text(
            "told from nobody in %.1f %% of %d pairs (a guess: 50; allowed: %.1f); rounded tables:"
                + " 94.6 to 100 %% change",
            100 * success, PAIRS, 100 * bound));
  }

  private Finding sampler() {
    List<String> seen = new ArrayList<>();
    boolean held = true;
    for (int deviation : new int[] {1, 33, 1000}) {
      double score = new SamplerScore(deviation).of(random);
      held &= Math.abs(score) < 5;
      seen.add(text("sigma %d: %.1f", deviation, score));
    }
    return Finding.of(
        Attack.SAMPLER,
        held,
        "deviations of chi-square from what the exact law says, allowed 5: "
            + String.join(", ", seen));
  }

  /// Three planted people: one who says something everywhere, one who says nothing, one who says
  /// only what is rarest; each looked for in every table of one and two variables.
  private Finding canaries() {
    double worst = 0;
    Ratio rho = GaussianProfile.rho(epsilon, delta);
    List<Marginal> marginals = new ArrayList<>(Marginal.all(Math.min(4, domain.width()), 1));
    marginals.addAll(Marginal.all(Math.min(4, domain.width()), 2));
    for (int kind = 0; kind < 3; kind++) {
      int[] noticed = new int[2];
      for (int there = 0; there < 2; there++) {
        Records people = people(there, kind);
        Records canary = people(1, kind);
        for (int run = 0; run < canaryRuns; run++) {
          noticed[there] += noticed(people, canary, marginals, rho) ? 1 : 0;
        }
      }
      worst = Math.max(worst, Canaries.epsilon(noticed[1], noticed[0], canaryRuns, value(delta)));
    }
    return Finding.of(
        Attack.CANARIES,
        worst <= value(epsilon),
        text(
            "the loss proven over %d runs a canary is epsilon %.3f; stated %.3f",
            2 * canaryRuns, worst, value(epsilon)));
  }

  private boolean noticed(Records people, Records canary, List<Marginal> marginals, Ratio rho) {
    double evidence = 0;
    for (Measurement each : new Measuring(people, 1, random).measure(marginals, rho)) {
      long[] hers = each.marginal().count(canary);
      for (int cell = 0; cell < hers.length; cell++) {
        if (hers[cell] > 0) {
          evidence += (each.counts()[cell] - 0.5) / value(each.variance());
        }
      }
    }
    return evidence > 0;
  }

  private Finding contribution() {
    int rows = 40;
    short[][] columns = new short[domain.width()][rows];
    Records one = new Records(domain, columns, new int[rows]);
    int kept = Bounding.bounded(one, 1, random).size();
    return Finding.of(
        Attack.CONTRIBUTION, kept == 1, "of one person's 40 records " + kept + " counts");
  }

  private Finding budget() {
    Ratio rho = GaussianProfile.rho(epsilon, delta);
    Ledger ledger = Ledger.empty(rho.plus(rho), rho.plus(rho));
    int granted = 0;
    for (int release = 0; release < 4; release++) {
      // The second is a replay of the first, under its name.
      String name = "release-" + (release == 1 ? 0 : release);
      if (ledger.spend(new Ledger.Entry(name, Year.of(2026), rho))
          instanceof Ledger.Spending.Granted(Ledger next)) {
        ledger = next;
        granted++;
      }
    }
    return Finding.of(
        Attack.BUDGET,
        granted == 2,
        granted + " of 4 releases paid for by a ledger for 2, one a replay");
  }

  /// So many people alike: 0 the last category of every variable, 1 the first, 2 in turns.
  private Records people(int count, int kind) {
    short[][] columns = new short[domain.width()][count];
    for (int at = 0; at < columns.length; at++) {
      int last = domain.variable(at).size() - 1;
      int said = kind == 0 ? last : kind == 1 ? 0 : at % (last + 1);
      java.util.Arrays.fill(columns[at], (short) said);
    }
    return Records.ofOneRowEach(domain, columns);
  }

  static double value(Ratio ratio) {
    return new java.math.BigDecimal(ratio.numerator())
        .divide(new java.math.BigDecimal(ratio.denominator()), java.math.MathContext.DECIMAL64)
        .doubleValue();
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
