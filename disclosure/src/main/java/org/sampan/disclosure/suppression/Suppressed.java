package org.sampan.disclosure.suppression;

import java.util.Arrays;
import java.util.List;

/// Tables of which some cells are withheld, with the proof that they stay hidden.
///
/// @param hidden which cells are withheld, by their numbers
/// @param witnesses other tables of whole people that agree with everything published
public record Suppressed(
    LinkedTables tables, Protection protection, boolean[] hidden, List<Witness> witnesses) {

  public Suppressed {
    hidden = hidden.clone();
    witnesses = List.copyOf(witnesses);
  }

  /// Only the small counts withheld, as is usual, and as is worthless.
  public static Suppressed primaryOnly(LinkedTables tables, Protection protection) {
    boolean[] hidden = new boolean[tables.size()];
    for (int cell = 0; cell < hidden.length; cell++) {
      hidden[cell] = protection.primary(tables.count(cell));
    }
    return new Suppressed(tables, protection, hidden, List.of());
  }

  /// Whether a cell is withheld.
  public boolean isHidden(int cell) {
    return hidden[cell];
  }

  @Override
  public boolean[] hidden() {
    return hidden.clone();
  }

  /// How many cells are withheld because they are small.
  public int primaries() {
    int primaries = 0;
    for (int cell = 0; cell < hidden.length; cell++) {
      primaries += protection.primary(tables.count(cell)) ? 1 : 0;
    }
    return primaries;
  }

  /// How many cells are withheld.
  public int withheld() {
    int withheld = 0;
    for (boolean each : hidden) {
      withheld += each ? 1 : 0;
    }
    return withheld;
  }

  /// How many primary cells the witnesses do not prove protected: recounted here in whole numbers.
  public int unproven() {
    long[] up = new long[hidden.length];
    long[] down = new long[hidden.length];
    for (Witness witness : witnesses) {
      if (witness.agrees(this)) {
        witness.widen(up, down);
      }
    }
    int unproven = 0;
    for (int cell = 0; cell < hidden.length; cell++) {
      long count = tables.count(cell);
      boolean proven = protection.holds(up[cell], down[cell]);
      unproven += protection.primary(count) && !(hidden[cell] && proven) ? 1 : 0;
    }
    return unproven;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Suppressed that
        && tables.equals(that.tables)
        && protection.equals(that.protection)
        && Arrays.equals(hidden, that.hidden);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hidden);
  }
}
