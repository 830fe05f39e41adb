package org.sampan.disclosure.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.sampan.disclosure.domain.Domain;

/// For each cell of every target, how many rows there are more than wanted.
///
/// A target is kept once for each of its variables, as a *view* in which the values of that
/// variable stand side by side, because that is how it is read: all values of one variable in one
/// row at a time. All views of a variable lie in one array, so that reading them follows no
/// pointers; this loop is where the time of a release goes. A view has at most two other variables;
/// where there are fewer, the stride is 0.
///
/// A cell that may hold none is *barred* when the rows are finished; before, entering it only costs
/// much (*loose*), because a row often gets from one possible state to another only through an
/// impossible one: who moves out of a home must first be an owner in no house.
final class Misfits {

  /// Rows too many in a cell that may hold none: more than any number of rows.
  static final int FORBIDDEN = 1 << 29;

  /// And what they count as while loose, in deviations of the noise; 3 and 12 measured no better.
  private static final int LOOSELY = 6;

  final int width;
  final int[] sizes;
  final View[][] views;
  final int[][] cells;

  /// One target as one of its variables sees it.
  ///
  /// @param offset where its cells begin among those of the variable
  /// @param twins the views of the same target from its other variables
  record View(
      int variable,
      int offset,
      int other1,
      int stride1,
      int other2,
      int stride2,
      float weight,
      List<View> twins) {

    /// Where the values of the variable stand, for this row's other values.
    int start(short[] rows, int row) {
      return offset + rows[row + other1] * stride1 + rows[row + other2] * stride2;
    }
  }

  /// @param strict whether forbidden cells are barred
  Misfits(Domain domain, List<Target> targets, boolean strict) {
    width = domain.width();
    sizes = domain.variables().stream().mapToInt(each -> each.size()).toArray();
    int[] lengths = new int[width];
    List<List<View>> lists = new ArrayList<>();
    for (int variable = 0; variable < width; variable++) {
      lists.add(new ArrayList<>());
    }
    List<List<View>> byTarget = new ArrayList<>();
    for (Target target : targets) {
      List<View> together = new ArrayList<>();
      for (int variable : target.marginal().variables()) {
        View view = view(variable, target, lengths[variable]);
        lengths[variable] += target.wanted().length;
        lists.get(variable).add(view);
        together.add(view);
      }
      together.forEach(
          view -> together.stream().filter(each -> each != view).forEach(view.twins()::add));
      byTarget.add(together);
    }
    views = lists.stream().map(list -> list.toArray(View[]::new)).toArray(View[][]::new);
    cells = new int[width][];
    for (int variable = 0; variable < width; variable++) {
      cells[variable] = new int[lengths[variable]];
    }
    for (int at = 0; at < targets.size(); at++) {
      fill(domain, targets.get(at), byTarget.get(at), strict);
    }
  }

  private View view(int variable, Target target, int offset) {
    int[] others =
        target.marginal().variables().stream()
            .filter(each -> each != variable)
            .mapToInt(each -> each)
            .toArray();
    int size = sizes[variable];
    float weight = (float) target.weight();
    return switch (others.length) {
      case 0 -> new View(variable, offset, 0, 0, 0, 0, weight, new ArrayList<>());
      case 1 -> new View(variable, offset, others[0], size, 0, 0, weight, new ArrayList<>());
      default ->
          new View(
              variable,
              offset,
              others[0],
              size * sizes[others[1]],
              others[1],
              size,
              weight,
              new ArrayList<>());
    };
  }

  private void fill(Domain domain, Target target, List<View> together, boolean strict) {
    List<Integer> variables = target.marginal().variables();
    short[] row = new short[width];
    int instead = strict ? FORBIDDEN : (int) (LOOSELY * target.deviation());
    for (int cell = 0; cell < target.wanted().length; cell++) {
      int[] indices = target.marginal().indices(domain, cell);
      for (int at = 0; at < indices.length; at++) {
        row[variables.get(at)] = (short) indices[at];
      }
      int misfit = target.forbidden()[cell] ? instead : (int) -target.wanted()[cell];
      for (View view : together) {
        cells[view.variable()][view.start(row, 0) + row[view.variable()]] = misfit;
      }
    }
  }

  /// Counts a row in (1) or out (-1).
  void count(short[] rows, int row, int by) {
    for (int variable = 0; variable < width; variable++) {
      int value = rows[row + variable];
      for (View view : views[variable]) {
        cells[variable][view.start(rows, row) + value] += by;
      }
    }
  }

  /// Gives a variable of a row another value.
  void move(int variable, short[] rows, int row, int to) {
    int now = rows[row + variable];
    for (View view : views[variable]) {
      int start = view.start(rows, row);
      cells[variable][start + now]--;
      cells[variable][start + to]++;
    }
    shift(variable, rows, row, -1);
    rows[row + variable] = (short) to;
    shift(variable, rows, row, 1);
  }

  private void shift(int variable, short[] rows, int row, int by) {
    for (View view : views[variable]) {
      List<View> twins = view.twins();
      for (int at = 0; at < twins.size(); at++) {
        View twin = twins.get(at);
        cells[twin.variable()][twin.start(rows, row) + rows[row + twin.variable()]] += by;
      }
    }
  }

  /// Whether the row stands in a barred cell.
  boolean forbids(short[] rows, int row) {
    for (int variable = 0; variable < width; variable++) {
      int value = rows[row + variable];
      for (View view : views[variable]) {
        if (cells[variable][view.start(rows, row) + value] > FORBIDDEN / 2) {
          return true;
        }
      }
    }
    return false;
  }
}
