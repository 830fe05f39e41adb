package org.sampan.jobs.registers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lines of a small table on the class path, without its remarks, cut at the commas.
final class Lines {

  private Lines() {}

  static List<List<String>> of(String resource) {
    try (InputStream file = Lines.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("missing from the class path: " + resource);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
