package org.sampan.disclosure.noise;

import java.math.BigInteger;

/// A number between 0 and 1, all equally likely, of which as many bits are drawn as are asked for.
final class Uniform {

  private static final int FIRST_BITS = 62;

  private final RandomBits random;
  private final long first;
  private BigInteger known;
  private int bits = FIRST_BITS;

  Uniform(RandomBits random) {
    this.random = random;
    this.first = random.sixtyFour() >>> (Long.SIZE - FIRST_BITS);
    this.known = BigInteger.ZERO;
  }

  /// Whether this is below another; equal they never are.
  boolean below(Uniform other) {
    if (first != other.first) {
      return first < other.first;
    }
    int compared = 0;
    for (int reach = 2 * FIRST_BITS; compared == 0; reach *= 2) {
      compared = known(reach).compareTo(other.known(reach));
    }
    return compared < 0;
  }

  /// Its first bits, at most 62.
  long leading(int wanted) {
    return first >>> (FIRST_BITS - wanted);
  }

  /// Its first bits, more than 62.
  BigInteger known(int wanted) {
    if (bits == FIRST_BITS) {
      known = BigInteger.valueOf(first);
    }
    if (wanted > bits) {
      known = known.shiftLeft(wanted - bits).or(random.bits(wanted - bits));
      bits = wanted;
    }
    return known.shiftRight(bits - wanted);
  }
}
