package org.sampan.jobs.tables;

import java.util.List;

/// A table that is being read, row by row.
public sealed interface Table extends AutoCloseable permits CsvTable, ParquetTable, JdbcTable {

  /// What the columns are called; each name is there once.
  List<String> columns();

  /// Reads the next row that is one into [#row]; false at the end.
  ///
  /// @throws org.sampan.OperatorRefusal when the source cannot be read on
  boolean next();

  /// The row read last; the next reading overwrites it.
  Row row();

  /// How much of the source is read, from 0 to 1.
  double share();

  @Override
  void close();
}
