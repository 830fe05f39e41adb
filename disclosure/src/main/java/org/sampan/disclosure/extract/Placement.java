package org.sampan.disclosure.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Who is in which crowd so far, and who waits.
final class Placement {

  private final Packing packing;
  private final List<GeneralisationTree> trees;
  private final boolean[] compared;
  private final Promise promise;
  private final int[] diverse;
  private final int[] waiting;
  private final List<List<Crowd>> crowdsOf = new ArrayList<>();
  private final List<Crowd> crowds = new ArrayList<>();

  /// @param compared the columns in which a crowd must be alike
  Placement(Rows rows, Packing packing, Promise promise, boolean[] compared) {
    this.packing = packing;
    this.trees = rows.columns();
    this.compared = compared;
    this.promise = promise;
    this.diverse =
        promise.diversities().stream().mapToInt(each -> rows.position(each.column())).toArray();
    waiting = new int[packing.size()];
    for (int row = 0; row < waiting.length; row++) {
      waiting[row] = packing.weight(row);
      crowdsOf.add(new ArrayList<>(1));
    }
  }

  /// How many people with this row wait for a crowd.
  int waiting(int row) {
    return waiting[row];
  }

  /// The different rows of which somebody waits.
  int[] rowsWaiting() {
    int[] rows = new int[waiting.length];
    int found = 0;
    for (int row = 0; row < waiting.length; row++) {
      if (waiting[row] > 0) {
        rows[found++] = row;
      }
    }
    return Arrays.copyOf(rows, found);
  }

  List<Crowd> crowds() {
    return crowds;
  }

  /// The crowds that hold somebody with this row.
  List<Crowd> crowdsOf(int row) {
    return crowdsOf.get(row);
  }

  /// How many people a crowd can do without. Where values must differ within it, none.
  int spare(Crowd crowd) {
    return diverse.length > 0 ? 0 : crowd.size() - promise.people();
  }

  /// Makes a crowd of all who wait among these rows and of those lent by other crowds.
  void found(int[] rows, List<Lent> lent) {
    Crowd crowd = new Crowd(packing, trees, compared);
    for (int row : rows) {
      if (waiting[row] > 0) {
        crowd.addNew(row, waiting[row]);
        waiting[row] = 0;
        crowdsOf.get(row).add(crowd);
      }
    }
    for (Lent loan : lent) {
      loan.from().remove(loan.row(), loan.people());
      if (loan.from().countOf(loan.row()) == 0) {
        crowdsOf.get(loan.row()).remove(loan.from());
      }
      if (crowd.countOf(loan.row()) == 0) {
        crowdsOf.get(loan.row()).add(crowd);
      }
      crowd.add(loan.row(), loan.people());
    }
    lent.forEach(loan -> loan.from().refit());
    crowd.refit();
    crowds.add(crowd);
  }

  /// Whether all who wait among these rows would differ as promised.
  boolean wouldBeDiverse(int[] rows) {
    for (int index = 0; index < diverse.length; index++) {
      int column = diverse[index];
      int[] counted = new int[trees.get(column).nodes()];
      for (int row : rows) {
        counted[packing.cells(row)[column]] += waiting[row];
      }
      if (!promise.diversities().get(index).holds(counted)) {
        return false;
      }
    }
    return true;
  }

  /// Puts everybody who still waits into the crowd that loses least by it.
  void squeezeIn() {
    for (int row : rowsWaiting()) {
      Crowd best = crowds.getFirst();
      double least = Double.POSITIVE_INFINITY;
      for (Crowd crowd : crowds) {
        double lost =
            (crowd.size() + waiting[row]) * crowd.lossWith(row) - crowd.size() * crowd.loss();
        if (lost < least) {
          least = lost;
          best = crowd;
        }
      }
      best.add(row, waiting[row]);
      best.refit();
      crowdsOf.get(row).add(best);
      waiting[row] = 0;
    }
  }

  /// People of one row that a crowd can spare.
  ///
  /// @param cost what each of them loses by going, in columns; below 0 a gain
  record Lent(Crowd from, int row, int people, double cost) {}
}
