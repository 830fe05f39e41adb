package org.sampan.linkage.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts as UTF-8, one after the other, in chunks of a megabyte so that growing copies nothing. A
/// text is known by its place, an unsigned 32-bit number.
public final class TextPool {

  /// A longer text is cut here.
  public static final int LONGEST = 4096;

  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private byte[][] chunks = new byte[4][];
  private long end;

  public long bytes() {
    return (end + CHUNK - 1) >>> CHUNK_BITS << CHUNK_BITS;
  }

  public int append(byte[] from, int start, int length) {
    if ((end & (CHUNK - 1)) + length + 2 > CHUNK) {
      end = (end + CHUNK - 1) >>> CHUNK_BITS << CHUNK_BITS;
    }
    int number = (int) (end >>> CHUNK_BITS);
    if (number >= 1 << (32 - CHUNK_BITS)) {
      throw new IllegalStateException("a column has more than 4 GB of distinct values");
    }
    chunks = number == chunks.length ? Arrays.copyOf(chunks, 2 * number) : chunks;
    if (chunks[number] == null) {
      chunks[number] = new byte[CHUNK];
    }
    byte[] chunk = chunks[number];
    int begin = (int) (end & (CHUNK - 1));
    chunk[begin] = (byte) (length >>> 8);
    chunk[begin + 1] = (byte) length;
    System.arraycopy(from, start, chunk, begin + 2, length);
    int place = (int) end;
    end += length + 2;
    return place;
  }

  public boolean holds(int place, byte[] text, int start, int length) {
    byte[] chunk = chunks[place >>> CHUNK_BITS];
    int begin = place & (CHUNK - 1);
    return length(chunk, begin) == length
        && Arrays.equals(chunk, begin + 2, begin + 2 + length, text, start, start + length);
  }

  public int hash(int place) {
    byte[] chunk = chunks[place >>> CHUNK_BITS];
    int begin = place & (CHUNK - 1);
    return TextHash.of(chunk, begin + 2, length(chunk, begin));
  }

  public String text(int place) {
    byte[] chunk = chunks[place >>> CHUNK_BITS];
    int begin = place & (CHUNK - 1);
    return new String(chunk, begin + 2, length(chunk, begin), StandardCharsets.UTF_8);
  }

  private static int length(byte[] chunk, int begin) {
    return (chunk[begin] & 0xff) << 8 | chunk[begin + 1] & 0xff;
  }
}
