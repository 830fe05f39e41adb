package org.sampan.disclosure.noise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact fraction, in lowest terms with a positive denominator.
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

  public static final Ratio ZERO = of(0, 1);
  public static final Ratio ONE = of(1, 1);

  public Ratio {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException("A fraction has no denominator 0");
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  public static Ratio of(long numerator, long denominator) {
    return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /// A decimal such as `0.000001` or `1e-6`, exactly, or a fraction such as `1/3`.
  ///
  /// @throws NumberFormatException where the text is neither
  public static Ratio parse(String text) {
    int stroke = text.indexOf('/');
    if (stroke >= 0) {
      return new Ratio(
          new BigInteger(text.substring(0, stroke).strip()),
          new BigInteger(text.substring(stroke + 1).strip()));
    }
    if (text.length() > 60) {
      throw new NumberFormatException("A decimal of at most 60 characters");
    }
    BigDecimal decimal = new BigDecimal(text.strip());
    if (Math.abs((long) decimal.scale()) > 100) {
      throw new NumberFormatException("A decimal of at most 100 places");
    }
    return decimal.scale() <= 0
        ? new Ratio(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Ratio(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  public Ratio plus(Ratio other) {
    return new Ratio(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Ratio minus(Ratio other) {
    return plus(new Ratio(other.numerator.negate(), other.denominator));
  }

  public Ratio times(Ratio other) {
    return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Ratio dividedBy(Ratio other) {
    return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /// The lesser of two.
  public Ratio min(Ratio other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /// The square root, rounded down to a multiple of 2^-40.
  public Ratio rootDown() {
    int bits = 40;
    BigInteger whole = numerator.shiftLeft(2 * bits).divide(denominator).sqrt();
    return new Ratio(whole, BigInteger.ONE.shiftLeft(bits));
  }

  /// -1, 0 or 1.
  public int signum() {
    return numerator.signum();
  }

  /// The greatest whole number not above this.
  public BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /// The least whole number not below this.
  public BigInteger ceiling() {
    return new Ratio(numerator.negate(), denominator).floor().negate();
  }

  /// As a decimal rounded up, so that a loss is never printed smaller than it is.
  public String roundedUp(int places) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), places, RoundingMode.CEILING)
        .toPlainString();
  }

  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /// `p/q`, or a whole number.
  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
