package org.sampan.linkage.engine;

import org.sampan.linkage.model.Level;

/// log2 of counts, in a table of 16 KB.
final class Logarithms {

  private static final int TABLE = 4096;
  private static final float[] LOGARITHMS = new float[TABLE];

  static {
    for (int count = 1; count < TABLE; count++) {
      LOGARITHMS[count] = (float) Level.log2(Math.max(2, count));
    }
  }

  private Logarithms() {}

  /// log2 of a count, at least of 2; from 4,096 on to one part in 2,048.
  static double of(int count) {
    int shift = Math.max(0, 20 - Integer.numberOfLeadingZeros(count));
    return shift + LOGARITHMS[count >>> shift];
  }
}
