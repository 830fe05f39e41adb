package org.sampan.linkage.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Model;

/// The records of one or two sources as linkage sees them.
///
/// @param rows `record` (number, from 0, those of source 0 first), `source` (0 or 1), `id`, then
///   the cells of the columns that the model compares, as texts
/// @param columns of the cells
/// @param size how many records there are
/// @param border the number of the first record of source 1; the size when there is one source
public record Register(Dataset<Row> rows, List<String> columns, long size, long border) {

  static final String RECORD = "record";
  static final String SOURCE = "source";
  static final String ID = "id";

  /// Where a row's identifier stands.
  static final int ID_AT = 2;

  public Register {
    columns = List.copyOf(columns);
  }

  /// Whether there are two sources, so that only pairs across them count.
  public boolean across() {
    return border < size;
  }

  static StructType schema(int cells) {
    StructType schema =
        new StructType()
            .add(RECORD, DataTypes.LongType, false)
            .add(SOURCE, DataTypes.IntegerType, false)
            .add(ID, DataTypes.StringType, true);
    return withCells(schema, cells);
  }

  static StructType withCells(StructType schema, int cells) {
    StructType all = schema;
    for (int cell = 0; cell < cells; cell++) {
      all = all.add("cell" + cell, DataTypes.StringType, true);
    }
    return all;
  }

  static Encoder<Row> encoder(StructType schema) {
    return Encoders.row(schema);
  }

  /// The columns that a model compares: of each field the first that there is.
  ///
  /// @throws IllegalArgumentException when a field has none
  static List<String> compared(Model model, List<String> columns) {
    List<String> compared = new ArrayList<>();
    for (Field field : model.fields()) {
      String found =
          field.columns().stream()
              .filter(columns::contains)
              .findFirst()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "the records have none of the columns " + field.columns()));
      if (!compared.contains(found)) {
        compared.add(found);
      }
    }
    return compared;
  }
}
