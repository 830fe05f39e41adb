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
  public static float similarity(
      byte[] x, int fromX, int lengthX, byte[] y, int fromY, int lengthY) {
    if (lengthX <= 16 && lengthY <= 16) {
      return upTo16(x, fromX, lengthX, y, fromY, lengthY);
    }
    return upTo63(x, fromX, lengthX, y, fromY, lengthY);
  }

  private static float upTo16(byte[] x, int fromX, int lengthX, byte[] y, int fromY, int lengthY) {
    long low = (long) LONGS.get(y, fromY);
    long high = (long) LONGS.get(y, fromY + 8);
    int all = (1 << lengthY) - 1;
    int window = Math.max(0, Math.max(lengthX, lengthY) / 2 - 1);
    int usedX = 0;
    int usedY = 0;
    for (int k = 0; k < lengthX; k++) {
      int near = (1 << k + window + 1) - 1 & -(1 << Math.max(0, k - window)) & all;
      int hit = places(low, high, x[fromX + k]) & near & ~usedY;
      usedY |= hit & -hit;
      usedX |= hit == 0 ? 0 : 1 << k;
    }
    int matches = Integer.bitCount(usedX);
    int straight = 0;
    int restY = usedY;
    for (int rest = usedX; rest != 0; rest &= rest - 1) {
      int k = Integer.numberOfTrailingZeros(rest);
      straight += x[fromX + k] == y[fromY + Integer.numberOfTrailingZeros(restY)] ? 1 : 0;
      restY &= restY - 1;
    }
    int prefix = prefix(x, fromX, y, fromY, Math.min(lengthX, lengthY));
    return winkler(matches, straight, lengthX, lengthY, prefix);
  }

  private static float upTo63(byte[] x, int fromX, int lengthX, byte[] y, int fromY, int lengthY) {
    int window = Math.max(0, Math.max(lengthX, lengthY) / 2 - 1);
    long usedX = 0;
    long usedY = 0;
    for (int k = 0; k < lengthX; k++) {
      int last = Math.min(lengthY - 1, k + window);
      for (int j = Math.max(0, k - window); j <= last; j++) {
        if (x[fromX + k] == y[fromY + j] && (usedY & 1L << j) == 0) {
          usedX |= 1L << k;
          usedY |= 1L << j;
          break;
        }
      }
    }
    int straight = 0;
    long restY = usedY;
    for (long rest = usedX; rest != 0; rest &= rest - 1) {
      int k = Long.numberOfTrailingZeros(rest);
      straight += x[fromX + k] == y[fromY + Long.numberOfTrailingZeros(restY)] ? 1 : 0;
      restY &= restY - 1;
    }
    int prefix = prefix(x, fromX, y, fromY, Math.min(lengthX, lengthY));
    return winkler(Long.bitCount(usedX), straight, lengthX, lengthY, prefix);
  }

  /// How many of the first 4 symbols agree.
  public static int prefix(byte[] x, int fromX, byte[] y, int fromY, int shorter) {
    int most = Math.min(4, shorter);
    int prefix = 0;
    while (prefix < most && x[fromX + prefix] == y[fromY + prefix]) {
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
