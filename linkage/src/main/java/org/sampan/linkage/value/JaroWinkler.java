package org.sampan.linkage.value;

/// Jaro and Winkler's similarity of short texts: prefix of at most 4, weight 0.1 (Winkler 1990).
public final class JaroWinkler {

  private JaroWinkler() {}

  /// The most that two texts of these bags and first symbols can reach.
  public static float ceiling(long bagA, long bagB, int prefix) {
    int most = Symbols.ceiling(bagA, bagB);
    return winkler(most, most, Symbols.length(bagA), Symbols.length(bagB), prefix);
  }

  /// The similarity, 0 to 1, of two texts of 1 to 63 symbols.
  public static float similarity(Text x, Text y) {
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
}
