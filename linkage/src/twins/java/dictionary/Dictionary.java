package org.sampan.linkage.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Values as the library's strings in its table.
public final class Dictionary {

  /// What a string, its entry and its number take, more or less.
  private static final long EACH = 110;

  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> texts = new ArrayList<>(List.of(""));

  public int size() {
    return texts.size();
  }

  public long bytes() {
    return EACH * texts.size();
  }

  public int code(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return code(bytes, 0, bytes.length);
  }

  public int code(byte[] from, int start, int length) {
    String text = stripped(from, start, length);
    if (text.isEmpty()) {
      return 0;
    }
    return codes.computeIfAbsent(
        text,
        added -> {
          texts.add(added);
          return texts.size() - 1;
        });
  }

  public int find(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String text = stripped(bytes, 0, bytes.length);
    return text.isEmpty() ? 0 : codes.getOrDefault(text, -1);
  }

  public String text(int code) {
    return texts.get(code);
  }

  private static String stripped(byte[] from, int start, int length) {
    int left = start;
    int right = start + length;
    while (left < right && from[left] >= 0 && from[left] <= ' ') {
      left++;
    }
    while (right > left && from[right - 1] >= 0 && from[right - 1] <= ' ') {
      right--;
    }
    int count = Math.min(right - left, TextPool.LONGEST);
    return new String(from, left, count, StandardCharsets.UTF_8);
  }
}
