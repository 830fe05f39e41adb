package org.sampan.disclosure.cellkeys;

import java.util.ArrayList;
import java.util.List;

/// How likely a count is moved by how much: for each count the distribution of greatest entropy
/// among those with mean 0, the wanted variance and bounded steps (Marley and Leaver 2011; the
/// method of tau-Argus and of R's ptable).
///
/// Zeros stay zeros. No count is moved below zero, nor onto one of the smallest counts, so that
/// these are never seen.
public final class PerturbationTable {

  private static final int STEPS = 200;
  private static final double EXACT = 1e-12;

  private final int bound;
  private final List<double[]> rows = new ArrayList<>();
  private final List<long[]> thresholds = new ArrayList<>();

  private PerturbationTable(int bound) {
    this.bound = bound;
  }

  /// The table of greatest entropy.
  ///
  /// @param bound the most a count is moved, 1 to 100
  /// @param variance of what is added, above 0
  /// @param neverSeen counts from 1 to this are never published, 0 for none
  /// @throws IllegalArgumentException where no distribution has that variance
  public static PerturbationTable of(int bound, double variance, int neverSeen) {
    if (bound < 1 || bound > 100 || neverSeen < 0 || neverSeen >= bound) {
      throw new IllegalArgumentException("The bound is 1 to 100, above what is never seen");
    }
    PerturbationTable table = new PerturbationTable(bound);
    for (int count = 0; count <= bound + neverSeen; count++) {
      double[] row = new double[2 * bound + 1];
      if (count == 0) {
        row[bound] = 1;
      } else {
        fill(row, possible(count, bound, neverSeen), variance);
      }
      table.rows.add(row);
      table.thresholds.add(thresholds(row));
    }
    return table;
  }

  /// How likely a count is moved by so much.
  public double probability(long count, int move) {
    return Math.abs(move) > bound ? 0 : rows.get(row(count))[move + bound];
  }

  /// What is published for a count with a cell's key. In whole numbers only.
  ///
  /// @param count how many people, 0 or more
  public long published(long count, long key) {
    // Sums of keys are spread evenly, so the upper half of one is a draw from 0 to 2^32 - 1.
    long draw = key >>> 32;
    long[] limits = thresholds.get(row(count));
    int move = 0;
    while (draw >= limits[move]) {
      move++;
    }
    return count + move - bound;
  }

  private int row(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("A count is 0 or more");
    }
    return (int) Math.min(count, rows.size() - 1);
  }

  private static int[] possible(int count, int bound, int neverSeen) {
    List<Integer> moves = new ArrayList<>();
    for (int move = -bound; move <= bound; move++) {
      int seen = count + move;
      if (seen == 0 || seen > neverSeen) {
        moves.add(move);
      }
    }
    return moves.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Weights exp(a move + b move^2), a and b found by Newton's method so that the mean is 0 and the
  /// variance as wanted: that is the form of greatest entropy.
  private static void fill(double[] row, int[] moves, double variance) {
    double a = 0;
    double b = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] moments = moments(moves, a, b);
      double offMean = moments[1];
      double offVariance = moments[2] - variance;
      if (Math.abs(offMean) + Math.abs(offVariance) < EXACT) {
        break;
      }
      double aa = moments[2] - moments[1] * moments[1];
      double ab = moments[3] - moments[1] * moments[2];
      double bb = moments[4] - moments[2] * moments[2];
      double determinant = aa * bb - ab * ab;
      double changeA = (bb * offMean - ab * offVariance) / determinant;
      double changeB = (aa * offVariance - ab * offMean) / determinant;
      double brake = Math.min(1, 0.5 / Math.max(Math.abs(changeA), Math.abs(changeB)));
      a -= brake * changeA;
      b -= brake * changeB;
    }
    double[] moments = moments(moves, a, b);
    if (!(Math.abs(moments[1]) + Math.abs(moments[2] - variance) < 1e-6)) {
      throw new IllegalArgumentException("No distribution on these counts has that variance");
    }
    int bound = row.length / 2;
    for (int move : moves) {
      row[move + bound] = Math.exp(a * move + b * move * move) / moments[0];
    }
  }

  /// The sum of weights, then the first four moments.
  private static double[] moments(int[] moves, double a, double b) {
    double[] moments = new double[5];
    for (int move : moves) {
      double power = Math.exp(a * move + b * move * move);
      for (int order = 0; order < moments.length; order++) {
        moments[order] += power;
        power *= move;
      }
    }
    for (int order = 1; order < moments.length; order++) {
      moments[order] /= moments[0];
    }
    return moments;
  }

  private static long[] thresholds(double[] row) {
    long[] limits = new long[row.length];
    double sum = 0;
    int last = 0;
    for (int move = 0; move < row.length; move++) {
      sum += row[move];
      limits[move] = Math.round(sum * 0x1p32);
      last = row[move] > 0 ? move : last;
    }
    java.util.Arrays.fill(limits, last, row.length, 1L << 32);
    return limits;
  }
}
