package org.sampan.disclosure.evaluation;

/// What a mechanism loses in fact, from many runs with and without one planted person.
///
/// A test says "she is there" or not. If a mechanism is (epsilon, delta) private, then for any test
/// P(yes | there) <= exp(epsilon) P(yes | not there) + delta. Clopper and Pearson's exact bounds on
/// both chances give an epsilon that the mechanism loses at least, wrongly in at most one of twenty
/// audits. It must come out at or below what is claimed.
public final class Canaries {

  /// Each of the two bounds fails with at most this chance.
  private static final double DOUBT = 0.025;

  private Canaries() {}

  /// The least epsilon that the runs prove, at least 0.
  ///
  /// @param yesWith of `runs` with the canary, how many said she is there
  /// @param yesWithout of `runs` without her
  public static double epsilon(int yesWith, int yesWithout, int runs, double delta) {
    return Math.max(
        oneWay(yesWith, yesWithout, runs, delta),
        oneWay(runs - yesWithout, runs - yesWith, runs, delta));
  }

  private static double oneWay(int often, int seldom, int runs, double delta) {
    double low = lower(often, runs);
    double high = 1 - lower(runs - seldom, runs);
    return low <= delta || high <= 0 ? 0 : Math.max(0, Math.log((low - delta) / high));
  }

  /// The chance below which so many successes would happen at most with chance DOUBT.
  private static double lower(int successes, int runs) {
    if (successes == 0) {
      return 0;
    }
    double from = 0;
    double to = 1;
    for (int step = 0; step < 60; step++) {
      double middle = (from + to) / 2;
      if (atLeast(successes, runs, middle) < DOUBT) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double atLeast(int successes, int runs, double chance) {
    double log = 0;
    double sum = 0;
    for (int count = 0; count <= runs; count++) {
      if (count >= successes) {
        sum += Math.exp(log + count * Math.log(chance) + (runs - count) * Math.log1p(-chance));
      }
      log += Math.log(runs - count) - Math.log(count + 1.0);
    }
    return sum;
  }
}
