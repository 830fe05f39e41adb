package org.sampan.disclosure.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.evaluation.Canaries;
import org.sampan.disclosure.measuring.Marginal;
import org.sampan.disclosure.measuring.Measuring;
import org.sampan.disclosure.noise.GaussianProfile;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;
import org.sampan.disclosure.noise.RoundedGaussian;

/// The attacks on how a release is made, played many times with the loss it states over its code
/// list.
public final class MechanismAttacks {

  private static final int PAIRS = 10_000;
  private static final int GAMES = 2_000;

  /// How many deviations above what nobody gives the evidence must be to say "she is there": far
  /// out the two chances differ most.
  private static final double FAR_OUT = 2;

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
  /// @param canaryRuns how often each canary is looked for, with her and without; 20,000 prove
  ///   losses above epsilon 0.4 or so
  public static List<Finding> on(Domain domain, Ratio epsilon, Ratio delta, int canaryRuns) {
    MechanismAttacks attacks = new MechanismAttacks(domain, epsilon, delta, canaryRuns);
    return List.of(
        attacks.differencing(), attacks.sampler(), attacks.canaries(), attacks.contribution());
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
    // Three deviations of so many throws of a coin.
    double chance = 1.5 / Math.sqrt(PAIRS);
    return Finding.of(
        Attack.DIFFERENCING,
        success <= allowed() + chance,
        text(
            "told from nobody in %.1f %% of %d pairs (a guess: 50; allowed: %.1f); rounded tables:"
                + " 94.6 to 100 %% change",
            100 * success, PAIRS, 100 * allowed()));
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
  /// only what is rarest; each looked for in every table of one and two variables. She changes one
  /// cell of each table by one, so only those cells are drawn.
  private Finding canaries() {
    double worst = 0;
    int width = Math.min(4, domain.width());
    List<Marginal> marginals = new ArrayList<>(Marginal.all(width, 1));
    marginals.addAll(Marginal.all(width, 2));
    Ratio rho = GaussianProfile.rho(epsilon, delta);
    for (int kind = 0; kind < 3; kind++) {
      Records canary = people(1, kind);
      List<RoundedGaussian> noises = new Measuring(canary, 1, random).noises(marginals, rho);
      int[] noticed = new int[2];
      for (int run = 0; run < 2 * canaryRuns; run++) {
        noticed[run & 1] += noticed(canary, marginals, noises, run & 1) ? 1 : 0;
      }
      worst = Math.max(worst, Canaries.epsilon(noticed[1], noticed[0], canaryRuns, value(delta)));
    }
    return Finding.of(
        Attack.CANARIES,
        worst <= value(epsilon),
        text(
            "over %d runs a canary a loss of epsilon %.3f at least is proven (wrongly in at most 5"
                + " of 100 audits); stated %.3f; so many runs would prove up to %.1f",
            2 * canaryRuns,
            worst,
            value(epsilon),
            Canaries.epsilon(canaryRuns, 0, canaryRuns, value(delta))));
  }

  private boolean noticed(
      Records canary, List<Marginal> marginals, List<RoundedGaussian> noises, int there) {
    double evidence = 0;
    double information = 0;
    for (int at = 0; at < noises.size(); at++) {
      double deviation = value(noises.get(at).deviation());
      for (long hers : marginals.get(at).count(canary)) {
        if (hers > 0) {
          evidence += noises.get(at).addedTo(hers * there) / (deviation * deviation);
          information += 1 / (deviation * deviation);
        }
      }
    }
    return evidence > FAR_OUT * Math.sqrt(information);
  }

  private Finding contribution() {
    Contribution game = new Contribution(domain, GaussianProfile.rho(epsilon, delta), random);
    double told = game.told(true, GAMES);
    double naive = game.told(false, GAMES);
    return Finding.of(
        Attack.CONTRIBUTION,
        game.kept() == 1 && told <= allowed() + 1.5 / Math.sqrt(GAMES),
        text(
            "of one person's 40 records in two countries %d counts: told from nobody in %.1f %%"
                + " (allowed %.1f); counted all, in %.1f %%",
            game.kept(), 100 * told, 100 * allowed(), 100 * naive));
  }

  /// How often nobody who keeps the stated loss can be told from nobody, at most.
  private double allowed() {
    double exp = Math.exp(value(epsilon));
    return exp / (1 + exp) + value(delta);
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
