package org.sampan.jobs.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Counts scores of true and false pairs in narrow bins and finds the best threshold.
final class Measures {

  private static final double LEAST = -50;
  private static final double MOST = 200;
  private static final int BINS_PER_BIT = 100;

  private final long[] right = new long[(int) ((MOST - LEAST) * BINS_PER_BIT) + 1];
  private final long[] wrong = new long[right.length];
  private double rankOne;
  private long names;

  /// One point of the curve.
  record Point(double threshold, double recall, double precision, double f1) {}

  void pair(double bits, boolean true_) {
    double inside = Math.clamp(bits, LEAST, MOST);
    int bin = (int) ((inside - LEAST) * BINS_PER_BIT);
    (true_ ? right : wrong)[bin]++;
  }

  /// One native form was ranked: the share of its best forms that are right.
  void ranked(double share) {
    rankOne += share;
    names++;
  }

  double recallAtOne() {
    return names == 0 ? 0 : rankOne / names;
  }

  /// The curve from the highest threshold down.
  List<Point> curve() {
    long all = Arrays.stream(right).sum();
    long found = 0;
    long false_ = 0;
    List<Point> points = new ArrayList<>();
    for (int bin = right.length - 1; bin >= 0; bin--) {
      if (right[bin] + wrong[bin] > 0) {
        found += right[bin];
        false_ += wrong[bin];
        double recall = all == 0 ? 0 : (double) found / all;
        double precision = (double) found / (found + false_);
        double f1 = 2.0 * found / (found + false_ + all);
        points.add(new Point(LEAST + (double) bin / BINS_PER_BIT, recall, precision, f1));
      }
    }
    return points;
  }

  Point best() {
    Point best = new Point(MOST, 0, 0, 0);
    for (Point point : curve()) {
      best = point.f1() > best.f1() ? point : best;
    }
    return best;
  }
}
