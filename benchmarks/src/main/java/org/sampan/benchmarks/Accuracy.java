package org.sampan.benchmarks;

/// How right an engine was.
///
/// @param precision at its best threshold, 0 to 1
/// @param recall there
/// @param f1 the harmonic mean of both
/// @param threshold in the engine's own scale
/// @param completeness the share of real pairs that it scored at all
/// @param pairs that it scored
record Accuracy(
    double precision, double recall, double f1, double threshold, double completeness, long pairs) {

  static Accuracy of(long right, long claimed, long real, double threshold, long pairs) {
    double precision = right / (double) Math.max(1, claimed);
    double recall = right / (double) Math.max(1, real);
    double sum = precision + recall;
    double f1 = sum == 0 ? 0 : 2 * precision * recall / sum;
    return new Accuracy(precision, recall, f1, threshold, 0, pairs);
  }

  Accuracy better(Accuracy other) {
    return other.f1 > f1 ? other : this;
  }

  Accuracy found(double share) {
    return new Accuracy(precision, recall, f1, threshold, share, pairs);
  }
}
