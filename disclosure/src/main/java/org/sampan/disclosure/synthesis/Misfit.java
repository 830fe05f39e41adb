package org.sampan.disclosure.synthesis;

import java.util.Arrays;
import java.util.List;
import org.sampan.disclosure.domain.Domain;

/// For each cell of one target, how many rows there are more than wanted.
///
/// It is kept in one layout for each of its variables, in which the values of that variable stand
/// side by side, because that is how it is read: all values of one variable in one row at a time.
final class Misfit {

  /// Rows too many in a cell that may hold none: more than any number of rows.
  static final int FORBIDDEN = 1 << 29;

  final float weight;
  private final int[] variables;
  private final int[][] strides;
  private final int[][] layouts;

  Misfit(Domain domain, Target target) {
    List<Integer> joined = target.marginal().variables();
    variables = joined.stream().mapToInt(each -> each).toArray();
    weight = (float) target.weight();
    strides = new int[variables.length][variables.length];
    layouts = new int[variables.length][target.wanted().length];
    for (int own = 0; own < variables.length; own++) {
      int stride = domain.variable(variables[own]).size();
      strides[own][own] = 1;
      for (int other = variables.length - 1; other >= 0; other--) {
        if (other != own) {
          strides[own][other] = stride;
          stride *= domain.variable(variables[other]).size();
        }
      }
      for (int cell = 0; cell < target.wanted().length; cell++) {
        int[] indices = target.marginal().indices(domain, cell);
        int at = 0;
        for (int place = 0; place < indices.length; place++) {
          at += indices[place] * strides[own][place];
        }
        layouts[own][at] = target.forbidden()[cell] ? FORBIDDEN : (int) -target.wanted()[cell];
      }
    }
  }

  /// The place of a variable in this target.
  int place(int variable) {
    return Arrays.binarySearch(variables, variable);
  }

  /// Adds to `costs` what each value of the variable at `place` would cost in this row.
  void addCosts(int place, short[] rows, int row, float[] costs, int size) {
    int[] layout = layouts[place];
    int start = start(place, place, rows, row);
    for (int value = 0; value < size; value++) {
      costs[value] += weight * layout[start + value];
    }
  }

  /// Whether the row stands in a forbidden cell.
  boolean forbids(short[] rows, int row) {
    return layouts[0][start(0, -1, rows, row)] > FORBIDDEN / 2;
  }

  /// Counts a row in (1) or out (-1).
  void count(short[] rows, int row, int by) {
    for (int layout = 0; layout < layouts.length; layout++) {
      layouts[layout][start(layout, -1, rows, row)] += by;
    }
  }

  /// Moves a row from one value of the variable at `place` to another.
  void move(int place, short[] rows, int row, int from, int to) {
    for (int layout = 0; layout < layouts.length; layout++) {
      int start = start(layout, place, rows, row);
      int stride = strides[layout][place];
      layouts[layout][start + stride * from]--;
      layouts[layout][start + stride * to]++;
    }
  }

  private int start(int layout, int without, short[] rows, int row) {
    int start = 0;
    int[] stride = strides[layout];
    for (int place = 0; place < variables.length; place++) {
      if (place != without) {
        start += rows[row + variables[place]] * stride[place];
      }
    }
    return start;
  }
}
