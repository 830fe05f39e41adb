package org.sampan.jobs.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/// How a cell of a Parquet column is written as text: dates as 2026-11-21, numbers in digits.
///
/// @param type of the column
record ParquetCell(PrimitiveType type) {

  String text(Group record, int cell) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BINARY, FIXED_LEN_BYTE_ARRAY -> record.getBinary(cell, 0).toStringUsingUTF8();
      case INT32 -> {
        int number = record.getInteger(cell, 0);
        yield logical instanceof DateLogicalTypeAnnotation
            ? LocalDate.ofEpochDay(number).toString()
            : number(number, logical);
      }
      case INT64 -> {
        long number = record.getLong(cell, 0);
        yield logical instanceof TimestampLogicalTypeAnnotation stamp
            ? stamp(number, stamp)
            : number(number, logical);
      }
      case INT96 -> "";
      case BOOLEAN, FLOAT, DOUBLE -> record.getValueToString(cell, 0);
    };
  }

  private static String number(long number, LogicalTypeAnnotation logical) {
    return logical instanceof DecimalLogicalTypeAnnotation decimal
        ? java.math.BigDecimal.valueOf(number, decimal.getScale()).toPlainString()
        : String.valueOf(number);
  }

  /// The day of a moment, and its time only where it has one.
  private static String stamp(long number, TimestampLogicalTypeAnnotation stamp) {
    long thousandths =
        switch (stamp.getUnit()) {
          case MILLIS -> number;
          case MICROS -> Math.floorDiv(number, 1000L);
          case NANOS -> Math.floorDiv(number, 1_000_000L);
        };
    String written =
        Instant.ofEpochMilli(thousandths).atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
    return written.endsWith("T00:00") ? written.substring(0, 10) : written;
  }
}
