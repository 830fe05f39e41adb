package org.sampan.jobs.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.suppression.Axis;
import org.sampan.disclosure.suppression.LinkedTables;
import org.sampan.disclosure.suppression.Protection;
import org.sampan.disclosure.suppression.SecondarySuppression;
import org.sampan.disclosure.suppression.Suppressed;
import org.sampan.disclosure.suppression.SuppressionAudit;
import org.sampan.disclosure.suppression.Watch;

/// Protects tables within a time. Where the time is over before everything is proven, the tables
/// with the most small counts are left out and the rest is begun anew: fewer tables, never unproven
/// ones.
final class Protecting {

  /// What came of it.
  ///
  /// @param leftOut tables that could not be proven in time, by their columns
  record Proven(
      Suppressed suppressed,
      SuppressionAudit.Result audit,
      List<List<Integer>> tables,
      List<List<Integer>> leftOut) {}

  private final List<Axis> axes;
  private final List<int[]> people;
  private final Protection protection;
  private final long end;

  Protecting(List<Axis> axes, List<int[]> people, Protection protection, int seconds) {
    this.axes = axes;
    this.people = people;
    this.protection = protection;
    this.end = System.nanoTime() + seconds * 1_000_000_000L;
  }

  /// Each try has half of the time that is left.
  Proven of(List<List<Integer>> wanted) {
    List<List<Integer>> left = new ArrayList<>(wanted);
    left.sort(Comparator.comparingLong(this::small));
    List<List<Integer>> leftOut = new ArrayList<>();
    while (!left.isEmpty()) {
      Optional<Proven> proven = tried(List.copyOf(left), leftOut);
      if (proven.isPresent()) {
        return proven.get();
      }
      int keep = left.size() / 2;
      leftOut.addAll(left.subList(keep, left.size()));
      left.subList(keep, left.size()).clear();
      System.err.println("Out of time: going on with " + left.size() + " of the tables");
    }
    throw new OperatorRefusal(
        "No table could be proven in time: nothing was written. Ask for fewer tables (--tables),"
            + " group categories, or wait longer (--seconds).");
  }

  private Optional<Proven> tried(List<List<Integer>> tables, List<List<Integer>> leftOut) {
    long now = System.nanoTime();
    long until = now + (end - now) / 2;
    Watch watch = watch(until);
    LinkedTables linked = LinkedTables.counted(axes, tables, people);
    System.err.println("Protecting " + linked.size() + " cells of " + tables.size() + " tables");
    try {
      Suppressed suppressed =
          SecondarySuppression.of(linked, protection, watch)
              .orElseThrow(() ->
                  new OperatorRefusal(
                      "There is too little else in these tables to hide the small counts:"
                          + " nothing was written."));
      SuppressionAudit.Result audit = SuppressionAudit.of(suppressed, watch);
      if (suppressed.unproven() > 0 || !audit.held()) {
        throw new IllegalStateException("Cells came back: " + audit);
      }
      return Optional.of(new Proven(suppressed, audit, tables, leftOut));
    } catch (Watch.OutOfPatience over) {
      return Optional.empty();
    }
  }

  private static Watch watch(long until) {
    int[] said = {-1};
    return (step, done, all) -> {
      int tenth = done * 10 / Math.max(1, all);
      if (done == 0 || tenth != said[0]) {
        said[0] = tenth;
        System.err.printf("%3d %%  %s, %d of %d small counts%n", tenth * 10, step, done, all);
      }
      return System.nanoTime() < until;
    };
  }

  /// How many small counts a table has by itself.
  private long small(List<Integer> table) {
    LinkedTables alone = LinkedTables.counted(axes, List.of(table), people);
    return Suppressed.primaryOnly(alone, protection).primaries();
  }
}
