package org.sampan.disclosure.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Writes out what each person shows, from the crowds.
final class Showing {

  private final Rows rows;
  private final Promise promise;
  private final Packing packing;
  private final boolean[] compared;

  Showing(Rows rows, Promise promise, Packing packing, boolean[] compared) {
    this.rows = rows;
    this.promise = promise;
    this.packing = packing;
    this.compared = compared;
  }

  /// One published row a person, in the order of the rows that came in.
  Rows of(List<Crowd> crowds) {
    List<Deque<int[]>> shown = new ArrayList<>();
    for (int row = 0; row < packing.size(); row++) {
      shown.add(new ArrayDeque<>());
    }
    for (Crowd crowd : crowds) {
      for (int index = 0; index < crowd.different(); index++) {
        int[] cells = cells(crowd, crowd.member(index));
        for (int person = 0; person < crowd.count(index); person++) {
          shown.get(crowd.member(index)).add(cells);
        }
      }
    }
    int[][] cells = new int[rows.size()][];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = shown.get(packing.differentOf(row)).remove().clone();
    }
    return new Rows(rows.columns(), cells);
  }

  private int[] cells(Crowd crowd, int row) {
    int[] cells = packing.cells(row).clone();
    for (int column = 0; column < cells.length; column++) {
      if (compared[column]) {
        cells[column] = crowd.node(column);
      }
    }
    // A crowd that shares what it must not keeps that to itself.
    for (Diversity diversity : promise.diversities()) {
      int column = rows.position(diversity.column());
      if (!crowd.diverse(column, diversity)) {
        cells[column] = rows.columns().get(column).top();
      }
    }
    return cells;
  }
}
