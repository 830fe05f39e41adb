package org.sampan.linkage.engine;

import org.sampan.linkage.model.Level;

/// Every logarithm anew.
final class Logarithms {

  private Logarithms() {}

  static double of(int count) {
    int shift = Math.max(0, 20 - Integer.numberOfLeadingZeros(count));
    return shift + (float) Level.log2(Math.max(2, count >>> shift));
  }
}
