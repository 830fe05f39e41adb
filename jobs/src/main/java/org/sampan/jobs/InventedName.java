package org.sampan.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// A name made of two common ones, as people of that country put theirs together.
///
/// @param inOwnScript as she writes it
/// @param inLatin as a paper of another country may have it
record InventedName(String inOwnScript, String inLatin) {

  private record Part(String country, String part, String inOwnScript, String inLatin) {}

  private static final List<Part> PARTS = read();

  /// Invents one; the same generator invents the same.
  static InventedName of(String country, boolean she, RandomGenerator random) {
    Part family = any(country, "family", random);
    Part given = any(country, she ? "she" : "he", random);
    return switch (country) {
      case "KH", "VN" -> joined(family, " ", given);
      case "CN" -> joined(family, "", given);
      case "MM" -> joined(given, "", family);
      default -> joined(given, " ", family);
    };
  }

  private static InventedName joined(Part first, String between, Part second) {
    return new InventedName(
        first.inOwnScript() + between + second.inOwnScript(),
        first.inLatin() + " " + second.inLatin());
  }

  private static Part any(String country, String part, RandomGenerator random) {
    List<Part> found =
        PARTS.stream()
            .filter(one -> one.country().equals(country) && one.part().equals(part))
            .toList();
    return found.get(random.nextInt(found.size()));
  }

  private static List<Part> read() {
    try (InputStream file = InventedName.class.getResourceAsStream("names.csv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .map(cells -> new Part(cells[0], cells[1], cells[2], cells[3]))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
