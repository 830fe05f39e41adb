package org.sampan.jobs.linkage;

import java.util.Arrays;
import org.sampan.linkage.Linkage;

/// How many pairs of records two groupings hold together: the pairs of one person that there are,
/// the pairs that clusters claim, and those that both say.
///
/// @param real pairs of one entity
/// @param claimed pairs of one cluster
/// @param both pairs of one entity in one cluster
record SamePairs(long real, long claimed, long both) {

  /// Counts over the records that the truth knows.
  ///
  /// @param clusters the cluster of each record
  /// @param border the first record of source 1; with two sources only pairs across them count
  static SamePairs of(Truth truth, int[] clusters, int border) {
    int known = 0;
    long[] entities = new long[truth.size()];
    long[] claimed = new long[truth.size()];
    long[] both = new long[truth.size()];
    for (int record = 0; record < truth.size(); record++) {
      long entity = truth.entity(record);
      if (entity != 0) {
        long second = record >= border ? 1 : 0;
        entities[known] = entity << 1 | second;
        claimed[known] = (long) clusters[record] << 1 | second;
        both[known] = entity << 32 | (long) clusters[record] << 1 | second;
        known++;
      }
    }
    boolean across = border < truth.size();
    return new SamePairs(
        pairs(entities, known, across), pairs(claimed, known, across), pairs(both, known, across));
  }

  /// Clusters may be as many as 2^30 records: their number and the source fit below bit 32.
  private static long pairs(long[] keys, int count, boolean across) {
    Arrays.sort(keys, 0, count);
    long pairs = 0;
    int at = 0;
    while (at < count) {
      long group = keys[at] >>> 1;
      long first = 0;
      long second = 0;
      for (; at < count && keys[at] >>> 1 == group; at++) {
        first += 1 - (keys[at] & 1);
        second += keys[at] & 1;
      }
      long all = first + second;
      pairs += across ? first * second : all * (all - 1) / 2;
    }
    return pairs;
  }

  /// How many pairs of one person a linkage compares at all.
  static long compared(Truth truth, Linkage linkage) {
    long[] people = new long[truth.size()];
    int known = 0;
    for (int record = 0; record < truth.size(); record++) {
      if (truth.entity(record) != 0) {
        people[known++] = (long) truth.entity(record) << 32 | record;
      }
    }
    Arrays.sort(people, 0, known);
    long found = 0;
    for (int a = 0; a < known; a++) {
      for (int b = a + 1; b < known && people[b] >>> 32 == people[a] >>> 32; b++) {
        found += linkage.compares((int) people[a], (int) people[b]) ? 1 : 0;
      }
    }
    return found;
  }

  double precision() {
    return claimed == 0 ? 1 : both / (double) claimed;
  }

  double recall() {
    return real == 0 ? 1 : both / (double) real;
  }

  double f1() {
    return Measures.f1(precision(), recall());
  }
}
