package org.sampan.jobs.tables;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Says how far long work has come and how long it may still take: on one line of a terminal once a
/// second, elsewhere on a line of its own every ten seconds.
public final class Progress {

  private final PrintStream out;
  private final Clock clock;
  private final boolean terminal;
  private String stage = "";
  private Instant began;
  private Instant said;
  private boolean line;

  public Progress(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.terminal = System.console() != null && System.console().isTerminal();
    this.began = clock.instant();
    this.said = began;
  }

  /// How much of a stage is done; a new stage begins a new line.
  ///
  /// @param what in words
  /// @param done from 0 to `total`
  /// @param total 0 when nobody knows
  public void at(String what, long done, long total) {
    Instant now = clock.instant();
    if (!what.equals(stage)) {
      end();
      stage = what;
      began = now;
      said = now;
    }
    if (Duration.between(said, now).toSeconds() < (terminal ? 1 : 10)) {
      return;
    }
    said = now;
    String text = text(done, total, Duration.between(began, now));
    if (terminal) {
      line = true;
      out.print("\r\033[K" + text);
      out.flush();
    } else {
      out.println(text);
    }
  }

  /// Ends the line, so that something else can be said.
  public void end() {
    if (line) {
      out.println();
      line = false;
    }
  }

  private String text(long done, long total, Duration past) {
    if (total <= 0 || done <= 0) {
      return "%s: %,d".formatted(stage, done);
    }
    double share = Math.min(1, done / (double) total);
    long left = Math.round(past.toMillis() * (1 - share) / share / 1000);
    return "%s: %d %%, about %d s left".formatted(stage, Math.round(100 * share), left);
  }
}
