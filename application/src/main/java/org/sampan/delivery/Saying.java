package org.sampan.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sampan.exchange.Quarantine;

/// The sentence for each code by which nodes say why something was not taken, and each by which the
/// wire says why nobody was reached. The table `sayings.csv` beside this file.
final class Saying {

  /// For a code of a version later than ours.
  static final String OTHER = "delivery.code.other";

  private static final Map<String, String> SAYINGS = read();

  private Saying() {}

  /// The key of the sentence for a code, also for one that tells that something was put aside.
  static String of(@Nullable String code) {
    if (code == null || code.isEmpty()) {
      return OTHER;
    }
    String why = Quarantine.why(code);
    return SAYINGS.getOrDefault(why.startsWith("HTTP_") ? "HTTP" : why, OTHER);
  }

  private static Map<String, String> read() {
    try (InputStream file = Saying.class.getResourceAsStream("sayings.csv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(";", -1))
          .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
