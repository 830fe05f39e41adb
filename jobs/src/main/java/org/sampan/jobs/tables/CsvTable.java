package org.sampan.jobs.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sampan.OperatorRefusal;

/// A CSV file: its encoding and delimiter are found out, its rows checked before FastCSV cuts them.
final class CsvTable implements Table {

  private static final int SAMPLE = 1 << 18;

  private final Path file;
  private final Rejections rejections;
  private final Counted counted;
  private final long size;
  private final CloseableIterator<Row> rows;
  private final List<String> columns;
  private final Row row = new Row();

  private CsvTable(Path file, Rejections rejections, Counted counted, WholeRows whole)
      throws IOException {
    this.file = file;
    this.rejections = rejections;
    this.counted = counted;
    this.size = Math.max(1, Files.size(file));
    this.rows =
        CsvReader.builder()
            .fieldSeparator((char) whole.delimiter())
            .allowExtraFields(true)
            .allowMissingFields(true)
            .detectBomHeader(false)
            .maxBufferSize(2 * WholeRows.LONGEST)
            .build(new Cells(row), whole, StandardCharsets.UTF_8)
            .iterator();
    this.columns = Tables.named(file.toString(), header());
  }

  static CsvTable open(Path file, String declared, Rejections rejections) {
    try {
      Counted counted = new Counted(Files.newInputStream(file));
      BufferedInputStream in = new BufferedInputStream(counted, SAMPLE);
      in.mark(SAMPLE);
      byte[] sample = in.readNBytes(SAMPLE);
      in.reset();
      Encoding encoding = Encoding.of(file.toString(), sample, declared);
      in.skipNBytes(encoding.mark());
      String start =
          new String(sample, encoding.mark(), sample.length - encoding.mark(), encoding.charset());
      Dialect dialect = Dialect.of(start.getBytes(StandardCharsets.UTF_8));
      InputStream utf8 = encoding.utf16() ? new AsUtf8(in, encoding.charset()) : in;
      return new CsvTable(
          file,
          rejections,
          counted,
          new WholeRows(utf8, encoding, dialect, file.toString(), rejections));
    } catch (IOException unreadable) {
      throw refusal(file, unreadable);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    while (advance()) {
      if (row.cells() == columns.size()) {
        return true;
      }
      String reason = "has %d cells, not %d".formatted(row.cells(), columns.size());
      rejections.row(file.toString(), row.line(), reason);
    }
    return false;
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public double share() {
    return Math.min(1, counted.count / (double) size);
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException unreadable) {
      throw refusal(file, unreadable);
    }
  }

  private List<String> header() {
    List<String> names = new ArrayList<>();
    if (!advance()) {
      throw new OperatorRefusal(file + " is empty: its first line must name the columns.");
    }
    for (int cell = 0; cell < row.cells(); cell++) {
      names.add(row.text(cell));
    }
    return names;
  }

  private boolean advance() {
    try {
      boolean there = rows.hasNext();
      if (there) {
        rows.next();
      }
      return there;
    } catch (CsvParseException | UncheckedIOException unreadable) {
      OperatorRefusal refusal =
          new OperatorRefusal(file + " cannot be read on: " + unreadable.getMessage());
      refusal.initCause(unreadable);
      throw refusal;
    }
  }

  private static OperatorRefusal refusal(Path file, IOException cause) {
    OperatorRefusal refusal = new OperatorRefusal(file + " cannot be read: " + cause.getMessage());
    refusal.initCause(cause);
    return refusal;
  }

  /// Puts what FastCSV found into the row.
  private static final class Cells extends AbstractBaseCsvCallbackHandler<Row> {

    private final Row row;

    Cells(Row row) {
      this.row = row;
    }

    @Override
    protected void handleBegin(long line) {
      row.begin(line);
    }

    @Override
    protected void handleField(int cell, char[] from, int offset, int length, boolean quoted) {
      row.add(from, offset, length);
    }

    @Override
    protected Row buildRecord() {
      return row;
    }
  }
}
