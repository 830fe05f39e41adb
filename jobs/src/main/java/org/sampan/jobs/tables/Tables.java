package org.sampan.jobs.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sampan.OperatorRefusal;

/// Opens what a table can be read from.
public final class Tables {

  private Tables() {}

  /// Opens a CSV file, a Parquet file (its name ends so), or a query (`jdbc:...#select ...`).
  ///
  /// @param encoding of a CSV file that is neither UTF-8 nor UTF-16, such as windows-874; else
  ///   empty
  /// @throws OperatorRefusal when there is no such table or its columns have no names of their own
  public static Table open(String source, String encoding, Rejections rejections) {
    if (source.startsWith("jdbc:")) {
      return JdbcTable.open(source);
    }
    Path file = Path.of(source);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new OperatorRefusal("There is no file " + source + " to read.");
    }
    return source.endsWith(".parquet")
        ? ParquetTable.open(file)
        : CsvTable.open(file, encoding, rejections);
  }

  /// The names, checked: none empty, none twice.
  static List<String> named(String source, List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (int at = 0; at < columns.size(); at++) {
      String name = columns.get(at);
      if (name.isEmpty()) {
        throw new OperatorRefusal(
            "%s: column %d has no name in the first line.".formatted(source, at + 1));
      }
      if (!seen.add(name)) {
        throw new OperatorRefusal("%s: two columns are called '%s'.".formatted(source, name));
      }
    }
    return List.copyOf(columns);
  }
}
