package org.sampan.jobs;

import java.io.IOException;
import java.time.Duration;

/// What people do one after the other, each step printed with its time.
final class Steps {

  private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(40);

  /// One thing a person does.
  @FunctionalInterface
  interface Act {
    void done() throws IOException, InterruptedException;
  }

  /// Something that becomes true after a while.
  @FunctionalInterface
  interface Becoming {
    boolean isTrue() throws IOException, InterruptedException;
  }

  /// Does one step and prints it with its time.
  void step(String what, Act act) throws IOException, InterruptedException {
    long from = System.nanoTime();
    act.done();
    say(Duration.ofNanos(System.nanoTime() - from), what);
  }

  /// Looks again and again until it is so.
  void until(String what, Pages pages, Becoming becoming) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + ARRIVES_WITHIN.toNanos();
    while (!becoming.isTrue()) {
      if (System.nanoTime() > giveUp) {
        throw new Pages.Differs(what, pages);
      }
      Thread.sleep(250);
    }
  }

  static void say(Duration took, String what) {
    System.out.println("%6.1f s  %s".formatted(took.toMillis() / 1000.0, what));
  }
}
