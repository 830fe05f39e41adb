package org.sampan.names;

/// Fits bits = slope * score + shift so that the bits are the logarithm of the likelihood ratio of
/// true pairs against false ones: logistic regression with the shares of both as prior (Platt
/// 1999), by Newton's method.
final class LogisticFit {

  private static final int STEPS = 60;
  private static final double RIDGE = 1e-3;
  private static final double LEAST = -40;
  private static final double MOST = 60;

  private LogisticFit() {}

  /// Slope and shift, both in base-2 logarithms.
  static double[] of(double[] right, double[] wrong) {
    double prior = Math.log((double) right.length / wrong.length);
    double slope = Math.log(2) * 0.7;
    double shift = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] sums = new double[5];
      for (double score : right) {
        add(sums, Math.clamp(score, LEAST, MOST), 1, slope, shift + prior);
      }
      for (double score : wrong) {
        add(sums, Math.clamp(score, LEAST, MOST), 0, slope, shift + prior);
      }
      double a = sums[2] + RIDGE;
      double d = sums[4] + RIDGE;
      double determinant = a * d - sums[3] * sums[3];
      double bySlope = (d * sums[0] - sums[3] * sums[1]) / determinant;
      double byShift = (a * sums[1] - sums[3] * sums[0]) / determinant;
      slope = Math.max(0.05, slope + Math.clamp(bySlope, -0.2, 0.2));
      shift += Math.clamp(byShift, -2, 2);
    }
    return new double[] {slope / Math.log(2), shift / Math.log(2)};
  }

  private static void add(double[] sums, double score, int right, double slope, double shift) {
    double chance = 1 / (1 + Math.exp(-(slope * score + shift)));
    double weight = chance * (1 - chance);
    sums[0] += (right - chance) * score;
    sums[1] += right - chance;
    sums[2] += weight * score * score;
    sums[3] += weight * score;
    sums[4] += weight;
  }
}
