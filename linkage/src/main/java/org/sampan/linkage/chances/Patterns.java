package org.sampan.linkage.chances;

import java.util.Arrays;

/// How often each pattern of levels occurs: four bits a field, a count with weights.
public final class Patterns {

  private long[] keys = new long[1 << 10];
  private double[] counts = new double[1 << 10];
  private int size;

  public void add(long pattern, double weight) {
    int slot = slot(keys, pattern + 1);
    if (keys[slot] == 0) {
      keys[slot] = pattern + 1;
      size++;
      counts[slot] = weight;
      if (size * 2 > keys.length) {
        grow();
      }
    } else {
      counts[slot] += weight;
    }
  }

  public void add(Patterns others) {
    for (int slot = 0; slot < others.keys.length; slot++) {
      if (others.keys[slot] != 0) {
        add(others.keys[slot] - 1, others.counts[slot]);
      }
    }
  }

  /// The patterns in rising order.
  public long[] sorted() {
    long[] all = Arrays.stream(keys).filter(key -> key != 0).map(key -> key - 1).toArray();
    Arrays.sort(all);
    return all;
  }

  public double count(long pattern) {
    return counts[slot(keys, pattern + 1)];
  }

  public static int level(long pattern, int field) {
    return (int) (pattern >>> 4 * field) & 15;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new double[keys.length];
    for (int slot = 0; slot < oldKeys.length; slot++) {
      if (oldKeys[slot] != 0) {
        int free = slot(keys, oldKeys[slot]);
        keys[free] = oldKeys[slot];
        counts[free] = oldCounts[slot];
      }
    }
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
