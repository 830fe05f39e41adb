package org.sampan.disclosure.noise;

import java.math.BigInteger;

/// From rho to epsilon and delta and back for whatever loses rho, never to anybody's disadvantage;
/// what is made of normal noise alone loses less: [GaussianProfile].
///
/// A mechanism that loses rho is (epsilon, delta) private with delta = min over a > 1 of exp((a -
/// 1)(a rho - epsilon)) / (a - 1) (1 - 1/a)^a (CKS20, corollary 13). Any single a gives a valid
/// delta, so the search for the best one need not be exact; the value at the a that is found is an
/// exact upper bound.
public final class Conversion {

  private static final int PRECISION = 128;

  /// a is tried in steps of one sixteenth.
  private static final int STEPS = 16;

  private static final long MOST_STEPS = 1L << 24;

  private Conversion() {}

  /// A delta that certainly holds with this epsilon; at most 1.
  public static Ratio delta(Ratio rho, Ratio epsilon) {
    if (rho.signum() <= 0) {
      return Ratio.ZERO;
    }
    return at(rho, epsilon, best(rho, epsilon)).min(Ratio.ONE);
  }

  /// The step at which the bound is least, or close to it.
  ///
  /// Its logarithm falls while (2a - 1) rho < epsilon + ln(a / (a - 1)), and the last term is
  /// within a few hundredths of 1 / (a - 1/2).
  private static long best(Ratio rho, Ratio epsilon) {
    long from = 1;
    long to = MOST_STEPS;
    while (from < to) {
      long middle = (from + to) >>> 1;
      Ratio a = Ratio.of(middle + STEPS, STEPS);
      Ratio twice = a.plus(a).minus(Ratio.ONE);
      Ratio falling = epsilon.plus(Ratio.of(2, 1).dividedBy(twice));
      if (twice.times(rho).compareTo(falling) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /// The most rho that may be spent for this epsilon and delta, both above 0.
  public static Ratio rho(Ratio epsilon, Ratio delta) {
    return Search.rho(Conversion::delta, epsilon, delta);
  }

  /// An epsilon that certainly holds with this delta.
  public static Ratio epsilon(Ratio rho, Ratio delta) {
    return Search.epsilon(Conversion::delta, rho, delta);
  }

  /// An upper bound on the expression at a = 1 + step/16; above 1 it is cut to 2.
  private static Ratio at(Ratio rho, Ratio epsilon, long step) {
    Ratio less = Ratio.of(step, STEPS);
    Ratio a = less.plus(Ratio.ONE);
    Ratio exponent =
        less.times(epsilon.minus(a.times(rho))).plus(a.times(Bounds.lowLogOfStep(a, PRECISION)));
    if (exponent.signum() < 0) {
      return Ratio.of(2, 1);
    }
    BigInteger high = Bounds.expOfMinus(exponent, PRECISION).high();
    return new Ratio(high, BigInteger.ONE.shiftLeft(PRECISION)).dividedBy(less);
  }
}
