package org.sampan.jobs.node;

import java.util.Optional;
import java.util.function.Function;

/// One rule of the exchange and how to see whether a node keeps it.
///
/// @param id names it in reports
/// @param section of the protocol (exchange.md) it is derived from
/// @param text the rule, in one sentence
/// @param check says what was wrong; nothing when the rule is kept
record Rule(String id, String section, String text, Function<Bench, Optional<String>> check) {

  /// What became of it.
  ///
  /// @param wrong empty when the rule is kept
  record Finding(Rule rule, String wrong) {
    boolean kept() {
      return wrong.isEmpty();
    }
  }

  Finding on(Bench bench) {
    try {
      return new Finding(this, check.apply(bench).orElse(""));
    } catch (RuntimeException fault) {
      return new Finding(this, "the check itself failed: " + fault.getClass().getSimpleName());
    }
  }
}
