package org.sampan.disclosure.noise;

/// The discrete Laplace: k with probability proportional to exp(-|k| / t), exactly.
///
/// Adding it to a count that one person changes by at most 1 costs her epsilon = 1 / t, without
/// delta (Ghosh, Roughgarden and Sundararajan 2009; CKS20, section 5).
public final class DiscreteLaplace implements Noise {

  /// Above this the table would not fit a cache.
  public static final Ratio GREATEST_SCALE = Ratio.of(1 << 13, 1);

  private final LazyDraw magnitudes;
  private final RandomBits random;

  /// @param scale t, above 0 and at most [#GREATEST_SCALE]
  public DiscreteLaplace(Ratio scale, RandomBits random) {
    this(scale, DiscreteGaussian.FIRST_BITS, random);
  }

  DiscreteLaplace(Ratio scale, int firstBits, RandomBits random) {
    if (scale.signum() <= 0 || scale.compareTo(GREATEST_SCALE) > 0) {
      throw new IllegalArgumentException("Noise needs a scale above 0, at most 2^13");
    }
    this.random = random;
    Folded folded = new Folded(Ratio.ONE.dividedBy(scale), Ratio.ZERO);
    this.magnitudes = new LazyDraw(folded::at, firstBits, random);
  }

  @Override
  public long draw() {
    int magnitude = magnitudes.next();
    return random.bit() ? -magnitude : magnitude;
  }
}
