package org.sampan.jobs.tables;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes rows to a new file, CSV or Parquet by the end of its name, or to a new table of a
/// database. It appears when it is kept; closing without keeping leaves nothing.
public interface TableWriter extends AutoCloseable {

  /// Begins a file of these columns: Parquet when its name ends so, CSV otherwise.
  ///
  /// @throws org.sampan.OperatorRefusal when it cannot be written there
  static TableWriter to(Path file, List<String> columns) {
    return file.toString().endsWith(".parquet")
        ? new ParquetTableWriter(file, columns)
        : new CsvTableWriter(file, columns);
  }

  /// Begins a new table of a database, by an address `jdbc:...#schema`; bits and probabilities
  /// become numbers, all else text.
  ///
  /// @throws org.sampan.OperatorRefusal when the database refuses, or has such a table
  static TableWriter into(String address, String table, List<String> columns) {
    return JdbcTableWriter.at(address, table, columns);
  }

  /// One row; as many cells as columns, `null` for nothing.
  ///
  /// @throws org.sampan.OperatorRefusal when the disk is full
  void row(@Nullable String... cells);

  /// Finishes the file and gives it its name.
  void keep();

  @Override
  void close();
}
