package org.sampan.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Attacks tables of which some cells are withheld, or all are rounded, with linear programs: for
/// each small count, the least and the most it can be.
///
/// The attack is stronger than any reader's (she must also guess which sums to use), and an
/// interval it leaves is one nobody can narrow without knowing people.
public final class SuppressionAudit {

  private SuppressionAudit() {}

  /// What the attack found.
  ///
  /// @param attacked how many small counts there are
  /// @param recovered how many came back exactly
  /// @param narrowed how many more came back to an interval that does not hold its protection
  /// @param cells what the recovered ones are called, at most ten
  public record Result(int attacked, int recovered, int narrowed, List<String> cells) {

    public Result {
      cells = List.copyOf(cells);
    }

    /// Whether nothing came back.
    public boolean held() {
      return recovered == 0 && narrowed == 0;
    }
  }

  /// Attacks withheld cells.
  public static Result of(Suppressed suppressed) {
    return of(suppressed, Watch.PATIENT);
  }

  /// The same while somebody watches.
  ///
  /// @throws Watch.OutOfPatience when the watch ends it
  public static Result of(Suppressed suppressed, Watch watch) {
    LinkedTables tables = suppressed.tables();
    Protection protection = suppressed.protection();
    return attack(tables, protection, attacker(tables, suppressed.hidden(), protection), watch);
  }

  /// Attacks published tables as a stranger, who does not know which of the withheld cells are
  /// small: how many withheld cells come back exactly.
  ///
  /// @param hidden which cells are withheld, by their numbers
  public static int recovered(LinkedTables tables, boolean[] hidden, Protection protection) {
    Attacker attacker = attacker(tables, hidden, protection);
    attacker.narrowByPencil();
    int recovered = 0;
    for (int cell = 0; cell < hidden.length; cell++) {
      double[] seen = attacker.seen(cell);
      if (hidden[cell] && seen[1] - seen[0] < 1) {
        double[] interval = attacker.interval(cell);
        recovered += interval[1] - interval[0] < 1 ? 1 : 0;
      }
    }
    return recovered;
  }

  private static Attacker attacker(LinkedTables tables, boolean[] hidden, Protection protection) {
    double[] least = new double[tables.size()];
    double[] most = new double[tables.size()];
    for (int cell = 0; cell < least.length; cell++) {
      least[cell] = hidden[cell] ? protection.least() : tables.count(cell);
      most[cell] = hidden[cell] ? Double.POSITIVE_INFINITY : tables.count(cell);
    }
    return new Attacker(tables, least, most);
  }

  /// Attacks tables whose cells are each rounded to the nearest multiple of a base, halves upwards.
  /// A zero is taken for what it says where zeros are known.
  ///
  /// @param base 2 or more
  public static Result ofRounded(LinkedTables tables, Protection protection, int base) {
    double[] least = new double[tables.size()];
    double[] most = new double[tables.size()];
    for (int cell = 0; cell < least.length; cell++) {
      long rounded = Math.floorDiv(tables.count(cell) + base / 2, base) * base;
      boolean zero = tables.count(cell) == 0 && protection.zerosKnown();
      least[cell] = zero ? 0 : Math.max(protection.least(), rounded - base / 2);
      most[cell] = zero ? 0 : rounded + (base - 1) / 2;
    }
    return attack(tables, protection, new Attacker(tables, least, most), Watch.PATIENT);
  }

  private static Result attack(
      LinkedTables tables, Protection protection, Attacker attacker, Watch watch) {
    int all =
        (int)
            IntStream.range(0, tables.size())
                .filter(cell -> protection.primary(tables.count(cell)))
                .count();
    attacker.narrowByPencil();
    int attacked = 0;
    int recovered = 0;
    int narrowed = 0;
    List<String> cells = new ArrayList<>();
    for (int cell = 0; cell < tables.size(); cell++) {
      long count = tables.count(cell);
      if (protection.primary(count)) {
        watch.at("Attacking", attacked, all);
        attacked++;
        double[] seen = attacker.seen(cell);
        seen[0] = Math.min(seen[0], count);
        seen[1] = Math.max(seen[1], count);
        boolean wideEnough = protection.holds(seen[1] - count, count - seen[0]);
        double[] interval = wideEnough ? seen : attacker.interval(cell);
        if (interval[1] - interval[0] < 1) {
          recovered++;
          cells.add(tables.label(cell));
        } else if (!protection.holds(interval[1] - count, count - interval[0])) {
          narrowed++;
        }
      }
    }
    return new Result(attacked, recovered, narrowed, cells.stream().limit(10).toList());
  }

  /// How many inner cells came back exactly by pencil alone, and of how many, where only the small
  /// inner counts were withheld and every total published: today's practice. As {recovered, of}.
  public static int[] ofTodaysPractice(LinkedTables tables, Protection protection) {
    double[] least = new double[tables.size()];
    double[] most = new double[tables.size()];
    boolean[] hidden = new boolean[tables.size()];
    for (int cell = 0; cell < least.length; cell++) {
      hidden[cell] = tables.inner(cell) && protection.primary(tables.count(cell));
      least[cell] = hidden[cell] ? 0 : tables.count(cell);
      most[cell] = hidden[cell] ? Double.POSITIVE_INFINITY : tables.count(cell);
    }
    Attacker attacker = new Attacker(tables, least, most);
    attacker.narrowByPencil();
    int withheld = 0;
    int recovered = 0;
    for (int cell = 0; cell < hidden.length; cell++) {
      withheld += hidden[cell] ? 1 : 0;
      recovered += hidden[cell] && attacker.known(cell) ? 1 : 0;
    }
    return Arrays.copyOf(new int[] {recovered, withheld}, 2);
  }
}
