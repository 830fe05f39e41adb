package org.sampan.jobs.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The rows of a CSV file that can be read, as UTF-8; in place of one that cannot stands an empty
/// line, so that line numbers stay right. Cannot be read: a line longer than a megabyte, a quote
/// that is never closed, text after a closing quote, letters of another encoding. A broken quote
/// costs its own line only: what follows is read again.
final class WholeRows extends Portions {

  static final int LONGEST = 1 << 20;
  private static final int MOST_LINES = 200;
  private static final int SURE = 4;

  private final InputStream in;
  private final Encoding encoding;
  private final boolean utf8;
  private final Dialect dialect;
  private final String source;
  private final Rejections rejections;
  private byte[] bytes = new byte[1 << 16];
  private int begin;
  private int end;
  private boolean ended;
  private long line;

  WholeRows(
      InputStream in, Encoding encoding, Dialect dialect, String source, Rejections rejections) {
    this.in = in;
    this.encoding = encoding;
    this.utf8 = encoding.utf8() || encoding.utf16();
    this.dialect = dialect;
    this.source = source;
    this.rejections = rejections;
  }

  byte delimiter() {
    return dialect.delimiter();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /// Makes the next row, or as many plain rows as are at hand, ready; false at the end.
  @Override
  boolean portion() throws IOException {
    int lineEnd = wholeLine(begin);
    if (lineEnd == begin) {
      return false;
    }
    line++;
    if (lineEnd - begin > LONGEST) {
      skipLine(lineEnd);
      return rejected("is longer than a megabyte");
    }
    int length = lineEnd - begin;
    int rowEnd = Utf8.has(bytes, begin, lineEnd, (byte) '"') ? quoted(lineEnd) : lineEnd;
    if (rowEnd < 0) {
      begin += length;
      return rejected(
          rowEnd == -1 ? "has a quote that is never closed" : "has text after a closing quote");
    }
    int rowBegin = begin;
    begin = rowEnd;
    return readable(rowBegin, rowEnd);
  }

  /// Takes the plain lines that follow and are at hand along with the row that is ready.
  private void more() {
    int lineEnd = plain(begin);
    while (lineEnd > begin) {
      line++;
      begin = lineEnd;
      upTo(lineEnd);
      lineEnd = plain(begin);
    }
  }

  /// Where the line ends, when it is whole and holds neither a quote nor a letter beyond ASCII that
  /// needs looking at; otherwise `from`.
  private int plain(int from) {
    int beyond = 0;
    for (int at = from; at < end; at++) {
      byte now = bytes[at];
      if (now == dialect.lineEnd()) {
        boolean wrong = beyond < 0 && (!utf8 || Utf8.sequences(bytes, from, at) < 0);
        return wrong ? from : at + 1;
      }
      if (now == '"') {
        return from;
      }
      beyond |= now;
    }
    return from;
  }

  /// Where the quoted row ends; -1 when a quote is never closed, -2 when one closes too soon.
  private int quoted(int firstEnd) throws IOException {
    int rowEnd = firstEnd;
    for (int lines = 1; lines <= MOST_LINES; lines++) {
      Quotes quotes = Quotes.in(bytes, begin, rowEnd, dialect.delimiter());
      if (quotes.broken()) {
        return lines == 1 ? -2 : -1;
      }
      if (!quotes.open()) {
        if (lines > 1 && quotes.cells() != dialect.cells()) {
          return -1;
        }
        line += lines - 1;
        return rowEnd;
      }
      int length = rowEnd - begin;
      int next = wholeLine(rowEnd);
      rowEnd = begin + length;
      if (next == rowEnd || next - begin > LONGEST) {
        return -1;
      }
      rowEnd = next;
    }
    return -1;
  }

  private boolean readable(int from, int to) {
    int letters = Utf8.sequences(bytes, from, to);
    if (utf8) {
      if (letters < 0) {
        return rejected("holds bytes that are not UTF-8");
      }
      ready(bytes, from, to);
      more();
      return true;
    }
    if (letters >= SURE) {
      return rejected("is UTF-8 in a file of " + encoding.charset().name());
    }
    String text = new String(bytes, from, to - from, encoding.charset());
    if (text.indexOf('\ufffd') >= 0) {
      return rejected("holds bytes that are not " + encoding.charset().name());
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return ready(utf8, 0, utf8.length);
  }

  private boolean rejected(String reason) {
    rejections.row(source, line, reason);
    byte[] empty = {'\n'};
    return ready(empty, 0, 1);
  }

  /// Where the line that begins at `from` ends; more is read when it is not whole yet, and it may
  /// then stand elsewhere in the buffer, as much further left as `begin` is.
  private int wholeLine(int from) throws IOException {
    int at = from;
    while (true) {
      int lineEnd = dialect.lineFrom(bytes, at, end);
      if (lineEnd > at && bytes[lineEnd - 1] == dialect.lineEnd() || ended) {
        return lineEnd;
      }
      if (end - begin > LONGEST) {
        return end;
      }
      at = lineEnd - fill();
    }
  }

  /// Reads more; how far the bytes moved to the left.
  private int fill() throws IOException {
    int moved = begin;
    if (end == bytes.length) {
      byte[] room = begin > bytes.length / 2 ? bytes : Arrays.copyOf(bytes, bytes.length * 2);
      System.arraycopy(bytes, begin, room, 0, end - begin);
      bytes = room;
      end -= moved;
      begin = 0;
    } else {
      moved = 0;
    }
    int count = in.read(bytes, end, bytes.length - end);
    ended = count < 0;
    end += Math.max(0, count);
    return moved;
  }

  /// Drops the rest of an endless line, however long.
  private void skipLine(int from) throws IOException {
    begin = from;
    while (bytes[begin - 1] != dialect.lineEnd() && !ended) {
      begin = 0;
      end = Math.max(0, in.read(bytes, 0, bytes.length));
      ended = end == 0;
      begin = dialect.lineFrom(bytes, 0, end);
      if (begin == 0) {
        return;
      }
    }
  }
}
