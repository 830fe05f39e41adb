package org.sampan.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/// Looking again until it is so.
final class Waiting {

  private Waiting() {}

  /// A question whose answer may not be had just now.
  @FunctionalInterface
  interface Question {
    boolean holds() throws IOException, SQLException;
  }

  /// Waits until it holds. False when it never did; a question that fails is asked again.
  static boolean until(Duration most, Question question) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (true) {
      try {
        if (question.holds()) {
          return true;
        }
      } catch (IOException | SQLException notNow) {
        // A database that was just killed: it is asked again.
      }
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(100);
    }
  }
}
