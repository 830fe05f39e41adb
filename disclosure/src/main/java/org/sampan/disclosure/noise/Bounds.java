package org.sampan.disclosure.noise;

import java.math.BigInteger;

/// A real number between `low` and `high`, both in units of 2 to the minus `precision`.
record Bounds(BigInteger low, BigInteger high, int precision) {

  /// Bits carried beyond the precision asked for, so that rounding stays below one unit.
  private static final int GUARD = 64;

  /// Halvings of the exponent before the series, which make it short.
  private static final int HALVINGS = 8;

  /// exp(-x) for x of at least 0, within one unit either way.
  ///
  /// With y = x / 2^m below 2^-8, the alternating series of exp(-y) is summed until a term
  /// vanishes, then squared m times. Each step errs by at most one unit of the guarded precision;
  /// squaring doubles a relative error, so the whole error stays below 2^(m+7) guarded units, and m
  /// is at most 8 plus the bits of x, which is below 2^20: far under one unit after the guard.
  static Bounds expOfMinus(Ratio x, int precision) {
    if (x.signum() < 0) {
      throw new IllegalArgumentException("exp(-x) is wanted for x of at least 0");
    }
    BigInteger one = BigInteger.ONE.shiftLeft(precision);
    // exp(-x) < 2^-x, so that much is below one unit.
    if (x.floor().compareTo(BigInteger.valueOf(precision)) > 0) {
      return new Bounds(BigInteger.ZERO, BigInteger.ONE, precision);
    }
    int working = precision + GUARD;
    int halvings = HALVINGS + x.floor().bitLength();
    BigInteger small = x.numerator().shiftLeft(working - halvings).divide(x.denominator());
    BigInteger sum = BigInteger.ONE.shiftLeft(working);
    BigInteger term = sum;
    for (int n = 1; term.signum() > 0; n++) {
      term = term.multiply(small).shiftRight(working).divide(BigInteger.valueOf(n));
      sum = (n & 1) == 1 ? sum.subtract(term) : sum.add(term);
    }
    for (int n = 0; n < halvings; n++) {
      sum = sum.multiply(sum).shiftRight(working);
    }
    BigInteger value = sum.shiftRight(GUARD);
    return new Bounds(
        value.subtract(BigInteger.ONE).max(BigInteger.ZERO),
        value.add(BigInteger.TWO).min(one),
        precision);
  }

  /// A number certainly not above ln(a / (a - 1)), in units of 2 to the minus `precision`.
  ///
  /// ln(a / (a - 1)) is 2 artanh(1 / (2a - 1)), whose series has only positive terms.
  static Ratio lowLogOfStep(Ratio a, int precision) {
    Ratio z = Ratio.ONE.dividedBy(a.plus(a).minus(Ratio.ONE));
    BigInteger power = z.numerator().shiftLeft(precision).divide(z.denominator());
    Ratio squared = z.times(z);
    BigInteger sum = BigInteger.ZERO;
    for (int n = 1; power.signum() > 0; n += 2) {
      sum = sum.add(power.divide(BigInteger.valueOf(n)));
      power = power.multiply(squared.numerator()).divide(squared.denominator());
    }
    return new Ratio(sum.shiftLeft(1), BigInteger.ONE.shiftLeft(precision));
  }
}
