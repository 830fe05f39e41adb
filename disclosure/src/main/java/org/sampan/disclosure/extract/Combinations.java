package org.sampan.disclosure.extract;

/// Sees to it that whatever combination of up to R attributes a row shows, k people show it.
///
/// First, every row gives up its most troublesome cells, one step of its tree at a time, until none
/// of its combinations is rare; what one row gives up can make another's rare, so this goes on
/// until a whole round changes nothing. Then cells are given back where every combination they
/// would make has its k people: giving back only ever raises counts. Both are repeated until
/// neither changes anything. The greedy choice follows the row-wise growth of Microsoft's synthetic
/// data showcase, turned round: it takes away from real rows instead of making new ones.
final class Combinations {

  /// How much it counts against giving up a cell that others' combinations would become rare.
  private static final double DAMAGE = 0.5;

  /// How often cells are given back; with diversities a return can spoil another's shares.
  private static final int ROUNDS = 3;

  private final Rows rows;
  private final Promise promise;
  private final CombinationCounts counts;
  private final CombinationWalk walk;
  private final int[][] cells;

  Combinations(Rows rows, Promise promise) {
    this.rows = rows;
    this.promise = promise;
    counts = new CombinationCounts(rows, promise);
    walk = new CombinationWalk(counts, promise.length());
    cells = new int[rows.size()][];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = rows.row(row).clone();
      add(cells[row], 1);
    }
  }

  /// The rows as published.
  Rows published() {
    giveUpUntilSafe();
    for (int round = 0; round < ROUNDS && giveBack(); round++) {
      giveUpUntilSafe();
    }
    return new Rows(rows.columns(), cells);
  }

  private void giveUpUntilSafe() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int[] row : cells) {
        int worst = mostTroublesome(row);
        while (worst >= 0) {
          set(row, worst, rows.columns().get(worst).parent(row[worst]));
          changed = true;
          worst = mostTroublesome(row);
        }
      }
    }
  }

  /// The column whose cell stands in most rare combinations, or -1 when none is rare.
  private int mostTroublesome(int[] row) {
    double[] trouble = new double[row.length];
    boolean[] any = {false};
    walk.each(
        row,
        -1,
        (columns, key) -> {
          boolean safe = counts.safe(key, row, 0);
          any[0] |= !safe;
          boolean brittle = safe && counts.count(key) == promise.people();
          for (int column : columns) {
            if (column >= 0) {
              trouble[column] += safe ? brittle ? -DAMAGE : 0 : 1.0 / weight(columns);
            }
          }
        });
    if (!any[0]) {
      return -1;
    }
    return troubled(row, trouble);
  }

  private int troubled(int[] row, double[] trouble) {
    boolean[] inRare = new boolean[row.length];
    walk.each(
        row,
        -1,
        (columns, key) -> {
          if (!counts.safe(key, row, 0)) {
            for (int column : columns) {
              if (column >= 0) {
                inRare[column] = true;
              }
            }
          }
        });
    int worst = -1;
    for (int column = 0; column < row.length; column++) {
      if (inRare[column] && (worst < 0 || trouble[column] > trouble[worst])) {
        worst = column;
      }
    }
    return worst;
  }

  private static int weight(int[] columns) {
    int weight = 0;
    for (int column : columns) {
      weight += column >= 0 ? 1 : 0;
    }
    return weight;
  }

  private boolean giveBack() {
    boolean changed = false;
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < cells[row].length; column++) {
        changed |= giveBack(cells[row], column, rows.at(row, column));
      }
    }
    return changed;
  }

  /// Gives back the most exact node between the cell and what it first was that is safe.
  private boolean giveBack(int[] row, int column, int first) {
    int now = row[column];
    for (int node = first; node != now; node = rows.columns().get(column).parent(node)) {
      set(row, column, node);
      boolean[] safe = {true};
      walk.each(row, column, (_, key) -> safe[0] &= counts.safe(key, row, 0));
      if (safe[0]) {
        return true;
      }
      set(row, column, now);
    }
    return false;
  }

  private void set(int[] row, int column, int node) {
    if (promise.diversities().isEmpty()) {
      walk.each(row, column, (_, key) -> counts.add(key, row, -1));
      row[column] = node;
      walk.each(row, column, (_, key) -> counts.add(key, row, 1));
    } else {
      // A diverse column is counted beside every combination of the row.
      add(row, -1);
      row[column] = node;
      add(row, 1);
    }
  }

  private void add(int[] row, int people) {
    walk.each(row, -1, (_, key) -> counts.add(key, row, people));
  }
}
