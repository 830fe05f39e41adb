package org.sampan.disclosure.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
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

  private final int width;
  private final short[] rows;
  private final int[] sizes;
  private final Misfit[][] misfits;
  private final int[][] places;
  private final float[] weights;
  private final SplittableRandom random;
  private final List<Misfit> all = new ArrayList<>();
  private final float[] costs;

  /// @param rows row by row, each with all variables
  RowRepair(Domain domain, short[] rows, List<Target> targets, SplittableRandom random) {
    this.width = domain.width();
    this.rows = rows;
    this.random = random;
    sizes = domain.variables().stream().mapToInt(each -> each.size()).toArray();
    costs = new float[Arrays.stream(sizes).max().orElse(0)];
    targets.forEach(target -> all.add(new Misfit(domain, target)));
    misfits = new Misfit[width][];
    places = new int[width][];
    weights = new float[width];
    for (int variable = 0; variable < width; variable++) {
      int own = variable;
      misfits[own] = all.stream().filter(each -> each.place(own) >= 0).toArray(Misfit[]::new);
      places[own] = new int[misfits[own].length];
      for (int at = 0; at < places[own].length; at++) {
        places[own][at] = misfits[own][at].place(own);
        weights[own] += misfits[own][at].weight;
      }
    }
    for (int row = 0; row < rows.length; row += width) {
      for (Misfit misfit : all) {
        misfit.count(rows, row, 1);
      }
    }
  }

  /// Visits every value of every row once, in a new order; how many were changed.
  int pass() {
    int changed = 0;
    int[] order = shuffled(rows.length / width);
    for (int variable : shuffled(width)) {
      for (int row : order) {
        changed += visit(variable, row * width) ? 1 : 0;
      }
    }
    return changed;
  }

  private boolean visit(int variable, int row) {
    int size = sizes[variable];
    Arrays.fill(costs, 0, size, 0);
    Misfit[] own = misfits[variable];
    int[] place = places[variable];
    for (int at = 0; at < own.length; at++) {
      own[at].addCosts(place[at], rows, row, costs, size);
    }
    int now = rows[row + variable];
    // Staying costs less by what leaving and coming back would add.
    costs[now] -= weights[variable];
    int best = now;
    for (int value = 0; value < size; value++) {
      best = costs[value] < costs[best] ? value : best;
    }
    if (best == now) {
      return false;
    }
    for (int at = 0; at < own.length; at++) {
      own[at].move(place[at], rows, row, now, best);
    }
    rows[row + variable] = (short) best;
    return true;
  }

  /// For each row whether it holds a forbidden pair.
  boolean[] forbidden() {
    boolean[] found = new boolean[rows.length / width];
    for (int row = 0; row < found.length; row++) {
      for (Misfit misfit : all) {
        found[row] |= misfit.forbids(rows, row * width);
      }
    }
    return found;
  }

  /// Makes one row like another.
  void copy(int from, int to) {
    for (Misfit misfit : all) {
      misfit.count(rows, to * width, -1);
    }
    System.arraycopy(rows, from * width, rows, to * width, width);
    for (Misfit misfit : all) {
      misfit.count(rows, to * width, 1);
    }
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
