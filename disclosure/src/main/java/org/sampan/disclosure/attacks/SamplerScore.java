package org.sampan.disclosure.attacks;

import java.util.function.LongSupplier;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;
import org.sampan.disclosure.noise.RoundedGaussian;

/// How far draws lie from the rounded normal law, both tails included.
final class SamplerScore {

  private static final int DRAWS = 100_000;

  /// Cells of equal width up to four deviations to each side, and a tail at either end.
  private static final int CELLS = 41;

  private final int deviation;

  SamplerScore(int deviation) {
    this.deviation = deviation;
  }

  /// Chi-square less its mean, in its own deviations: beyond 5 is no accident.
  double of(RandomBits random) {
    return of(new RoundedGaussian(Ratio.of(deviation, 1), random)::draw);
  }

  /// The same for draws from anywhere.
  double of(LongSupplier draws) {
    long[] seen = new long[CELLS];
    for (int draw = 0; draw < DRAWS; draw++) {
      seen[cell(draws.getAsLong())]++;
    }
    double[] expected = new double[CELLS];
    double all = 0;
    for (int value = -12 * deviation; value <= 12 * deviation; value++) {
      double mass = mass(value);
      expected[cell(value)] += mass;
      all += mass;
    }
    double chiSquare = 0;
    int cells = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      double mean = expected[cell] / all * DRAWS;
      if (mean >= 1) {
        chiSquare += (seen[cell] - mean) * (seen[cell] - mean) / mean;
        cells++;
      }
    }
    return (chiSquare - (cells - 1)) / Math.sqrt(2.0 * (cells - 1));
  }

  /// The normal density over the width of one, by Simpson's rule on eight stretches.
  private double mass(int value) {
    int stretches = 8;
    double sum = 0;
    for (int at = 0; at <= stretches; at++) {
      double place = (value - 0.5 + (double) at / stretches) / deviation;
      int weight = at == 0 || at == stretches ? 1 : at % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(-place * place / 2);
    }
    return sum;
  }

  private int cell(long value) {
    long scaled = Math.floorDiv(value * (CELLS - 1), 8L * deviation) + CELLS / 2;
    return (int) Math.max(0, Math.min(CELLS - 1, scaled));
  }
}
