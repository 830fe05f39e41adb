package org.sampan.jobs.tables;

/// Whether bytes are well-formed UTF-8 (RFC 3629).
final class Utf8 {

  private Utf8() {}

  /// How many letters beyond ASCII the bytes hold; -1 when they are not UTF-8.
  static int sequences(byte[] bytes, int start, int end) {
    int count = 0;
    int at = start;
    while (at < end) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int length = length(bytes, at, end);
      if (length == 0) {
        return -1;
      }
      count++;
      at += length;
    }
    return count;
  }

  static boolean has(byte[] bytes, int from, int to, byte wanted) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == wanted) {
        return true;
      }
    }
    return false;
  }

  private static int length(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xff;
    int length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (lead < 0xC2 || length == 0 || at + length > end) {
      return 0;
    }
    for (int next = at + 1; next < at + length; next++) {
      if ((bytes[next] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xff;
    boolean wrong =
        lead == 0xE0 && second < 0xA0
            || lead == 0xED && second > 0x9F
            || lead == 0xF0 && second < 0x90
            || lead == 0xF4 && second > 0x8F;
    return wrong ? 0 : length;
  }
}
