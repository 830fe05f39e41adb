package org.sampan.disclosure.noise;

import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;

/// How well draws fit a distribution: Pearson's chi-square, both tails pooled, as a normal score.
final class Fit {

  private Fit() {}

  /// About standard normal where the draws fit; far from 0, either way, where they do not.
  ///
  /// @param probability of each whole number, symmetric about 0
  static double score(LongSupplier draw, IntToDoubleFunction probability, int draws, int reach) {
    long[] seen = new long[2 * reach + 1];
    for (int at = 0; at < draws; at++) {
      seen[(int) Math.clamp(draw.getAsLong(), -reach, reach) + reach]++;
    }
    double[] wanted = new double[seen.length];
    double tail = 1;
    for (int value = -reach + 1; value < reach; value++) {
      wanted[value + reach] = draws * probability.applyAsDouble(value);
      tail -= probability.applyAsDouble(value);
    }
    wanted[0] = draws * tail / 2;
    wanted[2 * reach] = draws * tail / 2;
    double sum = 0;
    int cells = 0;
    double seenTogether = 0;
    double wantedTogether = 0;
    for (int at = 0; at < seen.length; at++) {
      seenTogether += seen[at];
      wantedTogether += wanted[at];
      if (wantedTogether >= 20 || at == seen.length - 1 && wantedTogether > 0) {
        sum += Math.pow(seenTogether - wantedTogether, 2) / wantedTogether;
        cells++;
        seenTogether = 0;
        wantedTogether = 0;
      }
    }
    double free = cells - 1;
    // Wilson and Hilferty 1931: the cube root of chi-square over its freedom is close to normal.
    return (Math.cbrt(sum / free) - (1 - 2 / (9 * free))) / Math.sqrt(2 / (9 * free));
  }
}
