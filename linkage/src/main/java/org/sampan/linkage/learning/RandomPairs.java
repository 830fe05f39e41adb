package org.sampan.linkage.learning;

import java.util.SplittableRandom;
import org.sampan.linkage.chances.Patterns;
import org.sampan.linkage.engine.Batch;
import org.sampan.linkage.engine.KeyParts;
import org.sampan.linkage.engine.Levels;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.engine.Rarity;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.record.RecordStore;

/// What random pairs of records look like: level by level, how often. Nearly all are of two people.
public final class RandomPairs {

  private static final int MOST = 600_000;

  /// Of pairs whose names stand in two scripts one in so many is looked at, and counts for all.
  private static final int ONE_IN = 8;

  /// Fewer pairs than this are all looked at.
  private static final int FEW = 20_000;

  /// Counts by field and level, level 0 (missing) included.
  final double[][] counts;

  /// Counts by two fields and their levels: `[first][second][first level * 16 + second level]`.
  private final double[][][] together;

  public final double pairs;

  /// How often any two records agree exactly, two of one person included.
  private final double[] agreements;

  private final Patterns seen = new Patterns();
  private final byte[] weights = new byte[Batch.PAIRS];

  private RandomPairs(int fields, double pairs) {
    this.counts = new double[fields][16];
    this.agreements = new double[fields];
    this.together = new double[fields][fields][256];
    this.pairs = pairs;
  }

  /// Looks at every pair where there are at most a million, at a million random ones otherwise;
  /// each counts by its chance of being two people under the prepared model.
  public static RandomPairs of(Prepared prepared, long seed) {
    int fields = prepared.fields.length;
    RandomPairs random = new RandomPairs(fields, pairs(prepared.store));
    if (random.pairs <= MOST) {
      random.all(prepared);
    } else {
      random.some(prepared, new SplittableRandom(seed));
    }
    random.tally();
    for (int field = 0; field < fields; field++) {
      random.agreements[field] = Rarity.agreement(prepared.population, prepared.fields[field]);
    }
    return random;
  }

  private void tally() {
    for (long pattern : seen.sorted()) {
      double weight = seen.count(pattern);
      for (int first = 0; first < counts.length; first++) {
        int level = Patterns.level(pattern, first);
        counts[first][level] += weight;
        for (int second = 0; second < first; second++) {
          together[first][second][level << 4 | Patterns.level(pattern, second)] += weight;
        }
      }
    }
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
    boolean dear = pairs > FEW && prepared.twoScripts(batch, i, j);
    if (dear && KeyParts.mix(batch.records[i] * 31 + batch.records[j]) % ONE_IN != 0) {
      return;
    }
    weights[batch.pairs] = (byte) (dear ? ONE_IN : 1);
    batch.left[batch.pairs] = i;
    batch.right[batch.pairs] = j;
    batch.pairs++;
    if (batch.pairs == Batch.PAIRS) {
      count(prepared, batch);
    }
  }

  private void count(Prepared prepared, Batch batch) {
    prepared.score(batch);
    for (int k = 0; k < batch.pairs; k++) {
      seen.add(batch.pattern(k), weights[k] * (1 - Estimation.chance(batch.bits[k])));
    }
    batch.pairs = 0;
  }

  /// The model with each field leaning on another as these pairs show.
  public Model leanings(Model model) {
    return Leanings.found(model, this);
  }

  /// How often two fields stand at two levels together.
  double together(int first, int firstLevel, int second, int secondLevel) {
    return first > second
        ? together[first][second][firstLevel << 4 | secondLevel]
        : together[second][first][secondLevel << 4 | firstLevel];
  }

  /// The share of a level among the pairs in which neither value is missing.
  public double share(int field, int level) {
    double told = 0;
    for (int k = 1; k < 16; k++) {
      told += counts[field][k];
    }
    return told == 0 ? 0 : counts[field][level] / told;
  }

  /// The chance of a level between two people; `matching` of all pairs are of one person and at it.
  double between(int field, int level, double matching) {
    double share = share(field, level);
    double least = 0.3 / Math.max(1, told(field));
    if (level == Levels.EXACT && pairs > MOST) {
      share = Math.max(agreements[field] - matching, agreements[field] / 1000);
    }
    return Math.clamp(share, least, 1);
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
