package org.sampan.benchmarks.exchange;

import java.io.IOException;
import java.util.UUID;

/// Carries one letter to the other side and brings its answer.
@FunctionalInterface
interface Wire {

  /// The receiver's answer, checked as far as the way has something to check.
  ///
  /// @throws IOException when it did not arrive or its answer does not hold
  byte[] carry(UUID id, byte[] body) throws IOException;
}
