package org.sampan.disclosure.suppression;

import java.util.Map;

/// Another table of whole people that looks the same from outside: by how much withheld cells would
/// change.
///
/// @param changes how much a cell would differ from its true count, by cell; never 0
public record Witness(Map<Integer, Long> changes) {

  public Witness {
    changes = Map.copyOf(changes);
  }

  /// Whether it changes withheld cells only, keeps every sum, and no cell becomes impossible.
  boolean agrees(Suppressed suppressed) {
    LinkedTables tables = suppressed.tables();
    for (Map.Entry<Integer, Long> change : changes.entrySet()) {
      int cell = change.getKey();
      long would = tables.count(cell) + change.getValue();
      if (!suppressed.isHidden(cell) || would < suppressed.protection().least()) {
        return false;
      }
    }
    for (LinkedTables.Sum sum : tables.sums()) {
      long off = changes.getOrDefault(sum.total(), 0L);
      for (int part : sum.parts()) {
        off -= changes.getOrDefault(part, 0L);
      }
      if (off != 0) {
        return false;
      }
    }
    return true;
  }

  /// Notes how far it moves each cell up and down.
  void widen(long[] up, long[] down) {
    changes.forEach((cell, change) -> {
      up[cell] = Math.max(up[cell], change);
      down[cell] = Math.max(down[cell], -change);
    });
  }
}
