package org.sampan.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;

class ParquetCellTest {

  @Test
  void a_moment_of_twelve_bytes_is_a_date() {
    MessageType schema =
        Types.buildMessage().required(PrimitiveTypeName.INT96).named("born").named("row");
    ParquetCell cell = new ParquetCell(schema.getType("born").asPrimitiveType());
    SimpleGroup day = new SimpleGroup(schema);
    day.add("born", new NanoTime(2_440_588, 0));
    SimpleGroup moment = new SimpleGroup(schema);
    moment.add("born", new NanoTime(2_440_588 - 3653, 3_600_000_000_000L));

    assertThat(cell.text(day, 0)).isEqualTo("1970-01-01");
    assertThat(cell.text(moment, 0)).isEqualTo("1960-01-01T01:00");
  }
}
