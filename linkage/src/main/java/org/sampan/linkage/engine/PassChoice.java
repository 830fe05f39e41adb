package org.sampan.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
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
  private final List<int[]> sampled = new ArrayList<>();
  private final List<int[]> lefts = new ArrayList<>();
  private final List<int[]> rights = new ArrayList<>();

  /// @param left and right: record numbers of likely matches
  public PassChoice(Prepared prepared, int[] left, int[] right) {
    this.prepared = prepared;
    this.left = left;
    this.right = right;
    int[] records = records(prepared.store.size());
    for (FieldValues values : prepared.fields) {
      for (Cut cut : cuts(values.field)) {
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

  private static List<Cut> cuts(Field field) {
    return switch (field.kind()) {
      case NAME -> List.of(Cut.WHOLE, Cut.SOUND, Cut.START);
      case FULL_NAME ->
          List.of(Cut.SOUND, Cut.START, Cut.FIRST_WORD, Cut.LAST_WORD, Cut.LAST_SOUND);
      case DATE -> List.of(Cut.WHOLE, Cut.YEAR, Cut.MONTH, Cut.DAY);
      case IDENTIFIER, PHONE -> List.of(Cut.WHOLE, Cut.START, Cut.END);
      case PLACE, TEXT -> List.of(Cut.WHOLE, Cut.START, Cut.LAST_WORD);
      case NUMBER, KEY, AGE, SEX -> List.of(Cut.WHOLE);
    };
  }

  private int[] parts(FieldValues values, KeyParts parts, int[] records) {
    int[] found = new int[records.length];
    for (int k = 0; k < found.length; k++) {
      found[k] = parts.of(prepared.store.code(records[k], values.column));
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
        if (!keys.get(i).field().equals(keys.get(j).field())) {
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
    int[] joined = joined(sampled.get(i), j < 0 ? null : sampled.get(j));
    double scale = Math.pow((double) records / joined.length, 2);
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
    int[] one = joined(lefts.get(i), j < 0 ? null : lefts.get(j));
    int[] other = joined(rights.get(i), j < 0 ? null : rights.get(j));
    boolean[] found = new boolean[one.length];
    for (int k = 0; k < found.length; k++) {
      found[k] = one[k] != 0 && one[k] == other[k];
    }
    finds.add(found);
  }

  private static int[] joined(int[] first, int @Nullable [] second) {
    int[] joined = first.clone();
    for (int k = 0; k < joined.length && second != null; k++) {
      joined[k] = joined[k] == 0 || second[k] == 0 ? 0 : KeyParts.mix(joined[k] * 31 + second[k]);
    }
    return joined;
  }
}
