package org.sampan.linkage;

/// Takes scored pairs one by one, always in the same order, on one thread at a time.
@FunctionalInterface
public interface PairSink {

  /// A pair of records and the evidence that they are one person.
  ///
  /// @param a the lower record number
  /// @param b the higher record number
  /// @param bits log2 of the odds, the prior included; 0 are even odds
  void pair(int a, int b, float bits);
}
