package org.sampan.disclosure.noise;

import java.math.BigInteger;

/// The normal distribution rounded to whole numbers, exactly: k with the probability that a normal
/// number lies between k - 1/2 and k + 1/2.
///
/// Adding it to a count gives what rounding the count with normal noise would give. So it loses
/// exactly what normal noise loses, however often and in whatever order it is used: the loss of
/// many is that of one normal noise ([GaussianProfile]), which for the discrete Gaussian holds
/// nearly, but has no short proof. The variance is a twelfth more than that of the normal number.
///
/// Drawn by Karney's algorithm N (2016, "Sampling exactly from the normal distribution"): a whole
/// part k with chance in proportion to exp(-k^2 / 2), then a lazily drawn fraction x, kept with
/// chance exp(-x (2k + x) / 2); bits are drawn until the rounded number is certain.
public final class RoundedGaussian implements Noise {

  /// Above this no count would be left to see.
  public static final Ratio GREATEST_DEVIATION = Ratio.of(1L << 14, 1);

  private static final int FIRST_BITS = 62;

  /// Bits of the fraction that are tried first, in `long`s.
  private static final int QUICK_BITS = 24;

  private static final Cumulative WHOLE_PARTS = wholeParts(FIRST_BITS);

  private final Ratio deviation;
  private final long numerator;
  private final long denominator;
  private final RandomBits random;
  private final LazyDraw whole;

  /// @param deviation of the normal number, above 0 and at most [#GREATEST_DEVIATION], its
  ///   denominator at most 4096
  public RoundedGaussian(Ratio deviation, RandomBits random) {
    if (deviation.signum() <= 0
        || deviation.compareTo(GREATEST_DEVIATION) > 0
        || deviation.denominator().bitLength() > 13) {
      throw new IllegalArgumentException("Noise needs a deviation above 0, at most 2^14");
    }
    this.deviation = deviation;
    this.numerator = deviation.numerator().longValueExact();
    this.denominator = deviation.denominator().longValueExact();
    this.random = random;
    this.whole =
        new LazyDraw(
            bits -> bits == FIRST_BITS ? WHOLE_PARTS : wholeParts(bits), FIRST_BITS, random);
  }

  /// The deviation of the normal number.
  public Ratio deviation() {
    return deviation;
  }

  @Override
  public long draw() {
    while (true) {
      int part = whole.next();
      Uniform fraction = new Uniform(random);
      boolean kept = true;
      for (int time = 0; time <= part && kept; time++) {
        kept = keeps(part, fraction);
      }
      if (kept) {
        long magnitude = rounded(part, fraction);
        return random.bit() ? -magnitude : magnitude;
      }
    }
  }

  /// True with chance exp(-x (2k + x) / (2k + 2)): the length of a falling run that begins at x and
  /// goes on, each time, with chance (2k + x) / (2k + 2) only, is even that often.
  private boolean keeps(int part, Uniform fraction) {
    boolean even = true;
    Uniform last = fraction;
    while (true) {
      Uniform next = new Uniform(random);
      if (!next.below(last)) {
        return even;
      }
      int side = random.below(2 * part + 2);
      if (side == 2 * part + 1 || side == 2 * part && !new Uniform(random).below(fraction)) {
        return even;
      }
      last = next;
      even = !even;
    }
  }

  /// The whole number nearest to deviation (part + fraction).
  private long rounded(int part, Uniform fraction) {
    long known = ((long) part << QUICK_BITS) + fraction.leading(QUICK_BITS);
    long half = denominator << QUICK_BITS;
    long low = (2 * numerator * known + half) / (2 * half);
    long high = (2 * numerator * (known + 1) + half) / (2 * half);
    return low == high ? low : roundedSlowly(part, fraction);
  }

  private long roundedSlowly(int part, Uniform fraction) {
    BigInteger twice = BigInteger.valueOf(2 * numerator);
    for (int bits = 2 * FIRST_BITS; true; bits *= 2) {
      BigInteger known = BigInteger.valueOf(part).shiftLeft(bits).add(fraction.known(bits));
      BigInteger half = BigInteger.valueOf(denominator).shiftLeft(bits);
      BigInteger low = twice.multiply(known).add(half).divide(half.shiftLeft(1));
      BigInteger high =
          twice.multiply(known.add(BigInteger.ONE)).add(half).divide(half.shiftLeft(1));
      if (low.equals(high)) {
        return low.longValueExact();
      }
    }
  }

  /// Bounds for 0, 1, 2 and so on with chances in proportion to exp(-k^2 / 2).
  private static Cumulative wholeParts(int bits) {
    int precision = bits + FIRST_BITS;
    // exp(-k^2 / 2) is below 2^-precision from here on, and what follows shrinks by half at least.
    int count = 2 + (int) Math.ceilDiv(precision, 8);
    BigInteger[] low = new BigInteger[count];
    BigInteger[] high = new BigInteger[count];
    for (int part = 0; part < count; part++) {
      Bounds weight = Bounds.expOfMinus(Ratio.of((long) part * part, 2), precision);
      low[part] = weight.low();
      high[part] = weight.high();
    }
    return new Cumulative(bits, low, high, BigInteger.TWO);
  }
}
