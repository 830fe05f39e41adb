package org.sampan.disclosure.noise;

/// Whole numbers that hide one person's part in a count.
public sealed interface Noise permits DiscreteGaussian, DiscreteLaplace, RoundedGaussian {

  /// One draw, independent of all others.
  long draw();

  /// A count with noise added; may be negative, and must stay so until all noise is in.
  default long addedTo(long count) {
    return Math.addExact(count, draw());
  }
}
