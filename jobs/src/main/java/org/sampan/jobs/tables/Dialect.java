package org.sampan.jobs.tables;

import java.nio.charset.StandardCharsets;

/// How a CSV file separates its cells and lines.
///
/// @param delimiter between cells
/// @param lineEnd the last byte of a line
/// @param cells how many the first line has
record Dialect(byte delimiter, byte lineEnd, int cells) {

  private static final String CANDIDATES = ",;\t|";

  /// Told by the first line: the delimiter that cuts it into the most cells.
  ///
  /// @param sample the beginning of the file, as UTF-8
  static Dialect of(byte[] sample) {
    String text = new String(sample, StandardCharsets.UTF_8);
    boolean feeds = text.indexOf('\n') >= 0;
    byte lineEnd = (byte) (!feeds && text.indexOf('\r') >= 0 ? '\r' : '\n');
    Dialect best = new Dialect((byte) ',', lineEnd, 0);
    for (int at = 0; at < CANDIDATES.length(); at++) {
      Dialect candidate = new Dialect((byte) CANDIDATES.charAt(at), lineEnd, 0);
      int end = candidate.lineFrom(sample, 0, sample.length);
      Quotes quotes = Quotes.in(sample, 0, end, candidate.delimiter);
      if (quotes.cells() > best.cells) {
        best = new Dialect(candidate.delimiter, lineEnd, quotes.cells());
      }
    }
    return best;
  }

  /// Where the line that begins at `start` ends, its line end included; `end` when it has none.
  int lineFrom(byte[] bytes, int start, int end) {
    for (int at = start; at < end; at++) {
      if (bytes[at] == lineEnd) {
        return at + 1;
      }
    }
    return end;
  }
}
