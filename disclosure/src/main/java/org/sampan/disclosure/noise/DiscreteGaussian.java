package org.sampan.disclosure.noise;

/// The discrete Gaussian: k with probability proportional to exp(-k^2 / (2 s^2)), exactly.
///
/// Adding it to a count that one person changes by at most 1 costs her rho = 1 / (2 s^2) (CKS20,
/// theorem 4). Drawn by inversion against bounds that are refined where they must be.
public final class DiscreteGaussian implements Noise {

  /// Enough that one draw in 2^50 or so is refined.
  static final int FIRST_BITS = 62;

  /// Above this the table would not fit a cache.
  public static final Ratio GREATEST_VARIANCE = Ratio.of(1L << 28, 1);

  private final Ratio variance;
  private final LazyDraw magnitudes;
  private final RandomBits random;

  /// @param variance s^2, above 0 and at most [#GREATEST_VARIANCE]
  public DiscreteGaussian(Ratio variance, RandomBits random) {
    this(variance, FIRST_BITS, random);
  }

  DiscreteGaussian(Ratio variance, int firstBits, RandomBits random) {
    if (variance.signum() <= 0 || variance.compareTo(GREATEST_VARIANCE) > 0) {
      throw new IllegalArgumentException("Noise needs a variance above 0, at most 2^28");
    }
    this.variance = variance;
    this.random = random;
    Ratio step = Ratio.ONE.dividedBy(variance);
    Folded folded = new Folded(step.times(Ratio.of(1, 2)), step);
    this.magnitudes = new LazyDraw(folded::at, firstBits, random);
  }

  /// s^2.
  public Ratio variance() {
    return variance;
  }

  @Override
  public long draw() {
    int magnitude = magnitudes.next();
    return random.bit() ? -magnitude : magnitude;
  }
}
