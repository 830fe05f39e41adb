package org.sampan.linkage.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The distinct values of one column, each stored once and known by a code; code 0 is the missing
/// value. Blanks at either end do not count. Open addressing.
public final class Dictionary {

  private final TextPool texts = new TextPool();
  private int[] at = new int[64];
  private int[] slots = new int[128];
  private int size = 1;

  /// How many codes there are, the missing value's included.
  public int size() {
    return size;
  }

  public long bytes() {
    return texts.bytes() + 4L * at.length + 4L * slots.length;
  }

  public int code(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return code(bytes, 0, bytes.length);
  }

  /// The code of a value, a new one when it was never seen; 0 for an empty or blank value.
  public int code(byte[] from, int start, int length) {
    int left = left(from, start, length);
    int count = count(from, left, start + length);
    if (count == 0) {
      return 0;
    }
    int slot = slot(from, left, count);
    if (slots[slot] != 0) {
      return slots[slot];
    }
    int code = size++;
    if (code == at.length) {
      at = Arrays.copyOf(at, code + (code >> 1));
    }
    at[code] = texts.append(from, left, count);
    slots[slot] = code;
    if (size * 2L > slots.length) {
      grow();
    }
    return code;
  }

  /// The code of a value, or -1 when it was never seen.
  public int find(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int left = left(bytes, 0, bytes.length);
    int count = count(bytes, left, bytes.length);
    if (count == 0) {
      return 0;
    }
    int code = slots[slot(bytes, left, count)];
    return code == 0 ? -1 : code;
  }

  public String text(int code) {
    return code == 0 ? "" : texts.text(at[code]);
  }

  private int slot(byte[] from, int start, int count) {
    int mask = slots.length - 1;
    int slot = TextHash.of(from, start, count) & mask;
    while (slots[slot] != 0 && !texts.holds(at[slots[slot]], from, start, count)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] wider = new int[slots.length * 2];
    int mask = wider.length - 1;
    for (int code = 1; code < size; code++) {
      int slot = texts.hash(at[code]) & mask;
      while (wider[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      wider[slot] = code;
    }
    slots = wider;
  }

  private static int left(byte[] from, int start, int length) {
    int left = start;
    while (left < start + length && from[left] >= 0 && from[left] <= ' ') {
      left++;
    }
    return left;
  }

  private static int count(byte[] from, int left, int end) {
    int right = end;
    while (right > left && from[right - 1] >= 0 && from[right - 1] <= ' ') {
      right--;
    }
    return Math.min(right - left, TextPool.LONGEST);
  }
}
