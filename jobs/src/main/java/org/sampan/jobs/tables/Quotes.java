package org.sampan.jobs.tables;

/// What the quotes of a line do, by RFC 4180: a quote opens a cell at its very start, two are one,
/// and after the closing one comes a delimiter or the end.
///
/// @param cells how many cells there are
/// @param open whether the last cell goes on behind the line's end
/// @param broken whether something stands between a closing quote and the delimiter
record Quotes(int cells, boolean open, boolean broken) {

  static Quotes in(byte[] bytes, int start, int end, byte delimiter) {
    int cells = 1;
    boolean atStart = true;
    boolean inside = false;
    for (int at = start; at < end; at++) {
      byte now = bytes[at];
      if (inside) {
        if (now != '"') {
          continue;
        }
        byte next = at + 1 < end ? bytes[at + 1] : (byte) '\n';
        if (next == '"') {
          at++;
        } else if (next == delimiter || next == '\r' || next == '\n') {
          inside = false;
        } else {
          return new Quotes(cells, false, true);
        }
      } else if (now == delimiter) {
        cells++;
        atStart = true;
      } else if (now == '"' && atStart) {
        inside = true;
        atStart = false;
      } else {
        atStart = false;
      }
    }
    return new Quotes(cells, inside, false);
  }
}
