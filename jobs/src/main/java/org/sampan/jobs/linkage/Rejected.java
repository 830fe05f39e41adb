package org.sampan.jobs.linkage;

import java.nio.file.Path;
import java.util.List;
import org.sampan.jobs.tables.Rejections;
import org.sampan.jobs.tables.TableWriter;

/// Lists the rows that could not be taken, with their line and the reason, and counts them. What
/// stood in them is not repeated.
final class Rejected implements Rejections, AutoCloseable {

  private final TableWriter list;
  private long count;

  Rejected(Path file) {
    list = TableWriter.to(file, List.of("source", "line", "reason"));
  }

  @Override
  public void row(String source, long line, String reason) {
    count++;
    list.row(source, String.valueOf(line), reason);
  }

  long count() {
    return count;
  }

  void keep() {
    list.keep();
  }

  @Override
  public void close() {
    list.close();
  }
}
