package org.sampan.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// m and u of every level, as Splink estimates them: u from random pairs, m by EM in sessions whose
/// results are averaged.
final class SplinkModel {

  private static final int ROUNDS = 25;
  private static final double LEAST = 1e-6;

  private final SplinkPlan plan;
  private final double[][] u;
  private final Map<Integer, List<double[]>> learned = new HashMap<>();

  SplinkModel(SplinkPlan plan, Map<List<Integer>, Long> random) {
    this.plan = plan;
    this.u = shares(random, null);
  }

  /// One session of EM over the pairs of a blocking rule.
  ///
  /// @param fixed columns that the rule makes equal, which it cannot learn
  void learn(List<String> fixed, Map<List<Integer>, Long> patterns) {
    double[][] m = beginning();
    double share = 0.2;
    for (int round = 0; round < ROUNDS; round++) {
      Map<List<Integer>, Double> expected = new HashMap<>();
      double matches = 0;
      double all = 0;
      for (Map.Entry<List<Integer>, Long> pattern : patterns.entrySet()) {
        double odds = share / (1 - share);
        for (int at = 0; at < m.length; at++) {
          int level = pattern.getKey().get(at);
          if (level >= 0 && !fixed.contains(plan.comparisons().get(at).column())) {
            odds *= m[at][level] / u[at][level];
          }
        }
        double chance = odds / (1 + odds);
        expected.put(pattern.getKey(), chance * pattern.getValue());
        matches += chance * pattern.getValue();
        all += pattern.getValue();
      }
      share = Math.clamp(matches / Math.max(1, all), LEAST, 1 - LEAST);
      m = shares(patterns, expected);
    }
    for (int at = 0; at < m.length; at++) {
      if (!fixed.contains(plan.comparisons().get(at).column())) {
        learned.computeIfAbsent(at, key -> new ArrayList<>()).add(m[at]);
      }
    }
  }

  /// The SQL of a comparison's bits, with the adjustment for rare values on exact agreement.
  String weight(SplinkPlan.Comparison comparison) {
    int at = plan.comparisons().indexOf(comparison);
    double[] m = averaged(at);
    StringBuilder sql =
        new StringBuilder("case g_%s when -1 then 0.0".formatted(comparison.column()));
    for (int level = 0; level < m.length; level++) {
      double bits = Math.log(m[level] / u[at][level]) / Math.log(2);
      String exact =
          comparison.frequency() && level == m.length - 1
              ? " + coalesce(log2(%s / tf_%s.tf), 0)".formatted(u[at][level], comparison.column())
              : "";
      sql.append(" when %d then %s%s".formatted(level, bits, exact));
    }
    return sql.append(" end").toString();
  }

  private double[] averaged(int at) {
    List<double[]> sessions = learned.getOrDefault(at, List.of(beginning()[at]));
    double[] mean = new double[sessions.getFirst().length];
    for (double[] session : sessions) {
      for (int level = 0; level < mean.length; level++) {
        mean[level] += session[level] / sessions.size();
      }
    }
    return mean;
  }

  private double[][] beginning() {
    double[][] m = new double[plan.comparisons().size()][];
    for (int at = 0; at < m.length; at++) {
      int levels = plan.comparisons().get(at).levels().size();
      m[at] = new double[levels + 1];
      Arrays.fill(m[at], 0.1 / levels);
      m[at][levels] = 0.9;
    }
    return m;
  }

  private double[][] shares(
      Map<List<Integer>, Long> patterns,
      @org.jspecify.annotations.Nullable Map<List<Integer>, Double> weights) {
    double[][] shares = new double[plan.comparisons().size()][];
    for (int at = 0; at < shares.length; at++) {
      shares[at] = new double[plan.comparisons().get(at).levels().size() + 1];
      double sum = 0;
      for (Map.Entry<List<Integer>, Long> pattern : patterns.entrySet()) {
        int level = pattern.getKey().get(at);
        double count =
            weights == null ? pattern.getValue() : weights.getOrDefault(pattern.getKey(), 0.0);
        if (level >= 0) {
          shares[at][level] += count;
          sum += count;
        }
      }
      for (int level = 0; level < shares[at].length; level++) {
        shares[at][level] = Math.max(LEAST, shares[at][level] / Math.max(LEAST, sum));
      }
    }
    return shares;
  }
}
