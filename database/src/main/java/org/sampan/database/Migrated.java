package org.sampan.database;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which migrations a database has been through: for each history table, its lines in order, each
/// with version, description and checksum.
record Migrated(SortedMap<String, List<Step>> histories) {

  /// @param version as in `3`, or `again` for a migration that repeats
  record Step(String version, String description, String checksum) {}

  Migrated {
    histories = new TreeMap<>(histories);
  }

  /// Refuses, in one line, to put rows of these migrations under others.
  void refuseUnlike(Migrated target) {
    for (var name : histories.keySet()) {
      if (!target.histories.containsKey(name)) {
        throw new DatabaseRefusal(
            "The archive has " + place(name) + ", which this database does not have.");
      }
    }
    for (var name : target.histories.keySet()) {
      var here = target.histories.getOrDefault(name, List.of());
      var there = histories.get(name);
      if (there == null) {
        throw new DatabaseRefusal(
            "This database has " + place(name) + ", which the archive does not have.");
      }
      if (!here.equals(there)) {
        throw new DatabaseRefusal(
            ("The archive was written with %s at version %s and this database has version %s%s:"
                    + " restore with the release that wrote it.")
                .formatted(
                    place(name),
                    newest(there),
                    newest(here),
                    newest(here).equals(newest(there)) ? " of other migrations" : ""));
      }
    }
  }

  private static String place(String history) {
    return history.endsWith(".flyway_schema_history")
        ? history.substring(0, history.indexOf('.'))
        : history;
  }

  private static String newest(List<Step> steps) {
    return steps.isEmpty() ? "none" : steps.getLast().version();
  }
}
