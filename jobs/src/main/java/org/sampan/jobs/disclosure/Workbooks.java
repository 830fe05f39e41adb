package org.sampan.jobs.disclosure;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sampan.disclosure.Aggregate;
import org.sampan.disclosure.Figure;
import org.sampan.disclosure.Release;

/// The aggregates as a spreadsheet, the statement on its first sheet.
final class Workbooks {

  /// What one sheet can hold.
  private static final int MOST_LINES = 1_048_575;

  /// Lines are written away as they come, so that a large sheet needs no more memory.
  private static final int FLUSHED = 1_000;

  private Workbooks() {}

  static void write(Release release, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "Sampan", "1.0")) {
      Worksheet method = workbook.newWorksheet("Method");
      method.value(0, 0, release.statement().plan().title());
      int line = 2;
      for (Map.Entry<String, Object> each : release.statement().tree().entrySet()) {
        method.value(line, 0, each.getKey());
        method.value(line, 1, String.valueOf(each.getValue()));
        line++;
      }
      method.finish();
      aggregates(release, workbook.newWorksheet("Aggregates"));
    }
    Timeless.workbook(file);
  }

  private static void aggregates(Release release, Worksheet sheet) throws IOException {
    List<String> columns = AggregateFiles.COLUMNS;
    for (int at = 0; at < columns.size(); at++) {
      sheet.value(0, at, columns.get(at));
    }
    int line = 1;
    for (Aggregate aggregate : release.aggregates()) {
      for (Figure figure : aggregate.figures()) {
        if (line > MOST_LINES) {
          return;
        }
        List<String> values = AggregateFiles.values(aggregate, figure);
        for (int at = 0; at < values.size(); at++) {
          switch (columns.get(at)) {
            case "count" -> sheet.value(line, at, figure.count());
            case "low" -> sheet.value(line, at, figure.low());
            case "high" -> sheet.value(line, at, figure.high());
            default -> sheet.value(line, at, values.get(at));
          }
        }
        if (line++ % FLUSHED == 0) {
          sheet.flush();
        }
      }
    }
  }
}
