package org.sampan.jobs.linkage;

/// How right a linkage was, by the truth.
///
/// @param precision of the pairs from the model's own threshold, 0 to 1
/// @param recall of them
/// @param f1 the harmonic mean of both
/// @param best the best F1 at any threshold
/// @param bestAt that threshold in bits
/// @param completeness the share of real pairs that were compared at all
record Measures(
    double precision, double recall, double f1, double best, double bestAt, double completeness) {

  static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
