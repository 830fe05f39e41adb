package org.sampan.places;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of a CSV file (RFC 4180, UTF-8, a row a line), one after the other, never the whole
/// file.
///
/// Empty lines and lines that begin with `#` are passed over; the first other line names the
/// columns.
final class CsvLines {

  static final int MOST_LINES = 200_000;
  static final int MOST_BYTES_A_LINE = 8_000;

  private final InputStream bytes;
  private final List<String> columns;
  private int line;
  private boolean begun;

  CsvLines(InputStream bytes, List<String> columns) {
    this.bytes = new BufferedInputStream(bytes, 1 << 16);
    this.columns = List.copyOf(columns);
  }

  /// What is wrong with a line that cannot be read as a row.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    Unreadable(String why) {
      super(why);
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  /// The number of the line read last, from 1.
  int line() {
    return line;
  }

  /// The cells of the next row, as many as there are columns; empty at the end of the file.
  Optional<List<String>> next() throws IOException, Unreadable {
    if (!begun) {
      begun = true;
      Optional<List<String>> names = row();
      if (names.isEmpty() || !names.get().equals(columns)) {
        throw new Unreadable("the first line must be " + String.join(",", columns));
      }
    }
    Optional<List<String>> cells = row();
    if (cells.isPresent() && cells.get().size() != columns.size()) {
      throw new Unreadable(cells.get().size() + " cells instead of " + columns.size());
    }
    return cells;
  }

  private Optional<List<String>> row() throws IOException, Unreadable {
    while (true) {
      Optional<String> text = text();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      if (!text.get().isBlank() && !text.get().startsWith("#")) {
        return Optional.of(cells(text.get()));
      }
    }
  }

  private Optional<String> text() throws IOException, Unreadable {
    int next = bytes.read();
    if (next < 0) {
      return Optional.empty();
    }
    if (++line > MOST_LINES) {
      throw new Unreadable("more than " + MOST_LINES + " lines; bring it in several files");
    }
    ByteArrayOutputStream read = new ByteArrayOutputStream(200);
    for (; next >= 0 && next != '\n'; next = bytes.read()) {
      if (read.size() == MOST_BYTES_A_LINE) {
        throw new Unreadable("longer than " + MOST_BYTES_A_LINE + " bytes");
      }
      read.write(next);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(read.toByteArray()))
              .toString();
      String marked = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
      return Optional.of(marked.endsWith("\r") ? marked.substring(0, marked.length() - 1) : marked);
    } catch (CharacterCodingException notUtf8) {
      throw new Unreadable("not UTF-8");
    }
  }

  private static List<String> cells(String text) throws Unreadable {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      if (at < text.length() && text.charAt(at) == '"') {
        at = quoted(text, at + 1, cells);
        continue;
      }
      int comma = text.indexOf(',', at);
      String cell = comma < 0 ? text.substring(at) : text.substring(at, comma);
      if (cell.indexOf('"') >= 0) {
        throw new Unreadable("a quotation mark inside a cell that does not begin with one");
      }
      cells.add(cell.strip());
      at += cell.length() + 1;
    }
    return cells;
  }

  /// Reads a quoted cell from behind its first mark; returns where the next cell begins.
  private static int quoted(String text, int from, List<String> cells) throws Unreadable {
    StringBuilder cell = new StringBuilder();
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append(text.charAt(at++));
      } else if (at == text.length() || text.charAt(at) == ',') {
        cells.add(cell.toString().strip());
        return at + 1;
      } else {
        throw new Unreadable("text after a closing quotation mark");
      }
    }
    throw new Unreadable("a quotation mark that is not closed on its line");
  }
}
