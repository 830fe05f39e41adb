package org.sampan.jobs.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Counts scores of true and false pairs in narrow bins and finds the best threshold.
final class Measures {

  private static final double LEAST = -50;
  private static final double MOST = 200;
  private static final int BINS_PER_BIT = 100;
  private static final double[] BANDS = {-50, -12, -8, -4, 0, 4, 8, 10, 12, 14, 16, 200};

  private final long[] right = new long[(int) ((MOST - LEAST) * BINS_PER_BIT) + 1];
  private final long[] wrong = new long[right.length];
  private double rankOne;
  private long names;

  /// One point of the curve.
  record Point(double threshold, double recall, double precision, double f1) {}

  void pair(double bits, boolean true_) {
    double inside = Math.clamp(bits, LEAST, MOST);
    (true_ ? right : wrong)[bin(inside)]++;
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

  /// How bits were meant and how they turned out, a line a band: predicted is the mean likelihood
  /// ratio that the bits of the wrong pairs in the band claim, observed the ratio of the shares of
  /// right and wrong pairs in it, both as base-2 logarithms.
  List<String> bands() {
    List<String> lines = new ArrayList<>();
    lines.add("  band of bits   right pairs   wrong pairs   predicted   observed");
    double rights = Arrays.stream(right).sum();
    double wrongs = Arrays.stream(wrong).sum();
    for (int i = 0; i + 1 < BANDS.length; i++) {
      double same = 0;
      double different = 0;
      double claimed = 0;
      for (int bin = bin(BANDS[i]); bin < bin(BANDS[i + 1]); bin++) {
        same += right[bin];
        different += wrong[bin];
        claimed += wrong[bin] * Math.pow(2, LEAST + (bin + 0.5) / BINS_PER_BIT);
      }
      String predicted = different == 0 ? "-" : bits(claimed / different);
      String observed =
          different == 0 || same == 0 ? "-" : bits(same / rights / (different / wrongs));
      lines.add(
          String.format(
              Locale.ROOT,
              "  %4.0f .. %4.0f  %11.0f  %12.0f  %10s %10s",
              BANDS[i],
              BANDS[i + 1],
              same,
              different,
              predicted,
              observed));
    }
    return lines;
  }

  private static String bits(double ratio) {
    return String.format(Locale.ROOT, "%.1f", Math.log(ratio) / Math.log(2));
  }

  private static int bin(double bits) {
    return (int) ((bits - LEAST) * BINS_PER_BIT);
  }

  Point best() {
    Point best = new Point(MOST, 0, 0, 0);
    for (Point point : curve()) {
      best = point.f1() > best.f1() ? point : best;
    }
    return best;
  }
}
