package org.sampan.linkage.engine;

import java.util.SplittableRandom;
import org.sampan.linkage.record.RecordStore;

/// What random pairs of records look like: level by level, how often. Nearly all are of two people.
public final class RandomPairs {

  private static final int MOST = 1_000_000;

  /// Counts by field and level, level 0 (missing) included.
  public final double[][] counts;

  public final double pairs;

  private RandomPairs(double[][] counts, double pairs) {
    this.counts = counts;
    this.pairs = pairs;
  }

  /// Looks at every pair where there are at most a million, at a million random ones otherwise.
  public static RandomPairs of(Prepared prepared, long seed) {
    int fields = prepared.fields.length;
    RandomPairs random = new RandomPairs(new double[fields][16], pairs(prepared.store));
    if (random.pairs <= MOST) {
      random.all(prepared);
    } else {
      random.some(prepared, new SplittableRandom(seed));
    }
    random.exact(prepared);
    return random;
  }

  /// How many pairs there are at all.
  public static double pairs(RecordStore store) {
    double size = store.size();
    double border = store.border();
    return store.twoSources() ? border * (size - border) : size * (size - 1) / 2;
  }

  private void all(Prepared prepared) {
    RecordStore store = prepared.store;
    int half = Batch.MEMBERS / 2;
    Batch batch = new Batch(prepared.fields.length);
    int lastLeft = store.twoSources() ? store.border() : store.size();
    for (int from = 0; from < lastLeft; from += half) {
      int firstRight = store.twoSources() ? store.border() : from;
      for (int to = firstRight; to < store.size(); to += half) {
        batch.clear();
        int lefts = Math.min(half, lastLeft - from);
        for (int k = 0; k < lefts; k++) {
          prepared.gather(batch, from + k);
        }
        int rights = Math.min(half, store.size() - to);
        for (int k = 0; k < rights; k++) {
          prepared.gather(batch, to + k);
        }
        tile(prepared, batch, lefts);
      }
    }
  }

  private void tile(Prepared prepared, Batch batch, int lefts) {
    for (int i = 0; i < lefts; i++) {
      for (int j = lefts; j < batch.members; j++) {
        if (batch.records[i] < batch.records[j]) {
          pair(prepared, batch, i, j);
        }
      }
    }
    count(prepared, batch);
  }

  private void some(Prepared prepared, SplittableRandom dice) {
    RecordStore store = prepared.store;
    Batch batch = new Batch(prepared.fields.length);
    int drawn = 0;
    while (drawn < MOST) {
      batch.clear();
      int half = 64;
      for (int k = 0; k < half; k++) {
        int last = store.twoSources() ? store.border() : store.size();
        prepared.gather(batch, dice.nextInt(last));
      }
      for (int k = 0; k < half; k++) {
        int first = store.twoSources() ? store.border() : 0;
        prepared.gather(batch, first + dice.nextInt(store.size() - first));
      }
      for (int i = 0; i < half; i++) {
        for (int j = half; j < 2 * half; j++) {
          if (batch.records[i] != batch.records[j]) {
            pair(prepared, batch, i, j);
            drawn++;
          }
        }
      }
      count(prepared, batch);
    }
  }

  private void pair(Prepared prepared, Batch batch, int i, int j) {
    batch.left[batch.pairs] = i;
    batch.right[batch.pairs] = j;
    batch.pairs++;
    if (batch.pairs == Batch.PAIRS) {
      count(prepared, batch);
    }
  }

  private void count(Prepared prepared, Batch batch) {
    prepared.score(batch);
    for (int field = 0; field < counts.length; field++) {
      for (int k = 0; k < batch.pairs; k++) {
        counts[field][batch.levels[field][k]]++;
      }
    }
    batch.pairs = 0;
  }

  /// Agreement is known exactly from how often each value occurs.
  private void exact(Prepared prepared) {
    for (int field = 0; field < counts.length; field++) {
      double told = 0;
      for (int level = 1; level < 16; level++) {
        told += counts[field][level];
      }
      double agree = Rarity.agreement(prepared.store, prepared.fields[field]);
      double others = told - counts[field][Levels.EXACT];
      double scale = others == 0 ? 0 : told * (1 - agree) / others;
      for (int level = 2; level < 16; level++) {
        counts[field][level] *= scale;
      }
      counts[field][Levels.EXACT] = told * agree;
    }
  }

  /// The share of a level among the pairs in which neither value is missing.
  public double share(int field, int level) {
    double told = 0;
    for (int k = 1; k < 16; k++) {
      told += counts[field][k];
    }
    return told == 0 ? 0 : counts[field][level] / told;
  }

  /// How many pairs a field was seen told in.
  public double told(int field) {
    double told = 0;
    for (int k = 1; k < 16; k++) {
      told += counts[field][k];
    }
    return told;
  }
}
