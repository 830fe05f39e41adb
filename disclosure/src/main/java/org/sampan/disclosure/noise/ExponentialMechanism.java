package org.sampan.disclosure.noise;

import java.math.BigInteger;

/// Chooses one of several candidates, the higher its score the likelier, without betraying anybody.
///
/// Candidate i is taken with probability proportional to exp(epsilon score(i) / (2 sensitivity)),
/// exactly (McSherry and Talwar 2007). It costs epsilon, and rho = epsilon^2 / 8 (Cesar and Rogers
/// 2021, "Bounding, concentrating, and truncating"). Beside normal noise it costs more, for it is
/// counted as normal noise that would lose at least as much: see [#rhoAsNormalNoise].
public final class ExponentialMechanism {

  private static final int FIRST_BITS = 62;

  /// Rounded up.
  public static final Ratio QUARTER_OF_PI = Ratio.parse("0.785398164");

  private final Ratio epsilon;
  private final long sensitivity;
  private final RandomBits random;

  /// @param sensitivity how much one person changes any score at most; at least 1
  public ExponentialMechanism(Ratio epsilon, long sensitivity, RandomBits random) {
    if (epsilon.signum() <= 0 || sensitivity < 1) {
      throw new IllegalArgumentException("A choice needs an epsilon and a sensitivity");
    }
    this.epsilon = epsilon;
    this.sensitivity = sensitivity;
    this.random = random;
  }

  /// What one choice costs among normal noise: pi / 4 epsilon^2, rounded up.
  ///
  /// Who tells two cases apart by a choice of epsilon errs at best with chance 1 / (1 + e^epsilon)
  /// both ways; by normal noise of mean m with chance Q(m / 2). Q falls at least as fast as that
  /// for m = epsilon times the root of pi / 2: the two agree at 0, as do their slopes, and the
  /// quotient of their densities rises first and falls then. A trade-off curve through the same
  /// point that is convex lies below the two straight lines of a choice (Dong, Roth and Su 2022,
  /// section 2).
  public Ratio rhoAsNormalNoise() {
    return epsilon.times(epsilon).times(QUARTER_OF_PI);
  }

  /// What one choice costs where only rho is kept.
  public Ratio rho() {
    return epsilon.times(epsilon).times(Ratio.of(1, 8));
  }

  /// The index of the candidate taken.
  ///
  /// @param scores at least one
  public int choose(long[] scores) {
    long greatest = scores[0];
    for (long score : scores) {
      greatest = Math.max(greatest, score);
    }
    long best = greatest;
    return new LazyDraw(bits -> bounds(scores, best, bits), FIRST_BITS, random).next();
  }

  private Cumulative bounds(long[] scores, long best, int bits) {
    int precision = bits + FIRST_BITS;
    BigInteger[] low = new BigInteger[scores.length];
    BigInteger[] high = new BigInteger[scores.length];
    for (int at = 0; at < scores.length; at++) {
      Ratio behind = Ratio.of(Math.subtractExact(best, scores[at]), 2).dividedBy(of(sensitivity));
      Bounds weight = Bounds.expOfMinus(behind.times(epsilon), precision);
      low[at] = weight.low();
      high[at] = weight.high();
    }
    return new Cumulative(bits, low, high, BigInteger.ZERO);
  }

  private static Ratio of(long whole) {
    return Ratio.of(whole, 1);
  }
}
