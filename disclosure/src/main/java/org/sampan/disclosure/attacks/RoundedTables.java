package org.sampan.disclosure.attacks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sampan.disclosure.extract.Rows;

/// Today's practice attacked: every count of up to R attributes, those below k left out and the
/// rest rounded down to a multiple of k, published before and after one person came.
///
/// Nobody's count but hers changes, so whatever changed is hers. Cells that say nothing are no
/// attributes, as in Microsoft's tool.
public final class RoundedTables {

  private final Rows rows;
  private final int length;
  private final Set<String> silent;

  private RoundedTables(Rows rows, int length, Set<String> silent) {
    this.rows = rows;
    this.length = length;
    this.silent = silent;
  }

  /// What the reader of both releases learns.
  ///
  /// @param changed share of people for whom a published cell changes, 0 to 1
  /// @param named share of people of whom the changed cells name every attribute
  public record Exposure(double changed, double named) {}

  /// Over all people, each as the one who came last.
  ///
  /// @param multiple k, 2 or more
  /// @param length R, 1 to 4
  /// @param silent labels that say nothing, such as the blank
  public static Exposure of(Rows rows, int multiple, int length, Set<String> silent) {
    return new RoundedTables(rows, length, silent).exposure(multiple);
  }

  private Exposure exposure(int multiple) {
    Map<Long, int[]> counts = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      visit(row, 0, new int[0], 0, (_, key) -> counts.computeIfAbsent(key, _ -> new int[1])[0]++);
    }
    int changed = 0;
    int named = 0;
    for (int row = 0; row < rows.size(); row++) {
      boolean[] seen = new boolean[rows.width()];
      visit(
          row,
          0,
          new int[0],
          0,
          (columns, key) -> {
            int[] count = counts.getOrDefault(key, new int[1]);
            if (count[0] % multiple == 0) {
              for (int column : columns) {
                seen[column] = true;
              }
            }
          });
      int found = 0;
      int attributes = 0;
      for (int column = 0; column < seen.length; column++) {
        found += seen[column] ? 1 : 0;
        attributes += tells(row, column) ? 1 : 0;
      }
      changed += found > 0 ? 1 : 0;
      named += found > 0 && found == attributes ? 1 : 0;
    }
    return new Exposure((double) changed / rows.size(), (double) named / rows.size());
  }

  private boolean tells(int row, int column) {
    return !silent.contains(rows.columns().get(column).label(rows.at(row, column)));
  }

  private void visit(int row, int from, int[] columns, long key, Seen seen) {
    for (int column = from; column < rows.width(); column++) {
      if (tells(row, column)) {
        int[] longer = Arrays.copyOf(columns, columns.length + 1);
        longer[columns.length] = column;
        // A column below 64 and a node below 1,024 fit into 16 bits.
        long longerKey = key << 16 | (long) (column + 1) << 10 | rows.at(row, column);
        seen.combination(longer, longerKey);
        if (longer.length < length) {
          visit(row, column + 1, longer, longerKey, seen);
        }
      }
    }
  }

  private interface Seen {
    void combination(int[] columns, long key);
  }
}
