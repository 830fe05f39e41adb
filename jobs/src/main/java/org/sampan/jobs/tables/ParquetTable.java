package org.sampan.jobs.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.sampan.OperatorRefusal;

/// A Parquet file of plain columns; one row group is in memory at a time.
final class ParquetTable implements Table {

  private final Path file;
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final List<ParquetCell> cells = new ArrayList<>();
  private final List<String> columns;
  private final Row row = new Row();
  private RecordReader<Group> group = none();
  private long left;
  private long read;

  private ParquetTable(Path file, ParquetFileReader reader) {
    this.file = file;
    this.reader = reader;
    this.schema = reader.getFooter().getFileMetaData().getSchema();
    List<String> names = new ArrayList<>();
    for (Type column : schema.getFields()) {
      if (!column.isPrimitive() || column.isRepetition(Type.Repetition.REPEATED)) {
        throw new OperatorRefusal(
            "%s: column '%s' holds lists or groups; a table of plain columns is needed."
                .formatted(file, column.getName()));
      }
      names.add(column.getName());
      cells.add(new ParquetCell(column.asPrimitiveType()));
    }
    this.columns = Tables.named(file.toString(), names);
  }

  static ParquetTable open(Path file) {
    try {
      ParquetReadOptions options =
          ParquetReadOptions.builder(new PlainParquetConfiguration())
              .withCodecFactory(new ParquetPacking())
              .build();
      return new ParquetTable(file, new ParquetFileReader(new LocalInputFile(file), options));
    } catch (IOException | RuntimeException unreadable) {
      throw refusal(file, unreadable);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    try {
      if (left == 0 && !nextGroup()) {
        return false;
      }
      left--;
      read++;
      Group record = group.read();
      row.begin(read);
      for (int cell = 0; cell < cells.size(); cell++) {
        boolean there = record.getFieldRepetitionCount(cell) > 0;
        row.add(there ? cells.get(cell).text(record, cell) : "");
      }
      return true;
    } catch (IOException | RuntimeException unreadable) {
      throw refusal(file, unreadable);
    }
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public double share() {
    return read / (double) Math.max(1, reader.getRecordCount());
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException unreadable) {
      throw refusal(file, unreadable);
    }
  }

  private boolean nextGroup() throws IOException {
    PageReadStore pages = reader.readNextRowGroup();
    if (pages == null) {
      return false;
    }
    left = pages.getRowCount();
    group =
        new ColumnIOFactory()
            .getColumnIO(schema)
            .getRecordReader(pages, new GroupRecordConverter(schema));
    return left > 0 || nextGroup();
  }

  private static RecordReader<Group> none() {
    return new RecordReader<>() {
      @Override
      public Group read() {
        throw new IllegalStateException("no row group is open");
      }
    };
  }

  private static OperatorRefusal refusal(Path file, Exception cause) {
    if (cause instanceof OperatorRefusal already) {
      return already;
    }
    OperatorRefusal refusal =
        new OperatorRefusal(file + " cannot be read as Parquet: " + cause.getMessage());
    refusal.initCause(cause);
    return refusal;
  }
}
