package org.sampan.disclosure.noise;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/// Chance that nobody can foresee or repeat: bits of the system's `SecureRandom`, fetched in
/// blocks.
///
/// There is no way to give a seed. Not for several threads.
public final class RandomBits {

  private static final int BLOCK = 1 << 13;

  private final SecureRandom source = new SecureRandom();
  private final byte[] block = new byte[BLOCK];
  private final ByteBuffer longs = ByteBuffer.wrap(block).limit(0);
  private long spare;
  private int spareBits;

  public RandomBits() {}

  /// 64 fair bits.
  long sixtyFour() {
    if (longs.remaining() < Long.BYTES) {
      source.nextBytes(block);
      longs.clear();
    }
    long drawn = longs.getLong();
    // What was used is not left lying in memory.
    longs.putLong(longs.position() - Long.BYTES, 0);
    return drawn;
  }

  /// One fair bit.
  boolean bit() {
    if (spareBits == 0) {
      spare = sixtyFour();
      spareBits = Long.SIZE;
    }
    boolean drawn = (spare & 1) == 1;
    spare >>>= 1;
    spareBits--;
    return drawn;
  }

  /// A whole number below 2 to the `bits`.
  BigInteger bits(int bits) {
    BigInteger drawn = BigInteger.ZERO;
    int left = bits;
    while (left > 0) {
      int some = Math.min(left, Long.SIZE / 2);
      drawn = drawn.shiftLeft(some).or(BigInteger.valueOf(sixtyFour() >>> (Long.SIZE - some)));
      left -= some;
    }
    return drawn;
  }

  /// A whole number from 0 up to and without `bound`, all equally likely.
  BigInteger below(BigInteger bound) {
    int bits = bound.subtract(BigInteger.ONE).bitLength();
    BigInteger drawn = bits(bits);
    while (drawn.compareTo(bound) >= 0) {
      drawn = bits(bits);
    }
    return drawn;
  }

  /// A whole number from 0 up to and without `bound`, above 0, all equally likely.
  public int below(int bound) {
    if (bound == 1) {
      return 0;
    }
    int most = bound - 1;
    int shift = Long.SIZE - (Integer.SIZE - Integer.numberOfLeadingZeros(most));
    long drawn = sixtyFour() >>> shift;
    while (drawn > most) {
      drawn = sixtyFour() >>> shift;
    }
    return (int) drawn;
  }
}
