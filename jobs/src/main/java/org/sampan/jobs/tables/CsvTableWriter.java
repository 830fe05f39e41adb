package org.sampan.jobs.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CSV in UTF-8 without a mark, lines ending in a line feed, cells quoted only where they must be.
final class CsvTableWriter implements TableWriter {

  private final NewFile file;
  private final CsvWriter writer;

  CsvTableWriter(Path path, List<String> columns) {
    file = NewFile.at(path);
    writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8));
    writer.writeRecord(columns);
  }

  @Override
  public void row(@Nullable String... cells) {
    writer.writeRecord(cells);
  }

  @Override
  public void keep() {
    try {
      writer.close();
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
    file.keep();
  }

  @Override
  public void close() {
    file.close();
  }
}
