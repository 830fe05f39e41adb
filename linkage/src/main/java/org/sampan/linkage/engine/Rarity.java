package org.sampan.linkage.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Level;
import org.sampan.linkage.record.Dictionary;
import org.sampan.linkage.record.RecordStore;

/// How much more agreement on a rare value says than on a common one: log2(u/f), where u is the
/// chance that two people agree at all and f how common the value is (Winkler 1989).
public final class Rarity {

  private Rarity() {}

  /// What the rarity of a shared value adds is this less log2 of how often the value occurs.
  static double base(Field field, long total) {
    return Level.log2(Math.max(1, total) * field.levels().getFirst().u());
  }

  /// What the rarity of a shared value adds to the level's bits; 0 where the field does not ask for
  /// it.
  static double of(FieldValues values, int canonical) {
    return values.field.termFrequency() ? values.base - Logarithms.of(values.counts[canonical]) : 0;
  }

  /// The text of a canonical code.
  public static String text(FieldValues values, int canonical) {
    Dictionary folded = values.folded;
    return folded == null ? values.dictionary.text(canonical) : folded.text(canonical);
  }

  /// Takes over how often each value occurs among all records, of which those here are a part.
  static void take(FieldValues values, ToIntFunction<String> often, long all) {
    values.counts = new int[values.canonicals()];
    for (int code = 1; code < values.counts.length; code++) {
      values.counts[code] = often.applyAsInt(text(values, code));
    }
    values.totals(all);
  }

  /// Counts how often each value of each field occurs.
  static void count(RecordStore store, List<FieldValues> fields) {
    for (FieldValues values : fields) {
      values.counts = counts(store, values);
      values.totals(Arrays.stream(values.counts).skip(1).asLongStream().sum());
    }
  }

  /// How often each canonical value occurs.
  private static int[] counts(RecordStore store, FieldValues values) {
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
      return agreement(values.counts);
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
