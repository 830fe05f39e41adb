package org.sampan.linkage.learning;

import org.sampan.linkage.engine.Scan;

/// How many pairs stand at each score, in steps of a quarter of a bit, and what the model expects
/// of them.
public final class Expectation {

  private static final int STEPS_A_BIT = 4;
  private static final int FLOOR = -40;
  private static final double UNIT = 1 << 24;
  private static final int SIZE = 160 * STEPS_A_BIT;

  private final long[] pairs = new long[SIZE];

  /// In parts of 2^-24, so that the order of adding does not show.
  private final long[] matches = new long[SIZE];

  /// Walks over all candidate pairs.
  public static Expectation of(Scan scan, int threads) {
    Expectation[] parts = new Expectation[threads];
    java.util.Arrays.setAll(parts, worker -> new Expectation());
    scan.run((worker, stretch, batch) -> {
      for (int k = 0; k < batch.pairs; k++) {
        parts[worker].add(batch.bits[k]);
      }
    });
    for (int worker = 1; worker < threads; worker++) {
      for (int step = 0; step < SIZE; step++) {
        parts[0].pairs[step] += parts[worker].pairs[step];
        parts[0].matches[step] += parts[worker].matches[step];
      }
    }
    return parts[0];
  }

  private void add(double bits) {
    int step = (int) Math.clamp((bits - FLOOR) * STEPS_A_BIT, 0, SIZE - 1);
    pairs[step]++;
    matches[step] += (long) (Estimation.chance(bits) * UNIT);
  }

  /// The score from which the expected F1 is highest.
  public double threshold() {
    double all = 0;
    for (long one : matches) {
      all += one / UNIT;
    }
    double kept = 0;
    double right = 0;
    double best = -1;
    double threshold = 0;
    for (int step = SIZE - 1; step >= 0; step--) {
      kept += pairs[step];
      right += matches[step] / UNIT;
      double f1 = 2 * right / (kept + all);
      if (f1 > best) {
        best = f1;
        threshold = FLOOR + (double) step / STEPS_A_BIT;
      }
    }
    return threshold;
  }
}
