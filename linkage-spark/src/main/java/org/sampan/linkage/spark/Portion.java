package org.sampan.linkage.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.sampan.linkage.record.RecordStore;

/// The records that a task holds at a time, in rows of which the last columns are cells.
final class Portion {

  /// Records after which a portion is worked off, so that memory is bounded.
  static final int FULL = 50_000;

  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();

  Portion(List<String> columns) {
    this.columns = columns;
  }

  void add(Row row) {
    rows.add(row);
  }

  int size() {
    return rows.size();
  }

  Row row(int record) {
    return rows.get(record);
  }

  /// The rows as records of one source, numbered as they came.
  RecordStore store(int idAt) {
    RecordStore.Builder builder = RecordStore.builder(columns);
    for (Row row : rows) {
      add(builder, row, 0, idAt < 0 ? "" : row.getString(idAt));
    }
    return builder.build();
  }

  /// The rows as records of two sources, those of the first before those of the second.
  ///
  /// @param numbers is told the record number of each row
  RecordStore store(int sourceAt, int[] numbers) {
    RecordStore.Builder builder = RecordStore.builder(columns);
    for (int source = 0; source < 2; source++) {
      for (int k = 0; k < numbers.length; k++) {
        if (rows.get(k).getInt(sourceAt) == source) {
          numbers[k] = add(builder, rows.get(k), source, "");
        }
      }
    }
    return builder.build();
  }

  private int add(RecordStore.Builder builder, Row row, int source, String id) {
    String[] cells = new String[columns.size()];
    int before = row.size() - cells.length;
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = row.isNullAt(before + cell) ? "" : row.getString(before + cell);
    }
    return builder.add(id, source, cells);
  }
}
