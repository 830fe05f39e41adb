package org.sampan.jobs.tables;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

  /// The first of January 1970 in Julian days.
  private static final long EPOCH_DAY = 2_440_588;

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
      case INT96 -> moment(record.getInt96(cell, 0).getBytes());
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
    return written(Instant.ofEpochMilli(thousandths));
  }

  /// The old form of a moment, as Impala and Spark 2 wrote it: nanoseconds of a day, then the
  /// number of the day, from noon of 4713 BC on.
  private static String moment(byte[] bytes) {
    ByteBuffer twelve = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = twelve.getLong();
    long day = twelve.getInt() - EPOCH_DAY;
    return written(Instant.ofEpochSecond(day * 86_400, nanos));
  }

  private static String written(Instant moment) {
    String written = moment.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
    return written.endsWith("T00:00") ? written.substring(0, 10) : written;
  }
}
