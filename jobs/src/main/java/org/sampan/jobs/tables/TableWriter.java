package org.sampan.jobs.tables;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes rows to a new file, CSV or Parquet by the end of its name. The file appears when it is
/// kept; closing without keeping leaves nothing.
public interface TableWriter extends AutoCloseable {

  /// Begins a file of these columns: Parquet when its name ends so, CSV otherwise.
  ///
  /// @throws org.sampan.OperatorRefusal when it cannot be written there
  static TableWriter to(Path file, List<String> columns) {
    return file.toString().endsWith(".parquet")
        ? new ParquetTableWriter(file, columns)
        : new CsvTableWriter(file, columns);
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
