package org.sampan.linkage.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.linkage.engine.FieldValues;
import org.sampan.linkage.engine.KeyParts;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.model.Cut;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Pass;

/// Chooses passes for the records at hand: of all single keys and all pairs of keys that take at
/// most two thirds of the pairs still to be had, again and again the one that finds most of the
/// likely matches.
///
/// A match that a chosen pass finds keeps a third of its weight, so that later passes still look
/// for what another would miss; matches that no pass has found yet look like those found by few.
public final class PassChoice {

  private static final int MOST_PASSES = 14;

  /// Above so many records a pass costs more by what it touches than by what it compares.
  private static final int MANY = 200_000;

  private static final int MOST_PASSES_OF_MANY = 8;
  private static final int SAMPLE = 12_000;
  private static final double KEPT = 0.35;

  /// How much of a pass's worth is lost when it would take all that is left of the budget.
  private static final double COST_COUNTS = 0.5;

  private static final double LEAST_GAIN = 0.004;

  private final Prepared prepared;
  private final int[] left;
  private final int[] right;
  private final List<Pass> candidates = new ArrayList<>();
  private final List<Pass.Key> keys = new ArrayList<>();

  /// For each key its parts of each sampled record, of the left and of the right records; several
  /// arrays where a value has several parts.
  private final List<int[][]> sampled = new ArrayList<>();

  private final List<int[][]> lefts = new ArrayList<>();
  private final List<int[][]> rights = new ArrayList<>();

  /// @param left and right: record numbers of likely matches
  public PassChoice(Prepared prepared, int[] left, int[] right) {
    this.prepared = prepared;
    this.left = left;
    this.right = right;
    int[] records = records(prepared.store.size());
    for (FieldValues values : prepared.fields) {
      for (Cut cut : cuts(values)) {
        Pass.Key key = new Pass.Key(values.field.name(), cut);
        KeyParts parts = prepared.parts(key);
        keys.add(key);
        sampled.add(parts(values, parts, records));
        lefts.add(parts(values, parts, left));
        rights.add(parts(values, parts, right));
      }
    }
  }

  private static int[] records(int size) {
    SplittableRandom dice = new SplittableRandom(size);
    return size <= SAMPLE
        ? java.util.stream.IntStream.range(0, size).toArray()
        : java.util.stream.IntStream.generate(() -> dice.nextInt(size))
            .limit(SAMPLE)
            .sorted()
            .distinct()
            .toArray();
  }

  private static List<Cut> cuts(FieldValues values) {
    List<Cut> usual = cuts(values.field);
    return values.inScripts ? Stream.concat(Stream.of(Cut.HEARD), usual.stream()).toList() : usual;
  }

  private static List<Cut> cuts(Field field) {
    return switch (field.kind()) {
      case NAME -> List.of(Cut.WHOLE, Cut.SOUND, Cut.START);
      case FULL_NAME ->
          List.of(Cut.SOUND, Cut.START, Cut.FIRST_WORD, Cut.LAST_WORD, Cut.LAST_SOUND);
      case DATE -> List.of(Cut.WHOLE, Cut.YEAR, Cut.MONTH, Cut.DAY);
      case IDENTIFIER, PHONE -> List.of(Cut.WHOLE, Cut.START, Cut.END);
      case PLACE, TEXT -> List.of(Cut.WHOLE, Cut.START, Cut.LAST_WORD);
      case LOCATION, NUMBER, KEY, AGE, SEX -> List.of(Cut.WHOLE);
    };
  }

  private int[][] parts(FieldValues values, KeyParts parts, int[] records) {
    int[][] found = new int[parts.width()][records.length];
    for (int slot = 0; slot < found.length; slot++) {
      for (int k = 0; k < records.length; k++) {
        found[slot][k] = parts.of(prepared.store.code(records[k], values.column), slot);
      }
    }
    return found;
  }

