package org.sampan.jobs.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One row as it was read: its cells as UTF-8, one after the other, in a place that the next row
/// takes again. An empty cell is nothing.
public final class Row {

  private byte[] bytes = new byte[1024];
  private int[] ends = new int[32];
  private int cells;
  private long line;

  Row() {}

  /// How many cells there are.
  public int cells() {
    return cells;
  }

  /// Where the row stands in its source: a line, or the number of the row; from 1.
  public long line() {
    return line;
  }

  /// The bytes of all cells; not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  /// Where a cell begins in the bytes.
  public int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  /// How many bytes a cell has.
  public int length(int cell) {
    return ends[cell] - start(cell);
  }

  /// A cell as text, without blanks at its ends; empty for nothing.
  public String text(int cell) {
    return new String(bytes, start(cell), length(cell), StandardCharsets.UTF_8).strip();
  }

  void begin(long at) {
    cells = 0;
    line = at;
  }

  void add(char[] from, int offset, int length) {
    int end = room(length);
    for (int at = 0; at < length; at++) {
      char letter = from[offset + at];
      if (letter >= 0x80) {
        add(new String(from, offset, length));
        return;
      }
      bytes[end + at] = (byte) letter;
    }
    ends[cells++] = end + length;
  }

  void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int end = room(utf8.length);
    System.arraycopy(utf8, 0, bytes, end, utf8.length);
    ends[cells++] = end + utf8.length;
  }

  private int room(int length) {
    int end = cells == 0 ? 0 : ends[cells - 1];
    if (end + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end + length, 2 * bytes.length));
    }
    if (cells == ends.length) {
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    return end;
  }
}
