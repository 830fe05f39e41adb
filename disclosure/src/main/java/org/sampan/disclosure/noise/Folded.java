package org.sampan.disclosure.noise;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Bounds on a two-sided symmetric distribution over whole numbers, folded to its magnitudes.
///
/// The weight of 0 is 1, of a magnitude k it is 2 w(k) with w(k + 1) = w(k) r(k) and r(k + 1) =
/// r(k) q. For the discrete Gaussian r(0) = exp(-1/(2 s^2)) and q = exp(-1/s^2), for the discrete
/// Laplace r(0) = exp(-1/t) and q = 1. Lower bounds are rounded down at every step and upper bounds
/// up, so that the errors are inside the bounds, not estimated.
record Folded(Ratio first, Ratio step) {

  /// Bits carried beyond those asked for; a table of 2^17 entries loses at most 36 of them.
  private static final int GUARD = 66;

  Cumulative at(int bits) {
    int precision = bits + GUARD;
    Bounds ratio = Bounds.expOfMinus(first, precision);
    Bounds shrink = Bounds.expOfMinus(step, precision);
    List<BigInteger> low = new ArrayList<>();
    List<BigInteger> high = new ArrayList<>();
    BigInteger one = BigInteger.ONE.shiftLeft(precision);
    low.add(one);
    high.add(one);
    BigInteger lowWeight = one.shiftLeft(1);
    BigInteger highWeight = lowWeight;
    BigInteger lowRatio = ratio.low();
    BigInteger highRatio = ratio.high();
    // Until a weight is below one unit of the bits asked for.
    BigInteger enough = BigInteger.ONE.shiftLeft(GUARD);
    while (highWeight.compareTo(enough) > 0) {
      lowWeight = lowWeight.multiply(lowRatio).shiftRight(precision);
      highWeight = up(highWeight.multiply(highRatio), precision);
      low.add(lowWeight);
      high.add(highWeight);
      lowRatio = lowRatio.multiply(shrink.low()).shiftRight(precision);
      highRatio = up(highRatio.multiply(shrink.high()), precision);
    }
    // What follows shrinks at least as fast as a geometric series with the present ratio.
    BigInteger tail =
        highWeight.multiply(highRatio).divide(one.subtract(highRatio)).add(BigInteger.TWO);
    return new Cumulative(
        bits, low.toArray(BigInteger[]::new), high.toArray(BigInteger[]::new), tail);
  }

  private static BigInteger up(BigInteger value, int shift) {
    return value.shiftRight(shift).add(BigInteger.ONE);
  }
}
