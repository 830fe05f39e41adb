package org.sampan.disclosure.noise;

import java.math.BigInteger;

/// Bounds on the cumulative probabilities of 0, 1, 2 and so on, in units of 2 to the minus `bits`.
///
/// Weights not listed (an infinite tail) are covered by the upper bound on the total.
final class Cumulative {

  final int bits;
  final BigInteger[] low;
  final BigInteger[] high;

  /// From bounds on weights in order, and an upper bound on what follows them.
  Cumulative(int bits, BigInteger[] lowWeights, BigInteger[] highWeights, BigInteger tail) {
    this.bits = bits;
    BigInteger lowTotal = BigInteger.ZERO;
    BigInteger highTotal = tail;
    for (int at = 0; at < lowWeights.length; at++) {
      lowTotal = lowTotal.add(lowWeights[at]);
      highTotal = highTotal.add(highWeights[at]);
    }
    low = new BigInteger[lowWeights.length];
    high = new BigInteger[lowWeights.length];
    BigInteger lowSum = BigInteger.ZERO;
    BigInteger highSum = BigInteger.ZERO;
    BigInteger one = BigInteger.ONE.shiftLeft(bits);
    for (int at = 0; at < low.length; at++) {
      lowSum = lowSum.add(lowWeights[at]);
      highSum = highSum.add(highWeights[at]);
      low[at] = lowSum.shiftLeft(bits).divide(highTotal);
      high[at] = highSum.shiftLeft(bits).divide(lowTotal).add(BigInteger.ONE).min(one);
    }
    if (tail.signum() == 0) {
      // Nothing follows, so the last one reaches certainly to 1.
      low[low.length - 1] = one;
    }
  }

  /// The index a uniform number certainly falls to, knowing only its first `bits` bits, or -1.
  int find(BigInteger uniform) {
    int from = 0;
    int to = low.length - 1;
    BigInteger next = uniform.add(BigInteger.ONE);
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (next.compareTo(low[middle]) <= 0) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    boolean below = next.compareTo(low[from]) <= 0;
    boolean above = from == 0 || uniform.compareTo(high[from - 1]) >= 0;
    return below && above ? from : -1;
  }
}
