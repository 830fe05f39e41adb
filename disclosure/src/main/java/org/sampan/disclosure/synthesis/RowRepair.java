package org.sampan.disclosure.synthesis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.sampan.disclosure.domain.Domain;

/// Changes one value of one row at a time to the value that brings the tables of all rows closest
/// to their targets, in the sense of least squares weighted by the noise.
///
/// Let R be rows less target in a cell and w its weight. Moving a row from value a to value b
/// changes the sum of w R^2 by the sum over targets of 2 w (R(b) - R(a) + 1), so a pass needs, for
/// each row and variable, the sum of a few short stretches of R.
final class RowRepair {

  private final Misfits misfits;
  private final int width;
  private final short[] rows;
  private final SplittableRandom random;
  private final float[] costs;
  private final float[] staying;
  private final int[][] numbers;
  private final float[][] weights;
  private final int[] simple;

  /// @param rows row by row, each with all variables
  /// @param strict whether a row may not even pass through a forbidden cell
  RowRepair(
      Domain domain, short[] rows, List<Target> targets, boolean strict, SplittableRandom random) {
    this.misfits = new Misfits(domain, targets, strict);
    this.width = domain.width();
    this.rows = rows;
    this.random = random;
    costs = new float[Arrays.stream(misfits.sizes).max().orElse(0)];
    staying = new float[width];
    numbers = new int[width][];
    weights = new float[width][];
    simple = new int[width];
    for (int variable = 0; variable < width; variable++) {
      flatten(variable, misfits.views[variable]);
    }
    for (int row = 0; row < rows.length; row += width) {
      misfits.count(rows, row, 1);
    }
  }

  /// Lays the views out in a row, those with at most one other variable first.
  private void flatten(int variable, Misfits.View[] views) {
    Misfits.View[] ordered =
        Arrays.stream(views)
            .sorted(Comparator.comparing(view -> view.stride2() > 0))
            .toArray(Misfits.View[]::new);
    numbers[variable] = new int[views.length * 5];
    weights[variable] = new float[views.length];
    for (int at = 0; at < ordered.length; at++) {
      Misfits.View view = ordered[at];
      int[] own = {view.offset(), view.other1(), view.stride1(), view.other2(), view.stride2()};
      System.arraycopy(own, 0, numbers[variable], at * 5, 5);
      weights[variable][at] = view.weight();
      staying[variable] += view.weight();
      simple[variable] += view.stride2() > 0 ? 0 : 1;
    }
  }

  /// Visits every value of every row once, in a new order; how many were changed.
  int pass() {
    int changed = 0;
    int[] variables = shuffled(width);
    for (int row : shuffled(rows.length / width)) {
      for (int variable : variables) {
        int best = best(variable, row * width);
        if (best != rows[row * width + variable]) {
          misfits.move(variable, rows, row * width, best);
          changed++;
        }
      }
    }
    return changed;
  }

  /// The value that fits best; the present one where none is better.
  private int best(int variable, int row) {
    int size = misfits.sizes[variable];
    int now = rows[row + variable];
    if (size == 2) {
      return otherIsBetter(variable, row, now) ? 1 - now : now;
    }
    float[] sums = costs;
    for (int value = 0; value < size; value++) {
      sums[value] = 0;
    }
    // Staying costs less by what leaving and coming back would add.
    sums[now] = -staying[variable];
    int[] view = numbers[variable];
    float[] weight = weights[variable];
    int[] cells = misfits.cells[variable];
    for (int at = 0, number = 0; at < weight.length; at++, number += 5) {
      int start = view[number] + rows[row + view[number + 1]] * view[number + 2];
      if (at >= simple[variable]) {
        start += rows[row + view[number + 3]] * view[number + 4];
      }
      float each = weight[at];
      for (int value = 0; value < size; value++) {
        sums[value] += each * cells[start + value];
      }
    }
    int best = now;
    for (int value = 0; value < size; value++) {
      best = sums[value] < sums[best] ? value : best;
    }
    return best;
  }

  /// The same for two values, of which only the difference matters.
  private boolean otherIsBetter(int variable, int row, int now) {
    int[] view = numbers[variable];
    float[] weight = weights[variable];
    int[] cells = misfits.cells[variable];
    int other = 1 - now;
    float gain = -staying[variable];
    int number = 0;
    int plain = simple[variable];
    for (int at = 0; at < plain; at++, number += 5) {
      int start = view[number] + rows[row + view[number + 1]] * view[number + 2];
      gain += weight[at] * (cells[start + now] - cells[start + other]);
    }
    for (int at = plain; at < weight.length; at++, number += 5) {
      int start =
          view[number]
              + rows[row + view[number + 1]] * view[number + 2]
              + rows[row + view[number + 3]] * view[number + 4];
      gain += weight[at] * (cells[start + now] - cells[start + other]);
    }
    return gain > 0;
  }

  /// For each row whether it holds a forbidden pair.
  boolean[] forbidden() {
    boolean[] found = new boolean[rows.length / width];
    for (int row = 0; row < found.length; row++) {
      found[row] = misfits.forbids(rows, row * width);
    }
    return found;
  }

  /// Makes one row like another.
  void copy(int from, int to) {
    misfits.count(rows, to * width, -1);
    System.arraycopy(rows, from * width, rows, to * width, width);
    misfits.count(rows, to * width, 1);
  }

  private int[] shuffled(int size) {
    int[] order = new int[size];
    for (int at = 0; at < size; at++) {
      int other = random.nextInt(at + 1);
      order[at] = order[other];
      order[other] = at;
    }
    return order;
  }
}
