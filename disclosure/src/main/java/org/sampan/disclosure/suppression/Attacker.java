package org.sampan.disclosure.suppression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A reader who knows, for each cell, the least and most it can be, and knows every sum.
final class Attacker {

  /// Bounds nearer than this are the same number.
  private static final double NEAR = 1e-6;

  private final LinkedTables tables;
  private final double[] least;
  private final double[] most;
  private final double[] seenLeast;
  private final double[] seenMost;
  private final List<List<LinkedTables.Sum>> sumsOf = new ArrayList<>();

  Attacker(LinkedTables tables, double[] least, double[] most) {
    this.tables = tables;
    this.least = least.clone();
    this.most = most.clone();
    seenLeast = new double[least.length];
    seenMost = new double[least.length];
    for (int cell = 0; cell < least.length; cell++) {
      seenLeast[cell] = Double.POSITIVE_INFINITY;
      seenMost[cell] = Double.NEGATIVE_INFINITY;
      sumsOf.add(new ArrayList<>());
    }
    for (LinkedTables.Sum sum : tables.sums()) {
      sumsOf.get(sum.total()).add(sum);
      for (int part : sum.parts()) {
        sumsOf.get(part).add(sum);
      }
    }
  }

  /// Narrows by every sum alone until nothing narrows: what a patient person does with a pencil.
  void narrowByPencil() {
    Deque<LinkedTables.Sum> toDo = new ArrayDeque<>(tables.sums());
    while (!toDo.isEmpty()) {
      LinkedTables.Sum sum = toDo.remove();
      double low = 0;
      double high = 0;
      for (int part : sum.parts()) {
        low += least[part];
        high += most[part];
      }
      boolean changed = narrow(sum.total(), low, high);
      for (int part : sum.parts()) {
        double othersLow = low - least[part];
        double othersHigh =
            most[part] == Double.POSITIVE_INFINITY ? others(sum, part) : high - most[part];
        changed |= narrow(part, least[sum.total()] - othersHigh, most[sum.total()] - othersLow);
      }
      if (changed) {
        toDo.addAll(sumsOf.get(sum.total()));
        for (int part : sum.parts()) {
          toDo.addAll(sumsOf.get(part));
        }
      }
    }
  }

  boolean known(int cell) {
    return most[cell] - least[cell] < NEAR;
  }

  /// What tables found so far already show a cell can be, as {least, most}, least above most when
  /// none is found: no wider than what it can be, so whoever finds it wide enough need not ask on.
  double[] seen(int cell) {
    return new double[] {seenLeast[cell], seenMost[cell]};
  }

  /// The least and most a cell can be by all sums together, in whole numbers, as {least, most}.
  ///
  /// @throws IllegalStateException where what is known contradicts itself
  double[] interval(int cell) {
    if (known(cell)) {
      return new double[] {least[cell], most[cell]};
    }
    Map<Integer, Integer> variable = new HashMap<>();
    LinearProgram program = new LinearProgram();
    for (int each : together(cell)) {
      variable.put(each, program.variable(least[each], most[each], 0));
    }
    Set<LinkedTables.Sum> sums = new HashSet<>();
    variable.keySet().forEach(each -> sums.addAll(sumsOf.get(each)));
    sums.forEach(sum -> demand(program, sum, variable));
    int wanted = variable.getOrDefault(cell, -1);
    program.cost(wanted, 1);
    double low =
        shown(program, variable, wanted)
            .orElseThrow(() -> new IllegalStateException("No table agrees with what is known"));
    program.cost(wanted, -1);
    // A cell without an upper bound may have none: then the program has no best answer.
    double high = shown(program, variable, wanted).orElse(Double.POSITIVE_INFINITY);
    return new double[] {Math.ceil(low - NEAR), Math.floor(high + NEAR)};
  }

  private Optional<Double> shown(
      LinearProgram program, Map<Integer, Integer> variable, int wanted) {
    Optional<double[]> found = program.least();
    found.ifPresent(values ->
        variable.forEach((each, number) -> {
          seenLeast[each] = Math.min(seenLeast[each], values[number]);
          seenMost[each] = Math.max(seenMost[each], values[number]);
        }));
    return found.map(values -> values[wanted]);
  }

  /// The unknown cells that sums bind to this one.
  private Set<Integer> together(int cell) {
    Set<Integer> seen = new HashSet<>(Set.of(cell));
    Deque<Integer> toSee = new ArrayDeque<>(seen);
    while (!toSee.isEmpty()) {
      for (LinkedTables.Sum sum : sumsOf.get(toSee.remove())) {
        for (int each : withTotal(sum)) {
          if (!known(each) && seen.add(each)) {
            toSee.add(each);
          }
        }
      }
    }
    return seen;
  }

  private void demand(LinearProgram program, LinkedTables.Sum sum, Map<Integer, Integer> variable) {
    double value = 0;
    List<Integer> numbers = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int each : withTotal(sum)) {
      double sign = each == sum.total() ? -1 : 1;
      Integer number = variable.get(each);
      if (number == null) {
        value -= sign * least[each];
      } else {
        numbers.add(number);
        weights.add(sign);
      }
    }
    program.equal(
        numbers.stream().mapToInt(Integer::intValue).toArray(),
        weights.stream().mapToDouble(Double::doubleValue).toArray(),
        value);
  }

  private boolean narrow(int cell, double low, double high) {
    boolean changed = false;
    if (low > least[cell] + NEAR) {
      least[cell] = low;
      changed = true;
    }
    if (high < most[cell] - NEAR) {
      most[cell] = high;
      changed = true;
    }
    return changed;
  }

  private double others(LinkedTables.Sum sum, int without) {
    double high = 0;
    for (int part : sum.parts()) {
      high += part == without ? 0 : most[part];
    }
    return high;
  }

  private static int[] withTotal(LinkedTables.Sum sum) {
    int[] all = Arrays.copyOf(sum.parts(), sum.parts().length + 1);
    all[sum.parts().length] = sum.total();
    return all;
  }
}
