package org.sampan.disclosure.suppression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the cheapest change of a table that moves one cell and keeps all sums.
final class Movement {

  /// Values nearer to a whole number than this are taken for it; the sums are checked after.
  private static final double NEAR = 1e-6;

  private final LinkedTables tables;
  private final Protection protection;
  private final boolean[] hidden;
  private final boolean wide;
  private final Map<Integer, int[]> upAndDown = new LinkedHashMap<>();

  /// @param wide whether totals that other tables share may move too
  Movement(LinkedTables tables, Protection protection, boolean[] hidden, boolean wide) {
    this.tables = tables;
    this.protection = protection;
    this.hidden = hidden;
    this.wide = wide;
  }

  /// By how much each cell changes; empty when there is no such change.
  Optional<Map<Integer, Long>> of(int cell, long by) {
    LinearProgram program = new LinearProgram();
    for (int each : reachable(cell)) {
      if (each == cell) {
        int moved = program.variable(by, by, 0);
        upAndDown.put(each, new int[] {moved, -1});
      } else if (mayMove(each)) {
        double cost = hidden[each] ? 0.001 : 1 + Math.log1p(tables.count(each));
        double most = tables.count(each) - protection.least();
        upAndDown.put(
            each,
            new int[] {
              program.variable(0, Double.POSITIVE_INFINITY, cost),
              most > 0 ? program.variable(0, most, cost) : -1
            });
      }
    }
    for (LinkedTables.Sum sum : tables.sums()) {
      demand(program, sum);
    }
    Optional<Map<Integer, Long>> found = program.least().flatMap(this::changes);
    if (found.isEmpty() && wide) {
      program.whole();
      found = program.least().flatMap(this::changes);
    }
    return found;
  }

  private boolean mayMove(int cell) {
    return tables.count(cell) > 0 || !protection.zerosKnown();
  }

  /// The cells of the tables that hold the cell, and of those they are linked with by a total that
  /// moves.
  private Set<Integer> reachable(int cell) {
    Set<Integer> seen = new HashSet<>();
    Set<Integer> seenTables = new HashSet<>();
    Deque<Integer> tablesToSee = new ArrayDeque<>(tables.tablesOf(cell));
    while (!tablesToSee.isEmpty()) {
      int table = tablesToSee.remove();
      if (!seenTables.add(table)) {
        continue;
      }
      for (int each : tables.cells(table)) {
        boolean shared = tables.tablesOf(each).size() > 1;
        if (!shared || wide || hidden[each] || each == cell) {
          seen.add(each);
          tablesToSee.addAll(tables.tablesOf(each));
        }
      }
    }
    return seen;
  }

  private void demand(LinearProgram program, LinkedTables.Sum sum) {
    Map<Integer, Double> row = new LinkedHashMap<>();
    put(row, sum.total(), -1);
    for (int part : sum.parts()) {
      put(row, part, 1);
    }
    if (!row.isEmpty()) {
      program.equal(
          row.keySet().stream().mapToInt(Integer::intValue).toArray(),
          row.values().stream().mapToDouble(Double::doubleValue).toArray(),
          0);
    }
  }

  private void put(Map<Integer, Double> row, int cell, double sign) {
    int[] pair = upAndDown.get(cell);
    if (pair != null) {
      row.put(pair[0], sign);
      if (pair[1] >= 0) {
        row.put(pair[1], -sign);
      }
    }
  }

  private Optional<Map<Integer, Long>> changes(double[] values) {
    Map<Integer, Long> changes = new HashMap<>();
    for (Map.Entry<Integer, int[]> each : upAndDown.entrySet()) {
      int[] pair = each.getValue();
      double change = values[pair[0]] - (pair[1] >= 0 ? values[pair[1]] : 0);
      long whole = Math.round(change);
      if (Math.abs(change - whole) > NEAR) {
        return Optional.empty();
      }
      if (whole != 0) {
        changes.put(each.getKey(), whole);
      }
    }
    boolean keepsSums =
        tables.sums().stream()
            .allMatch(sum -> {
              long off = changes.getOrDefault(sum.total(), 0L);
              for (int part : sum.parts()) {
                off -= changes.getOrDefault(part, 0L);
              }
              return off == 0;
            });
    return keepsSums ? Optional.of(changes) : Optional.empty();
  }
}
