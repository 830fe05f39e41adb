package org.sampan.linkage.value;

/// Jaro and Winkler's similarity letter by letter.
public final class JaroWinkler {

  private JaroWinkler() {}

  public static float ceiling(long bagA, long bagB, int prefix) {
    int most = Symbols.ceiling(bagA, bagB);
    return winkler(most, most, Symbols.length(bagA), Symbols.length(bagB), prefix);
  }

  public static float similarity(Text x, Text y) {
    int window = Math.max(0, Math.max(x.length, y.length) / 2 - 1);
    boolean[] usedX = new boolean[x.length];
    boolean[] usedY = new boolean[y.length];
    int matches = 0;
    for (int k = 0; k < x.length; k++) {
      int last = Math.min(y.length - 1, k + window);
      for (int j = Math.max(0, k - window); j <= last && !usedX[k]; j++) {
        if (!usedY[j] && x.symbol(k) == y.symbol(j)) {
          usedX[k] = true;
          usedY[j] = true;
          matches++;
        }
      }
    }
    int straight = 0;
    int j = 0;
    for (int k = 0; k < x.length; k++) {
      if (usedX[k]) {
        while (!usedY[j]) {
          j++;
        }
        straight += x.symbol(k) == y.symbol(j++) ? 1 : 0;
      }
    }
    return winkler(matches, straight, x.length, y.length, prefix(x, y));
  }

  private static int prefix(Text x, Text y) {
    int most = Math.min(4, Math.min(x.length, y.length));
    int prefix = 0;
    while (prefix < most && x.symbol(prefix) == y.symbol(prefix)) {
      prefix++;
    }
    return prefix;
  }

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
