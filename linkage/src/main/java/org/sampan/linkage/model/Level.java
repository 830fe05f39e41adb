package org.sampan.linkage.model;

/// How often two records stand at one level of agreement in one field.
///
/// @param name one of the kind's levels
/// @param m the chance among pairs of one person, above 0 and at most 1
/// @param u the chance among pairs of two people, above 0 and at most 1
public record Level(String name, double m, double u) {

  private static final double LN_2 = StrictMath.log(2);

  public Level {
    if (!(m > 0 && m <= 1) || !(u > 0 && u <= 1)) {
      throw new IllegalArgumentException("level " + name + ": m and u lie above 0 and at most 1");
    }
  }

  /// The evidence in bits: log2(m/u).
  public double bits() {
    return log2(m / u);
  }

  /// The logarithm to base 2, the same on every machine.
  public static double log2(double value) {
    return StrictMath.log(value) / LN_2;
  }
}
