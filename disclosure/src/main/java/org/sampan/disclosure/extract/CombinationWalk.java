package org.sampan.disclosure.extract;

import java.util.Arrays;

/// Visits the combinations a row shows.
final class CombinationWalk {

  private final CombinationCounts counts;
  private final int length;

  /// @param length the most attributes in a combination, 1 to 4
  CombinationWalk(CombinationCounts counts, int length) {
    this.counts = counts;
    this.length = length;
  }

  /// Visits every combination of telling columns that has column `with` among them; -1: every one.
  void each(int[] row, int with, Visit visit) {
    int[] chosen = new int[length];
    Arrays.fill(chosen, -1);
    Step step = new Step(row, counts.telling(row), with, chosen, visit);
    go(step, 0, 0, 0L);
  }

  private void go(Step step, int from, int size, long key) {
    for (int index = from; index < step.columns.length; index++) {
      int column = step.columns[index];
      if (step.with >= 0 && column > step.with && !contains(step, size)) {
        return;
      }
      step.chosen[size] = column;
      long longer = key << 16 | counts.attribute(column, step.row[column]);
      if (step.with < 0 || contains(step, size + 1)) {
        step.visit.combination(step.chosen, longer);
      }
      if (size + 1 < length) {
        go(step, index + 1, size + 1, longer);
      }
      step.chosen[size] = -1;
    }
  }

  private static boolean contains(Step step, int size) {
    for (int index = 0; index < size; index++) {
      if (step.chosen[index] == step.with) {
        return true;
      }
    }
    return false;
  }

  private record Step(int[] row, int[] columns, int with, int[] chosen, Visit visit) {}

  /// Sees one combination: its columns (-1 where there is none) and its key.
  interface Visit {
    void combination(int[] columns, long key);
  }
}
