package org.sampan.linkage.chances;

import java.util.HashMap;
import java.util.Map;

/// Counts in the library's table, an object a pattern.
public final class Patterns {

  private final Map<Long, Double> counts = new HashMap<>();

  public void add(long pattern, double weight) {
    counts.merge(pattern, weight, Double::sum);
  }

  public void add(Patterns others) {
    others.counts.forEach(this::add);
  }

  public long[] sorted() {
    return counts.keySet().stream().mapToLong(pattern -> pattern).sorted().toArray();
  }

  public double count(long pattern) {
    return counts.getOrDefault(pattern, 0.0);
  }

  public static int level(long pattern, int field) {
    return (int) (pattern >>> 4 * field) & 15;
  }
}
