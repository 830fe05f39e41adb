package org.sampan.disclosure.domain;

/// What became of a file: coded records, or a refusal its owner can act on.
public sealed interface Coded {

  /// Every row fits the domain.
  record Complete(Records records) implements Coded {}

  /// The first thing that does not fit, by line and column; never the value that stood there.
  record Refused(String why) implements Coded {}
}
