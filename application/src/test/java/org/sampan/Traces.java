package org.sampan;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Looks for texts in bytes, in every way they could have been written there: whole and word by
/// word, folded, in UTF-8 and both kinds of UTF-16, in hexadecimal, in an address.
final class Traces {

  private static final int START = 8;
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private final Map<Long, List<byte[]>> byStart = new HashMap<>();
  private final boolean[] maybe = new boolean[1 << 20];

  Traces(Collection<String> texts) {
    for (String text : texts) {
      for (String form : forms(text)) {
        CHARSETS.forEach(charset -> add(form.getBytes(charset)));
        byte[] clear = form.getBytes(StandardCharsets.UTF_8);
        add(HexFormat.of().formatHex(clear).getBytes(StandardCharsets.US_ASCII));
        add(URLEncoder.encode(form, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  /// The text, its words, and each in small letters without marks.
  private static Set<String> forms(String text) {
    Set<String> forms = new LinkedHashSet<>(List.of(text));
    forms.addAll(Arrays.asList(text.split(" ")));
    for (String form : List.copyOf(forms)) {
      forms.add(
          Normalizer.normalize(form, Normalizer.Form.NFD)
              .replaceAll("[\\u0300-\\u036f]", "")
              .toLowerCase(Locale.ROOT));
    }
    return forms;
  }

  private void add(byte[] pattern) {
    if (pattern.length < START) {
      throw new IllegalArgumentException("too short to mean anything where it is found");
    }
    long start = 0;
    for (int i = 0; i < START; i++) {
      start = start << 8 | pattern[i] & 0xff;
    }
    maybe[slot(start)] = true;
    byStart.computeIfAbsent(start, _ -> new ArrayList<>()).add(pattern);
  }

  private int slot(long start) {
    return (int) (start * 0x9E3779B97F4A7C15L >>> 44);
  }

  /// How many of them occur in these bytes, each occurrence counted.
  int in(byte[] bytes) {
    int found = 0;
    long window = 0;
    for (int i = 0; i < bytes.length; i++) {
      window = window << 8 | bytes[i] & 0xff;
      if (i >= START - 1 && maybe[slot(window)]) {
        int from = i - START + 1;
        for (byte[] pattern : byStart.getOrDefault(window, List.of())) {
          int to = from + pattern.length;
          if (to <= bytes.length && Arrays.equals(bytes, from, to, pattern, 0, pattern.length)) {
            found++;
          }
        }
      }
    }
    return found;
  }

  /// The files below this folder that hold any of them, with how many.
  Map<String, Integer> below(Path folder) throws IOException {
    Map<String, Integer> found = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        int here = in(Files.readAllBytes(file));
        if (here > 0) {
          found.put(folder.relativize(file).toString(), here);
        }
      }
    }
    return found;
  }
}
