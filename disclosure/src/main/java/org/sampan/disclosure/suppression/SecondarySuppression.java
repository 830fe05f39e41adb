package org.sampan.disclosure.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Withholds enough further cells that every small count stays hidden.
///
/// For each primary cell and each direction a linear program looks for the cheapest way to change
/// the table so that all sums still hold and the cell moves as its protection asks; whatever else
/// moves is withheld too (the linear-programming heuristic of Kelly, Golden and Assad 1992, and of
/// Fischetti and Salazar-González 2001). The change itself is the witness, so no cell is called
/// protected that has not been shown to be. The least number of cells is not sought: that is
/// NP-hard.
public final class SecondarySuppression {

  private final LinkedTables tables;
  private final Protection protection;
  private final boolean[] hidden;
  private final long[] up;
  private final long[] down;
  private final List<Witness> witnesses = new ArrayList<>();

  private SecondarySuppression(LinkedTables tables, Protection protection) {
    this.tables = tables;
    this.protection = protection;
    hidden = Suppressed.primaryOnly(tables, protection).hidden();
    up = new long[hidden.length];
    down = new long[hidden.length];
  }

  /// Protects all primary cells; empty when that cannot be done, because there is too little else
  /// in the tables, which then must not be published at all.
  public static Optional<Suppressed> of(LinkedTables tables, Protection protection) {
    return of(tables, protection, Watch.PATIENT);
  }

  /// The same while somebody watches.
  ///
  /// @throws Watch.OutOfPatience when the watch ends it
  public static Optional<Suppressed> of(LinkedTables tables, Protection protection, Watch watch) {
    SecondarySuppression work = new SecondarySuppression(tables, protection);
    int[] primaries =
        IntStream.range(0, tables.size())
            .filter(cell -> protection.primary(tables.count(cell)))
            .boxed()
            .sorted(Comparator.comparing(tables::count, Comparator.reverseOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int at = 0; at < primaries.length; at++) {
      watch.at("Protecting", at, primaries.length);
      if (!work.protect(primaries[at])) {
        return Optional.empty();
      }
    }
    return Optional.of(new Suppressed(tables, protection, work.hidden, work.witnesses));
  }

  /// Upwards first, then down as far as what is public allows, then upwards by what is missing.
  private boolean protect(int cell) {
    boolean moved = move(cell, protection.above());
    long downBy =
        Math.min(protection.width() - protection.above(), tables.count(cell) - protection.least());
    while (moved && !protection.holds(up[cell], down[cell]) && downBy > down[cell]) {
      move(cell, -downBy);
      downBy--;
    }
    return moved && move(cell, protection.width() - down[cell]);
  }

  /// Finds a witness that moves the cell by so much, unless one is known.
  private boolean move(int cell, long by) {
    if (by > 0 ? up[cell] >= by : down[cell] >= -by) {
      return true;
    }
    for (boolean wide : new boolean[] {false, true}) {
      Optional<Map<Integer, Long>> change =
          new Movement(tables, protection, hidden, wide).of(cell, by);
      if (change.isPresent()) {
        Witness witness = new Witness(change.get());
        change.get().keySet().forEach(each -> hidden[each] = true);
        witness.widen(up, down);
        witnesses.add(witness);
        opposite(witness);
        return true;
      }
    }
    return false;
  }

  /// The same change the other way round is often a witness too.
  private void opposite(Witness witness) {
    Map<Integer, Long> other = new HashMap<>();
    witness.changes().forEach((cell, change) -> other.put(cell, -change));
    boolean possible =
        other.entrySet().stream()
            .allMatch(each -> tables.count(each.getKey()) + each.getValue() >= protection.least());
    if (possible) {
      Witness turned = new Witness(other);
      turned.widen(up, down);
      witnesses.add(turned);
    }
  }
}
