package org.sampan.sealing.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Up to 256 entries in one file: each behind its length in two bytes, the greater first (C2SP
/// tlog-tiles, "Log Entries"). An entry of length 0 was erased; its leaf stays in the tile.
public final class EntryBundle {
  /// The longest entry.
  public static final int MOST_BYTES = 0xffff;

  private EntryBundle() {}

  /// Writes the entries, each at most [#MOST_BYTES] long.
  public static byte[] write(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MOST_BYTES) {
        throw new IllegalArgumentException("an entry has 65,535 bytes at most");
      }
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /// Reads exactly `count` entries.
  ///
  /// @throws IllegalArgumentException when there are more, fewer, or half a one
  public static List<byte[]> read(byte[] bytes, int count) {
    List<byte[]> entries = new ArrayList<>(count);
    int at = 0;
    while (at < bytes.length) {
      int length = at + 2 > bytes.length ? -1 : (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
      if (length < 0 || at + 2 + length > bytes.length || entries.size() == count) {
        throw new IllegalArgumentException("the file of entries is cut or too long");
      }
      entries.add(Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
      at += 2 + length;
    }
    if (entries.size() != count) {
      throw new IllegalArgumentException("the file of entries is cut or too long");
    }
    return entries;
  }
}
