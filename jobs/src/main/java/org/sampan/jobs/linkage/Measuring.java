package org.sampan.jobs.linkage;

import org.sampan.linkage.PairSink;

/// Counts, for every pair that was scored high enough to matter, whether the truth says it is one
/// person; by steps of a hundredth of a bit, so that memory stays small.
final class Measuring implements PairSink {

  private static final double STEP = 0.01;
  private static final int LOWEST = -20_000;
  private static final int STEPS = 40_001;

  private final Truth truth;
  private final double threshold;
  private final long[] right = new long[STEPS];
  private final long[] wrong = new long[STEPS];
  private long rightAbove;
  private long wrongAbove;

  Measuring(Truth truth, double threshold) {
    this.truth = truth;
    this.threshold = threshold;
  }

  @Override
  public void pair(int a, int b, float bits) {
    if (!truth.knows(a, b)) {
      return;
    }
    boolean same = truth.same(a, b);
    int step = (int) Math.clamp(Math.floor(bits / STEP) - LOWEST, 0, STEPS - 1);
    if (same) {
      right[step]++;
      rightAbove += bits >= threshold ? 1 : 0;
    } else {
      wrong[step]++;
      wrongAbove += bits >= threshold ? 1 : 0;
    }
  }

  /// The measures.
  ///
  /// @param real how many pairs of one person there are
  /// @param compared how many of them were compared
  Measures measures(long real, long compared) {
    double precision = share(rightAbove, rightAbove + wrongAbove);
    double recall = share(rightAbove, real);
    double best = 0;
    double bestAt = 0;
    long found = 0;
    long claimed = 0;
    for (int step = STEPS - 1; step >= 0; step--) {
      found += right[step];
      claimed += right[step] + wrong[step];
      double f1 = Measures.f1(share(found, claimed), share(found, real));
      if (f1 > best) {
        best = f1;
        bestAt = (step + LOWEST) * STEP;
      }
    }
    return new Measures(
        precision, recall, Measures.f1(precision, recall), best, bestAt, share(compared, real));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : part / (double) whole;
  }
}
