package org.sampan.disclosure.noise;

import java.math.BigInteger;
import java.util.function.IntFunction;

/// Draws 0, 1, 2 and so on with exactly the probabilities that ever finer bounds close in on.
///
/// A uniform number is known by its first bits only. Where these already fall clear of the bounds
/// of the cumulative probabilities, the draw is done; where they do not, more bits are drawn and
/// finer bounds computed. So the outcome has exactly the wanted distribution, although nobody ever
/// knows a probability exactly. The first step runs on `long`s with a guide table.
final class LazyDraw {

  private static final int GUIDE_BITS = 12;

  private final IntFunction<Cumulative> finer;
  private final RandomBits random;
  private final int bits;
  private final long[] low;
  private final long[] high;
  private final int[] guide = new int[1 << GUIDE_BITS];

  /// @param finer the bounds at a number of bits
  /// @param bits of the first step, from 1 to 62
  LazyDraw(IntFunction<Cumulative> finer, int bits, RandomBits random) {
    this.finer = finer;
    this.random = random;
    this.bits = bits;
    Cumulative first = finer.apply(bits);
    low = new long[first.low.length];
    high = new long[first.low.length];
    for (int at = 0; at < low.length; at++) {
      low[at] = first.low[at].longValueExact();
      high[at] = first.high[at].longValueExact();
    }
    int at = 0;
    for (int cell = 0; cell < guide.length; cell++) {
      long start = bits >= GUIDE_BITS ? (long) cell << (bits - GUIDE_BITS) : 0;
      while (at < low.length && low[at] < start + 1) {
        at++;
      }
      guide[cell] = at;
    }
  }

  int next() {
    long uniform = random.sixtyFour() >>> (Long.SIZE - bits);
    int at = bits >= GUIDE_BITS ? guide[(int) (uniform >>> (bits - GUIDE_BITS))] : 0;
    while (at < low.length && low[at] <= uniform) {
      at++;
    }
    if (at < low.length && (at == 0 || uniform >= high[at - 1])) {
      return at;
    }
    return refine(BigInteger.valueOf(uniform));
  }

  private int refine(BigInteger known) {
    BigInteger uniform = known;
    int drawn = bits;
    while (true) {
      int more = Math.max(8, drawn);
      uniform = uniform.shiftLeft(more).or(random.bits(more));
      drawn += more;
      int found = finer.apply(drawn).find(uniform);
      if (found >= 0) {
        return found;
      }
    }
  }
}
