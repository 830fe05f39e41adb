package org.sampan.linkage.engine;

import org.sampan.linkage.model.Level;
import org.sampan.linkage.record.RecordStore;

/// How much more agreement on a rare value says than on a common one: log2(u/f), where u is the
/// chance that two people agree at all and f how common the value is (Winkler 1989).
public final class Rarity {

  private Rarity() {}

  /// Sets what each value adds, in every field of the model that asks for it.
  public static void weigh(Prepared prepared) {
    for (FieldValues values : prepared.fields) {
      if (values.field.termFrequency()) {
        int[] counts = counts(prepared.store, values);
        values.rarity = bits(counts, values.field.levels().getFirst().u());
      }
    }
  }

  private static float[] bits(int[] counts, double u) {
    long total = 0;
    for (int code = 1; code < counts.length; code++) {
      total += counts[code];
    }
    float[] bits = new float[counts.length];
    for (int code = 1; code < counts.length; code++) {
      if (counts[code] > 0) {
        bits[code] = (float) Level.log2(u * total / Math.max(2, counts[code]));
      }
    }
    return bits;
  }

  /// How often each canonical value occurs.
  public static int[] counts(RecordStore store, FieldValues values) {
    return counts(store, values, 0, store.size());
  }

  private static int[] counts(RecordStore store, FieldValues values, int from, int to) {
    int[] counts = new int[values.canonicals()];
    int stride = store.columns().size();
    for (int record = from; record < to; record++) {
      int[] row = store.rows()[record >>> RecordStore.ROW_BITS];
      int code = row[(record & RecordStore.ROW_MASK) * stride + values.column];
      counts[values.canonical(code)]++;
    }
    return counts;
  }

  /// The chance that two records picked at random (one from each source where there are two),
  /// neither missing, agree.
  public static double agreement(RecordStore store, FieldValues values) {
    if (!store.twoSources()) {
      return agreement(counts(store, values));
    }
    int[] first = counts(store, values, 0, store.border());
    int[] second = counts(store, values, store.border(), store.size());
    double totalFirst = 0;
    double totalSecond = 0;
    double pairs = 0;
    for (int code = 1; code < first.length; code++) {
      totalFirst += first[code];
      totalSecond += second[code];
      pairs += (double) first[code] * second[code];
    }
    return totalFirst * totalSecond == 0 ? 0 : pairs / (totalFirst * totalSecond);
  }

  private static double agreement(int[] counts) {
    double total = 0;
    double pairs = 0;
    for (int code = 1; code < counts.length; code++) {
      total += counts[code];
      pairs += (double) counts[code] * (counts[code] - 1);
    }
    return total < 2 ? 0 : pairs / (total * (total - 1));
  }
}
