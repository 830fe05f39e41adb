package org.sampan.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sampan.linkage.engine.Joining;
import org.sampan.linkage.record.RecordStore;

/// Brings people's rulings to the joining of records: those that part two records before those that
/// join.
final class Rulings {

  private Rulings() {}

  static void apply(List<Ruling> rulings, RecordStore store, Joining joining) {
    if (rulings.isEmpty()) {
      return;
    }
    Set<String> named = new HashSet<>();
    for (Ruling ruling : rulings) {
      named.add(ruling.a());
      named.add(ruling.b());
    }
    Map<String, Integer> records = new HashMap<>();
    for (int record = 0; record < store.size(); record++) {
      String id = store.id(record);
      if (named.contains(id)) {
        records.putIfAbsent(id, record);
      }
    }
    for (boolean same : new boolean[] {false, true}) {
      for (Ruling ruling : rulings) {
        Integer a = records.get(ruling.a());
        Integer b = records.get(ruling.b());
        if (ruling.same() == same && a != null && b != null && !a.equals(b)) {
          if (same) {
            joining.rule(a, b);
          } else {
            joining.part(a, b);
          }
        }
      }
    }
  }
}
