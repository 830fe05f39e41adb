package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All that both nodes have written: tables, write-ahead log, logs, trust list.
final class Disk {

  /// What anybody may read at an office's door: it is written in clear, and so must be found.
  private static final List<String> PUBLIC =
      List.of("ศูนย์ประสานงานระหว่างประเทศ", "លេខាធិការដ្ឋាន រាជធានីភ្នំពេញ");

  private Disk() {}

  /// None of these texts stands in any file below this folder.
  static void saysNothingOf(Path home, List<String> texts) throws IOException {
    Map<String, String> found = new TreeMap<>();
    int open = 0;
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String bytes = read(file);
        texts.stream()
            .filter(text -> bytes.contains(asBytes(text)))
            .forEach(text -> found.put(text, home.relativize(file).toString()));
        open += (int) PUBLIC.stream().filter(text -> bytes.contains(asBytes(text))).count();
      }
    }

    assertThat(found).isEmpty();
    // The write-ahead log at least, and the table once it was written out.
    assertThat(open).as("files in which the same search finds what is public").isPositive();
  }

  private static String read(Path file) throws IOException {
    // A running server removes files of its own now and then.
    return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
  }

  private static String asBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