  /// The chosen passes, best first.
  ///
  /// @param records how many records the passes are for, which may be more than were prepared
  /// @param budget how many pairs they may find together
  public List<Pass> choose(long records, long budget) {
    List<boolean[]> finds = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      consider(i, -1, records, finds, costs);
      for (int j = i + 1; j < keys.size(); j++) {
        boolean several = sampled.get(i).length > 1 && sampled.get(j).length > 1;
        if (!several && !keys.get(i).field().equals(keys.get(j).field())) {
          consider(i, j, records, finds, costs);
        }
      }
    }
    return greedy(finds, costs, records, budget);
  }

  private List<Pass> greedy(
      List<boolean[]> finds, List<Double> costs, long records, double budget) {
    double[] weights = new double[left.length];
    Arrays.fill(weights, 1);
    List<Pass> chosen = new ArrayList<>();
    double rest = budget;
    int passes = records > MANY ? MOST_PASSES_OF_MANY : MOST_PASSES;
    while (chosen.size() < passes) {
      int best = -1;
      double most = 0;
      for (int k = 0; k < candidates.size(); k++) {
        if (costs.get(k) <= rest * 2 / 3 && !chosen.contains(candidates.get(k))) {
          double gain = gain(finds.get(k), weights);
          double worth = gain * (1 - COST_COUNTS * costs.get(k) / rest);
          if (worth > most && gain >= LEAST_GAIN * left.length) {
            most = worth;
            best = k;
          }
        }
      }
      if (best < 0) {
        break;
      }
      Pass next = candidates.get(best);
      for (Pass narrower : List.copyOf(chosen)) {
        if (narrower.keys().containsAll(next.keys())) {
          chosen.remove(narrower);
          rest += costs.get(candidates.indexOf(narrower));
        }
      }
      chosen.add(next);
      rest -= costs.get(best);
      for (int k = 0; k < weights.length; k++) {
        weights[k] *= finds.get(best)[k] ? KEPT : 1;
      }
    }
    return chosen;
  }

  private static double gain(boolean[] finds, double[] weights) {
    double gain = 0;
    for (int k = 0; k < weights.length; k++) {
      gain += finds[k] ? weights[k] : 0;
    }
    return gain;
  }

  private void consider(int i, int j, long records, List<boolean[]> finds, List<Double> costs) {
    int[][] slots = joined(sampled.get(i), j < 0 ? null : sampled.get(j));
    double scale = Math.pow((double) records / slots[0].length, 2);
    int[] joined = Arrays.stream(slots).flatMapToInt(Arrays::stream).toArray();
    int size = joined.length;
    Arrays.sort(joined);
    double pairs = 0;
    for (int begin = 0; begin < size; ) {
      int end = begin + 1;
      while (end < size && joined[end] == joined[begin]) {
        end++;
      }
      pairs += joined[begin] == 0 ? 0 : (double) (end - begin) * (end - begin - 1) / 2;
      begin = end;
    }
    candidates.add(new Pass(j < 0 ? List.of(keys.get(i)) : List.of(keys.get(i), keys.get(j))));
    costs.add((pairs + 0.3) * scale);
    finds.add(
        found(
            joined(lefts.get(i), j < 0 ? null : lefts.get(j)),
            joined(rights.get(i), j < 0 ? null : rights.get(j))));
  }

  private static boolean[] found(int[][] left, int[][] right) {
    boolean[] found = new boolean[left[0].length];
    for (int[] one : left) {
      for (int[] other : right) {
        for (int k = 0; k < found.length; k++) {
          found[k] |= one[k] != 0 && one[k] == other[k];
        }
      }
    }
    return found;
  }

  /// The keys that two parts make together; at most one of them is several.
  private static int[][] joined(int[][] first, int @Nullable [][] second) {
    if (second == null) {
      return first;
    }
    int[][] joined = new int[Math.max(first.length, second.length)][first[0].length];
    for (int slot = 0; slot < joined.length; slot++) {
      int[] one = first[Math.min(slot, first.length - 1)];
      int[] other = second[Math.min(slot, second.length - 1)];
      for (int k = 0; k < one.length; k++) {
        joined[slot][k] = one[k] == 0 || other[k] == 0 ? 0 : KeyParts.mix(one[k] * 31 + other[k]);
      }
    }
    return joined;
  }
}
