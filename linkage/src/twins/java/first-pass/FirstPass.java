package org.sampan.linkage.engine;

/// Remembers every pair that was found, in open addressing.
final class FirstPass {

  private long[] found = new long[1 << 10];
  private int size;

  FirstPass(Blocks blocks) {}

  synchronized boolean met(Batch batch, int pass, int block, int i, int j) {
    int a = batch.records[i];
    int b = batch.records[j];
    long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
    int place = place(found, pair);
    boolean met = found[place] == pair;
    found[place] = pair;
    size += met ? 0 : 1;
    if (size * 2L > found.length) {
      long[] wider = new long[2 * found.length];
      for (long one : found) {
        if (one != 0) {
          wider[place(wider, one)] = one;
        }
      }
      found = wider;
    }
    return met;
  }

  private static int place(long[] found, long pair) {
    int mask = found.length - 1;
    int place = (int) (pair * 0x9E3779B97F4A7C15L >>> 33) & mask;
    while (found[place] != 0 && found[place] != pair) {
      place = place + 1 & mask;
    }
    return place;
  }
}
