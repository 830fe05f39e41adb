package org.sampan.disclosure.noise;

import java.math.BigInteger;

/// What normal noise loses, exactly: from rho to epsilon and delta and back.
///
/// Normal noise of deviation s on what a person changes by d loses rho = d^2 / (2 s^2). Used
/// together, also one after another with an eye on what came before, such noises lose what a single
/// one with the sum of their rho loses (Dong, Roth and Su 2022, "Gaussian differential privacy",
/// corollary 2), and with m = sqrt(2 rho) that is, for every epsilon, exactly delta = Q(epsilon / m
/// - m / 2) - exp(epsilon) Q(epsilon / m + m / 2), where Q is the normal distribution's upper tail
///   (Balle and Wang 2018, "Improving the Gaussian mechanism", theorem 8). It allows some 13 % less
///   variance at epsilon 1 than [Conversion], which knows rho only. Every bound here is a fraction,
///   rounded to nobody's disadvantage.
public final class GaussianProfile {

  private static final int PRECISION = 384;

  /// Beyond 14 deviations the tail is below 2^-146.
  private static final BigInteger FAR = BigInteger.valueOf(14).shiftLeft(PRECISION);

  private static final int FAR_BITS = 146;

  /// The square root of 2 pi lies between this and one unit of its last place more.
  private static final Ratio ROOT_OF_TWO_PI =
      new Ratio(
          new BigInteger("25066282746310005024157652848110452530069867406099383166299235763422"),
          BigInteger.TEN.pow(67));

  private static final Ratio LAST_PLACE = new Ratio(BigInteger.ONE, BigInteger.TEN.pow(67));

  private GaussianProfile() {}

  /// A delta that certainly holds with this epsilon; above the exact one by less than 2^-200.
  public static Ratio delta(Ratio rho, Ratio epsilon) {
    if (rho.signum() <= 0) {
      return Ratio.ZERO;
    }
    Ratio mean = rho.plus(rho).rootDown().plus(Ratio.of(1, 1L << 40));
    Ratio near = epsilon.dividedBy(mean).minus(mean.times(Ratio.of(1, 2)));
    Ratio far = near.plus(mean);
    Ratio shrunk = fraction(Bounds.expOfMinus(epsilon, 2 * PRECISION).high(), 2 * PRECISION);
    return highTail(near).minus(lowTail(far).dividedBy(shrunk)).min(Ratio.ONE);
  }

  /// The most rho that may be spent for this epsilon and delta, both above 0.
  public static Ratio rho(Ratio epsilon, Ratio delta) {
    return Search.rho(GaussianProfile::delta, epsilon, delta);
  }

  /// An epsilon that certainly holds with this delta.
  public static Ratio epsilon(Ratio rho, Ratio delta) {
    return Search.epsilon(GaussianProfile::delta, rho, delta);
  }

  /// A number not below Q(z).
  static Ratio highTail(Ratio z) {
    if (z.signum() < 0) {
      return Ratio.ONE.minus(lowTail(new Ratio(z.numerator().negate(), z.denominator())));
    }
    BigInteger down = z.times(unit()).floor();
    if (down.compareTo(FAR) > 0) {
      return fraction(BigInteger.ONE, FAR_BITS);
    }
    Bounds density = density(down);
    Ratio middle =
        fraction(density.low(), PRECISION)
            .times(fraction(series(down, false), PRECISION))
            .dividedBy(ROOT_OF_TWO_PI.plus(LAST_PLACE));
    return Ratio.of(1, 2).minus(middle);
  }

  /// A number not above Q(z), at least 0.
  static Ratio lowTail(Ratio z) {
    if (z.signum() < 0) {
      return Ratio.ONE.minus(highTail(new Ratio(z.numerator().negate(), z.denominator())));
    }
    BigInteger up = z.times(unit()).ceiling();
    if (up.compareTo(FAR) > 0) {
      return Ratio.ZERO;
    }
    Bounds density = density(up);
    Ratio middle =
        fraction(density.high(), PRECISION)
            .times(fraction(series(up, true), PRECISION))
            .dividedBy(ROOT_OF_TWO_PI);
    Ratio tail = Ratio.of(1, 2).minus(middle);
    return tail.signum() < 0 ? Ratio.ZERO : tail;
  }

  /// z + z^3 / 3 + z^5 / (3 5) + z^7 / (3 5 7) and so on, every step rounded down, or up: with the
  /// density it gives the middle part (Abramowitz and Stegun 1964, 26.2.11).
  private static BigInteger series(BigInteger z, boolean up) {
    BigInteger squared = shifted(z.multiply(z), up);
    BigInteger enough = squared.shiftRight(PRECISION - 1);
    BigInteger term = z;
    BigInteger sum = BigInteger.ZERO;
    long odd = 3;
    // Once the odd number is above 2 z^2, what is left shrinks by half at every step.
    while (term.compareTo(BigInteger.ONE) > 0 || BigInteger.valueOf(odd).compareTo(enough) <= 0) {
      sum = sum.add(term);
      BigInteger by = BigInteger.valueOf(odd);
      BigInteger product = shifted(term.multiply(squared), up);
      term = (up ? product.add(by).subtract(BigInteger.ONE) : product).divide(by);
      odd += 2;
    }
    return up ? sum.add(term.shiftLeft(1)).add(BigInteger.TWO) : sum;
  }

  private static BigInteger shifted(BigInteger value, boolean up) {
    BigInteger down = value.shiftRight(PRECISION);
    return up ? down.add(BigInteger.ONE) : down;
  }

  private static Bounds density(BigInteger z) {
    Ratio exact = fraction(z, PRECISION);
    return Bounds.expOfMinus(exact.times(exact).times(Ratio.of(1, 2)), PRECISION);
  }

  private static Ratio unit() {
    return new Ratio(BigInteger.ONE.shiftLeft(PRECISION), BigInteger.ONE);
  }

  private static Ratio fraction(BigInteger count, int bits) {
    return new Ratio(count, BigInteger.ONE.shiftLeft(bits));
  }
}
