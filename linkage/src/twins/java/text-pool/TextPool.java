package org.sampan.linkage.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Each text an array of its own.
public final class TextPool {

  public static final int LONGEST = 4096;

  private final List<byte[]> texts = new ArrayList<>();
  private long bytes;

  public long bytes() {
    return bytes;
  }

  public int append(byte[] from, int start, int length) {
    texts.add(Arrays.copyOfRange(from, start, start + length));
    bytes += length + 24;
    return texts.size() - 1;
  }

  public boolean holds(int place, byte[] text, int start, int length) {
    byte[] held = texts.get(place);
    return Arrays.equals(held, 0, held.length, text, start, start + length);
  }

  public int hash(int place) {
    return TextHash.of(texts.get(place), 0, texts.get(place).length);
  }

  public String text(int place) {
    return new String(texts.get(place), StandardCharsets.UTF_8);
  }
}
