package org.sampan.linkage.engine;

import java.util.ArrayList;
import java.util.List;
import org.sampan.linkage.model.Field;
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

  private final RandomPairs random;
  private final long[] patterns;
  private final double[] counts;
  private Model model;
  public int rounds;
  public double matches;

  public Estimation(Model model, RandomPairs random, Patterns seen) {
    this.model = model;
    this.random = random;
    this.patterns = seen.sorted();
    this.counts = new double[patterns.length];
    for (int k = 0; k < patterns.length; k++) {
      counts[k] = seen.count(patterns[k]);
    }
  }

  public Model learn() {
    double before = -1;
    for (rounds = 0;
        rounds < ROUNDS && Math.abs(matches - before) > SETTLED * matches + 1e-9;
        rounds++) {
      before = matches;
      round();
    }
    return model;
  }

  private void round() {
    double[][] levels = new double[model.fields().size()][16];
    double[][] weights = weights(model);
    double total = 0;
    for (int k = 0; k < patterns.length; k++) {
      double bits = model.priorBits();
      for (int field = 0; field < weights.length; field++) {
        bits += weights[field][Patterns.level(patterns[k], field)];
      }
      double expected = counts[k] * chance(bits);
      total += expected;
      for (int field = 0; field < weights.length; field++) {
        levels[field][Patterns.level(patterns[k], field)] += expected;
      }
    }
    matches = total;
    double prior = Math.clamp(total / random.pairs, 1e-12, 0.5);
    List<Field> learned = new ArrayList<>();
    for (int field = 0; field < weights.length; field++) {
      learned.add(learned(field, levels[field], prior));
    }
    model = new Model(learned, model.passes(), prior, model.threshold(), model.about());
  }

  private Field learned(int number, double[] expected, double prior) {
    Field field = model.fields().get(number);
    int size = field.levels().size();
    double told = 0;
    for (int level = 1; level <= size; level++) {
      told += expected[level];
    }
    double least = 0.3 / Math.max(1, random.told(number));
    List<Level> levels = new ArrayList<>();
    for (int level = 1; level <= size; level++) {
      Level old = field.levels().get(level - 1);
      // Two pairs' worth of what was thought before, so that a few records do not unteach it.
      double m = (expected[level] + 2 * old.m()) / (told + 2);
      m = Math.clamp(m, LEAST_M, 1);
      double share = random.share(number, level);
      double u = (share - prior * m) / (1 - prior);
      levels.add(new Level(old.name(), m, Math.clamp(u, Math.max(least, share / 1000), 1)));
    }
    return field.with(Order.kept(field.kind(), levels));
  }

  public static double[][] weights(Model model) {
    double[][] weights = new double[model.fields().size()][16];
    for (int field = 0; field < weights.length; field++) {
      List<Level> levels = model.fields().get(field).levels();
      for (int level = 0; level < levels.size(); level++) {
        weights[field][level + 1] = levels.get(level).bits();
      }
    }
    return weights;
  }

  /// The chance that goes with bits of evidence.
  public static double chance(double bits) {
    return 1 / (1 + StrictMath.exp(-bits * 0.6931471805599453));
  }
}
