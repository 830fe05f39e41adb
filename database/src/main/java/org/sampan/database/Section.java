package org.sampan.database;

import java.time.Instant;
import java.util.List;

/// One part of an archive, in the order they stand in it. Rows and files are followed by a body.
sealed interface Section {

  /// What comes before the first section.
  ///
  /// @param parts how many sections with rows or a file follow
  record Beginning(Instant writtenAt, Migrated migrated, int parts) {}

  record TableRows(TableName table, List<String> columns) implements Section {}

  record Sequence(TableName name, long lastValue, boolean called) implements Section {}

  /// @param path relative to the node's folder, with `/` between its parts
  /// @param permissions as in `rw-------`
  record NodeFile(String path, String permissions) implements Section {}

  /// The last section; an archive without it was cut short by whoever held the key.
  record End(int tables, long rows, int files) implements Section {}
}
