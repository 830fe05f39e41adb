package org.sampan.linkage.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.linkage.chances.Households;
import org.sampan.linkage.chances.Order;
import org.sampan.linkage.chances.Patterns;
import org.sampan.linkage.engine.Housemates;
import org.sampan.linkage.engine.Weights;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Household;
import org.sampan.linkage.model.Leaning;
import org.sampan.linkage.model.Level;
import org.sampan.linkage.model.Model;

/// Expectation and maximisation over the patterns of the candidate pairs: m from pairs weighed by
/// their chance, u from random pairs less what matches among them account for, the prior from both.
///
/// Pairs that no pass finds are taken for two people each; with passes that find nearly all this
/// costs little, and the chances of the fields a pass asks for stay honest because every pass is
/// looked at.
public final class Estimation {

  private static final int ROUNDS = 60;
  private static final double SETTLED = 1e-5;
  private static final double LEAST_M = 1e-4;

  /// Fewer housemates than this, beside the pairs of one person or at all, are not told apart.
  private static final double LEAST_SHARE = 0.02;

  private static final double LEAST_PAIRS = 20;

  /// The share of pairs of one person that may differ in a field. Without it, people who share a
  /// family name and a town pull the chances towards themselves, round by round.
  private static final double MOST_DIFFERENT = 0.2;

  private final RandomPairs random;
  private final long[] patterns;
  private final double[] counts;
  private final List<Optional<Leaning>> leanings;
  private Model model;
  private int rounds;
  private double matches;
  private double housematePairs;

  public Estimation(Model model, RandomPairs random, Patterns seen) {
    this.model = model;
    this.random = random;
    this.leanings = model.fields().stream().map(Field::leans).toList();
    this.patterns = seen.sorted();
    this.counts = new double[patterns.length];
    for (int k = 0; k < patterns.length; k++) {
      counts[k] = seen.count(patterns[k]);
    }
  }

  public Model learn() {
    Model begun = model;
    model = model.of(Households.begun(model));
    settle();
    boolean few = housematePairs < LEAST_SHARE * matches || housematePairs < LEAST_PAIRS;
    if (model.household().isPresent() && (few || !Households.plausible(model))) {
      model = begun.of(Optional.empty());
      settle();
    }
    return model;
  }

  private void settle() {
    matches = 0;
    double before = -1;
    for (rounds = 0;
        rounds < ROUNDS && Math.abs(matches - before) > SETTLED * matches + 1e-9;
        rounds++) {
      before = matches;
      round();
    }
  }

  /// How many rounds it took.
  public int rounds() {
    return rounds;
  }

  /// How many pairs of one person the candidates are thought to hold.
  public double matches() {
    return matches;
  }

  private void round() {
    double[][] levels = new double[model.fields().size()][16];
    double[][] shared = new double[levels.length][16];
    Weights[] weights = Weights.of(model);
    Housemates housemates = Housemates.of(model);
    double total = 0;
    double together = 0;
    for (int k = 0; k < patterns.length; k++) {
      double evidence = Weights.of(weights, patterns[k]);
      double loss = housemates.loss(patterns[k], evidence);
      double expected = counts[k] * chance(model.priorBits() + evidence - loss);
      double mates = mates(housemates, patterns[k], evidence, loss) * (counts[k] - expected);
      total += expected;
      together += mates;
      for (int field = 0; field < weights.length; field++) {
        levels[field][Patterns.level(patterns[k], field)] += expected;
        shared[field][Patterns.level(patterns[k], field)] += mates;
      }
    }
    matches = total;
    housematePairs = together;
    double prior = Math.clamp(total / random.pairs, 1e-12, 0.5);
    List<Field> learned = new ArrayList<>();
    for (int field = 0; field < weights.length; field++) {
      learned.add(learned(field, levels[field], prior));
    }
    double share = Math.clamp(together / random.pairs, 1e-12, 0.1);
    Optional<Household> household =
        model.household().map(old -> Households.learned(old, learned, shared, share));
    model = new Model(learned, model.passes(), prior, model.threshold(), model.about(), household);
  }

  /// The chance that a pair of two people is one of housemates.
  private static double mates(Housemates housemates, long pattern, double evidence, double loss) {
    return housemates.share == 0
        ? 0
        : Math.min(
            1,
            housemates.share
                * StrictMath.pow(2, Math.min(1000, housemates.bits(pattern, evidence)) - loss));
  }

  private Field learned(int number, double[] expected, double prior) {
    Field field = model.fields().get(number);
    int size = field.levels().size();
    double told = 0;
    for (int level = 1; level <= size; level++) {
      told += expected[level];
    }
    List<Level> levels = new ArrayList<>();
    for (int level = 1; level <= size; level++) {
      Level old = field.levels().get(level - 1);
      // Two pairs' worth of what was thought before, so that a few records do not unteach it.
      double m = (expected[level] + 2 * old.m()) / (told + 2);
      m = Math.clamp(m, LEAST_M, level == size ? MOST_DIFFERENT : 1);
      levels.add(new Level(old.name(), m, random.between(number, level, prior * m)));
    }
    List<Level> kept = Order.kept(field.kind(), levels);
    return field.leaning(leanings.get(number).map(raw -> ordered(field, raw, kept))).with(kept);
  }

  /// A leaning's chances in the order of agreement, as the field's own are.
  private static Leaning ordered(Field field, Leaning raw, List<Level> learned) {
    List<List<Double>> rows = new ArrayList<>();
    for (List<Double> row : raw.u()) {
      List<Level> levels = new ArrayList<>();
      for (int level = 0; level < row.size(); level++) {
        Level own = learned.get(level);
        levels.add(new Level(own.name(), own.m(), row.get(level)));
      }
      rows.add(Order.kept(field.kind(), levels).stream().map(Level::u).toList());
    }
    return new Leaning(raw.on(), rows);
  }

  /// The chance that goes with bits of evidence.
  public static double chance(double bits) {
    return 1 / (1 + StrictMath.exp(-bits * 0.6931471805599453));
  }
}
