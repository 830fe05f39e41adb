package org.sampan.jobs.names;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/// How many pairs their letters alone turned away, how many got a full score, and the time of this
/// thread that each took.
final class PairTimes {

  private static final double MILLION_A_SECOND = 1e-3;

  private long asked;
  private long scored;
  private long asking;
  private long scoring;
  private long since;

  /// A stretch of work begins.
  void begin() {
    since = now();
  }

  /// So many pairs were asked whether they may meet, and so many may.
  void asked(int pairs, int meeting) {
    asked += pairs;
    scored += meeting;
    asking += lap();
  }

  /// So many pairs got their score; none, when what many need was made ready.
  void scored(int pairs) {
    scoring += lap();
  }

  private long lap() {
    long now = now();
    long lap = now - since;
    since = now;
    return lap;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  long turnedAway() {
    return asked - scored;
  }

  long scored() {
    return scored;
  }

  /// One line: the question is asked of every pair, so its time is divided by all of them.
  String line() {
    return String.format(
        Locale.ROOT,
        "%,d pairs turned away by their letters (%.1f million asked a CPU-second), %,d full scores"
            + " (%.2f million a CPU-second)",
        turnedAway(),
        asking == 0 ? 0 : asked / (asking * MILLION_A_SECOND),
        scored,
        scoring == 0 ? 0 : scored / (scoring * MILLION_A_SECOND));
  }
}
