package org.sampan.jobs.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sampan.OperatorRefusal;

/// A file of true pairs: columns `native`, `latin` and `about`, divided by tabs; several forms in
/// one cell are divided by `|` (native ones also by the Burmese comma).
record PairFile(List<Row> rows, List<String> problems) {

  private static final int LONGEST_LINE = 100_000;

  /// Each file of pairs known has less than one megabyte; a line is held whole before it is judged.
  static final long LARGEST = 64L << 20;

  /// One name: its native forms and its Latin ones.
  record Row(List<String> written, Set<String> latin) {}

  /// Reads a file; rows that cannot be used become problems.
  static PairFile read(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new OperatorRefusal(file + " is not a file that can be read.");
    }
    if (file.toFile().length() > LARGEST) {
      throw new OperatorRefusal(file + " is larger than 64 MB: divide it.");
    }
    List<Row> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int[] columns = new int[0];
    int number = 0;
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      for (String line : (Iterable<String>) lines::iterator) {
        number++;
        if (number == 1) {
          columns = columns(file, line.startsWith("\uFEFF") ? line.substring(1) : line);
        } else if (!line.isBlank()) {
          add(line, number, columns, rows, problems);
        }
      }
    } catch (java.io.UncheckedIOException | IOException unreadable) {
      throw new OperatorRefusal(
          file + " cannot be read as UTF-8 text (line " + (number + 1) + ").");
    }
    if (rows.isEmpty()) {
      throw new OperatorRefusal(file + " holds no pair.");
    }
    return new PairFile(rows, problems);
  }

  private static int[] columns(Path file, String header) {
    List<String> names = Arrays.asList(header.strip().split("\t"));
    int written = names.indexOf("native");
    int latin = names.indexOf("latin");
    if (written < 0 || latin < 0) {
      throw new OperatorRefusal(
          file + " has no column '" + (written < 0 ? "native" : "latin") + "' in its first line.");
    }
    return new int[] {written, latin};
  }

  private static void add(
      String line, int number, int[] columns, List<Row> rows, List<String> problems) {
    String[] cells = line.split("\t", -1);
    if (line.length() > LONGEST_LINE || cells.length <= Math.max(columns[0], columns[1])) {
      problems.add("line " + number + ": " + (cells.length > 1 ? "too long" : "too few columns"));
      return;
    }
    Set<String> written = forms(cells[columns[0]], "[|၊]");
    Set<String> latin = forms(cells[columns[1]].toLowerCase(Locale.ROOT), "\\|");
    if (written.isEmpty() || latin.isEmpty()) {
      problems.add("line " + number + ": an empty " + (written.isEmpty() ? "native" : "latin"));
    } else {
      rows.add(new Row(List.copyOf(written), latin));
    }
  }

  private static Set<String> forms(String cell, String divider) {
    Set<String> forms = new LinkedHashSet<>();
    for (String form : cell.split(divider)) {
      if (!form.isBlank()) {
        forms.add(form.strip());
      }
    }
    return forms;
  }
}
