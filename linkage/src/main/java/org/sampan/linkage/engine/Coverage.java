package org.sampan.linkage.engine;

/// Estimates how many pairs of one person no pass finds, from how many are found by one pass alone
/// and by two: Chao's lower bound (1987), as for animals caught in traps.
public final class Coverage {

  /// Sums are whole numbers of this part, so that the order of adding does not show.
  private static final double UNIT = 1L << 30;

  private long expected;
  private long found;
  private long once;
  private long twice;

  /// Adds a pair by its chance and the number of passes that find it (0 where that was not looked
  /// at).
  public void add(double chance, int passes) {
    long part = (long) (chance * UNIT);
    expected += part;
    found += passes > 0 ? part : 0;
    once += passes == 1 ? part : 0;
    twice += passes == 2 ? part : 0;
  }

  public void add(Coverage other) {
    expected += other.expected;
    found += other.found;
    once += other.once;
    twice += other.twice;
  }

  /// The sum of the chances.
  public double expected() {
    return expected / UNIT;
  }

  /// The share of the pairs of one person that some pass finds; 1 when none is found at all.
  public double completeness() {
    double single = once / UNIT;
    double missed = single * Math.max(0, single - 1) / (2 * (twice / UNIT + 1));
    return found == 0 ? 1 : found / UNIT / (found / UNIT + missed);
  }
}
