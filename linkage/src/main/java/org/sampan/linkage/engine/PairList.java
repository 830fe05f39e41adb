package org.sampan.linkage.engine;

import java.util.Arrays;

/// Scored pairs held in memory, twelve bytes each.
public final class PairList {

  private long[] pairs = new long[64];
  private float[] bits = new float[64];
  private int size;

  public void add(int a, int b, float evidence) {
    if (size == bits.length) {
      pairs = Arrays.copyOf(pairs, size + (size >> 1));
      bits = Arrays.copyOf(bits, size + (size >> 1));
    }
    pairs[size] = (long) a << 32 | b;
    bits[size++] = evidence;
  }

  public int size() {
    return size;
  }

  public int a(int k) {
    return (int) (pairs[k] >>> 32);
  }

  public int b(int k) {
    return (int) pairs[k];
  }

  public float bits(int k) {
    return bits[k];
  }

  /// The places of the pairs by falling evidence; of equal ones the earlier first.
  int[] strongestFirst() {
    long[] keys = new long[size];
    for (int k = 0; k < size; k++) {
      int ordered = Float.floatToIntBits(bits[k]);
      ordered ^= ordered >> 31 & 0x7fffffff;
      keys[k] = (long) ~ordered << 32 | k;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
