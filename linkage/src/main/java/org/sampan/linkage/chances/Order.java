package org.sampan.linkage.chances;

import java.util.ArrayList;
import java.util.List;
import org.sampan.linkage.model.Kind;
import org.sampan.linkage.model.Level;

/// Keeps a better agreement from counting less than a worse one: neighbours that stand the wrong
/// way round share their chances (pool adjacent violators).
public final class Order {

  /// Places of the levels, strongest first, that must not rise.
  private static final int[] NAME = {0, 2, 3, 4, 9};

  private static final int[] HEARD = {5, 6, 7, 8};

  private Order() {}

  public static List<Level> kept(Kind kind, List<Level> levels) {
    return switch (kind) {
      case NAME, FULL_NAME -> pooled(pooled(levels, NAME), HEARD);
      case DATE -> pooled(pooled(levels, new int[] {0, 1, 7}), new int[] {0, 4, 5, 6, 7});
      case LOCATION -> pooled(pooled(levels, new int[] {0, 1, 2, 3}), new int[] {0, 4});
      case AGE, SEX, PLACE, IDENTIFIER, PHONE, NUMBER, KEY, TEXT -> pooled(levels, all(levels));
    };
  }

  private static int[] all(List<Level> levels) {
    int[] all = new int[levels.size()];
    for (int k = 0; k < all.length; k++) {
      all[k] = k;
    }
    return all;
  }

  private static List<Level> pooled(List<Level> levels, int[] order) {
    List<int[]> pools = new ArrayList<>();
    for (int place : order) {
      int[] pool = {place};
      while (!pools.isEmpty() && ratio(levels, pools.getLast()) < ratio(levels, pool)) {
        pool = joined(pools.removeLast(), pool);
      }
      pools.add(pool);
    }
    List<Level> kept = new ArrayList<>(levels);
    for (int[] pool : pools) {
      if (pool.length > 1) {
        double ratio = ratio(levels, pool);
        for (int place : pool) {
          Level old = levels.get(place);
          double u = Math.min(1, Math.max(1e-15, old.m() / ratio));
          kept.set(place, new Level(old.name(), old.m(), u));
        }
      }
    }
    return kept;
  }

  private static double ratio(List<Level> levels, int[] pool) {
    double m = 0;
    double u = 0;
    for (int place : pool) {
      m += levels.get(place).m();
      u += levels.get(place).u();
    }
    return m / u;
  }

  private static int[] joined(int[] first, int[] second) {
    int[] joined = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
