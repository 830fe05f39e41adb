package org.sampan.jobs.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// Parquet with every column as optional text, packed by Snappy.
final class ParquetTableWriter implements TableWriter {

  private static final long ROW_GROUP = 16L << 20;

  private final Path path;
  private final NewFile file;
  private final MessageType schema;
  private final ParquetWriter<Group> writer;

  ParquetTableWriter(Path path, List<String> columns) {
    this.path = path;
    Types.MessageTypeBuilder building = Types.buildMessage();
    for (String column : columns) {
      building
          .optional(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(column);
    }
    schema = building.named("table");
    file = NewFile.at(path);
    try {
      writer =
          ExampleParquetWriter.builder(new LocalOutputFile(file.growing()))
              .withConf(new PlainParquetConfiguration())
              .withCodecFactory(new ParquetPacking())
              .withCompressionCodec(CompressionCodecName.SNAPPY)
              .withRowGroupSize(ROW_GROUP)
              .withType(schema)
              .build();
    } catch (IOException cannot) {
      throw NewFile.refusal(path, cannot);
    }
  }

  @Override
  public void row(@Nullable String... cells) {
    SimpleGroup record = new SimpleGroup(schema);
    for (int cell = 0; cell < cells.length; cell++) {
      String text = cells[cell];
      if (text != null) {
        record.add(cell, text);
      }
    }
    try {
      writer.write(record);
    } catch (IOException cannot) {
      throw NewFile.refusal(path, cannot);
    }
  }

  @Override
  public void keep() {
    try {
      writer.close();
    } catch (IOException cannot) {
      throw NewFile.refusal(path, cannot);
    }
    file.keep();
  }

  @Override
  public void close() {
    file.close();
  }
}
