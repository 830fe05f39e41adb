package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/// Numbers rows in the order of their files' names and of their places in them, whatever order
/// Spark reads the files in: the rows of every stretch of a file are counted first.
///
/// @param rows with the stretch they stand in, and what does not fit the columns
/// @param before how many rows stand before each stretch
/// @param size of the source
record Numbering(Dataset<Row> rows, Map<String, Long> before, long size) {

  private static final String PATH = "_path";
  private static final String REJECTED = "_rejected";
  private static final String START = "_start";
  private static final int PLACES = 3;

  /// Counts the rows of a source.
  ///
  /// @param table read from files
  /// @param rejected the whole row where it does not fit the columns, else null
  /// @param cells the identifier, then the cells
  static Numbering of(Dataset<Row> table, Column rejected, List<Column> cells) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("_metadata.file_path").as(PATH));
    columns.add(col("_metadata.file_block_start").as(START));
    columns.add(rejected.as(REJECTED));
    for (int cell = 0; cell < cells.size(); cell++) {
      columns.add(cells.get(cell).as("_" + cell));
    }
    Dataset<Row> rows =
        table.select(columns.toArray(Column[]::new)).persist(StorageLevel.MEMORY_AND_DISK());
    Map<String, Long> before = new HashMap<>();
    long size = 0;
    for (Row stretch :
        rows.where(col(REJECTED).isNull())
            .groupBy(PATH, START)
            .count()
            .orderBy(PATH, START)
            .collectAsList()) {
      before.put(stretch(stretch), size);
      size += stretch.getLong(2);
    }
    return new Numbering(rows, before, size);
  }

  /// The rows as records of a source, numbered.
  ///
  /// @param from the first number
  Dataset<Row> numbered(int source, long from) {
    HashMap<String, Long> first = new HashMap<>(before);
    MapPartitionsFunction<Row, Row> numbering =
        all -> {
          Map<String, Long> next = new HashMap<>(first);
          return new Numbered(
              all, row -> from + next.merge(stretch(row), 1L, Long::sum) - 1, source);
        };
    StructType schema = Register.schema(rows.columns().length - PLACES - 1);
    return rows.where(col(REJECTED).isNull()).mapPartitions(numbering, Register.encoder(schema));
  }

  /// The rows that do not fit the columns.
  Dataset<Row> rejected(String source) {
    return rows.where(col(REJECTED).isNotNull())
        .select(lit(source).as("source"), col(REJECTED).as("line"));
  }

  private static String stretch(Row row) {
    return row.getLong(1) + " " + row.getString(0);
  }

  /// Rows as they come, numbered one by one.
  private record Numbered(
      Iterator<Row> rows, java.util.function.ToLongFunction<Row> number, int source)
      implements Iterator<Row> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      @Nullable Object[] values = new @Nullable Object[row.size() - PLACES + Register.ID_AT];
      values[0] = number.applyAsLong(row);
      values[1] = source;
      for (int cell = PLACES; cell < row.size(); cell++) {
        values[cell - PLACES + Register.ID_AT] = row.get(cell);
      }
      return RowFactory.create(values);
    }
  }
}
