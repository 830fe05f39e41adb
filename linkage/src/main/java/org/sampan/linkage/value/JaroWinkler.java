package org.sampan.linkage.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Jaro and Winkler's similarity of short texts, bit-parallel: prefix of at most 4, weight 0.1
/// (Winkler 1990). Texts are symbols in an array that has at least 16 bytes to spare at its end.
public final class JaroWinkler {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private JaroWinkler() {}

  /// The most that two texts of these bags and first symbols can reach.
  public static float ceiling(long bagA, long bagB, int prefix) {
    int most = Symbols.ceiling(bagA, bagB);
    return winkler(most, most, Symbols.length(bagA), Symbols.length(bagB), prefix);
  }

  /// The similarity, 0 to 1, of two texts of 1 to 63 symbols.
  public static float similarity(Text x, Text y) {
    return x.length <= 16 && y.length <= 16 ? upTo16(x, y) : upTo63(x, y);
  }

  private static float upTo16(Text x, Text y) {
    long low = (long) LONGS.get(y.symbols, y.from);
    long high = (long) LONGS.get(y.symbols, y.from + 8);
    int all = (1 << y.length) - 1;
    int window = Math.max(0, Math.max(x.length, y.length) / 2 - 1);
    int usedX = 0;
    int usedY = 0;
    for (int k = 0; k < x.length; k++) {
      int near = (1 << k + window + 1) - 1 & -(1 << Math.max(0, k - window)) & all;
      int hit = places(low, high, x.symbol(k)) & near & ~usedY;
      usedY |= hit & -hit;
      usedX |= hit == 0 ? 0 : 1 << k;
    }
    return told(x, y, usedX, usedY);
  }

  private static float upTo63(Text x, Text y) {
    int window = Math.max(0, Math.max(x.length, y.length) / 2 - 1);
    long usedX = 0;
    long usedY = 0;
    for (int k = 0; k < x.length; k++) {
      int last = Math.min(y.length - 1, k + window);
      for (int j = Math.max(0, k - window); j <= last; j++) {
        if (x.symbol(k) == y.symbol(j) && (usedY & 1L << j) == 0) {
          usedX |= 1L << k;
          usedY |= 1L << j;
          break;
        }
      }
    }
    return told(x, y, usedX, usedY);
  }

  private static float told(Text x, Text y, long usedX, long usedY) {
    int straight = 0;
    long restY = usedY;
    for (long rest = usedX; rest != 0; rest &= rest - 1) {
      int k = Long.numberOfTrailingZeros(rest);
      straight += x.symbol(k) == y.symbol(Long.numberOfTrailingZeros(restY)) ? 1 : 0;
      restY &= restY - 1;
    }
    return winkler(Long.bitCount(usedX), straight, x.length, y.length, prefix(x, y));
  }

  /// How many of the first 4 symbols agree.
  private static int prefix(Text x, Text y) {
    int most = Math.min(4, Math.min(x.length, y.length));
    int prefix = 0;
    while (prefix < most && x.symbol(prefix) == y.symbol(prefix)) {
      prefix++;
    }
    return prefix;
  }

  /// The similarity from the number of matches, of those that stand in order, both lengths and
  /// prefix.
  static float winkler(int matches, int straight, int lengthX, int lengthY, int prefix) {
    if (matches == 0) {
      return 0;
    }
    float turned = (matches - straight) / 2;
    float jaro =
        ((float) matches / lengthX + (float) matches / lengthY + (matches - turned) / matches) / 3;
    return jaro + 0.1f * prefix * (1 - jaro);
  }

  /// A bit for each of 16 symbols that equals the one sought.
  private static int places(long low, long high, byte symbol) {
    long wanted = (symbol & 0xff) * LOW;
    return zeros(low ^ wanted) | zeros(high ^ wanted) << 8;
  }

  private static int zeros(long bytes) {
    long flags = ~(((bytes & ~HIGH) + ~HIGH) | bytes) & HIGH;
    return (int) ((flags >>> 7) * 0x0102040810204080L >>> 56);
  }
}
