package org.sampan.screenings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A number to call when a person is in danger now, from `emergency.csv`: numbers each country's
/// authorities publish. An office checks them before it relies on them.
///
/// @param country two capital letters
/// @param kind who answers
record Emergency(String country, Kind kind, String number) {

  /// Who answers the call.
  enum Kind {
    POLICE("screenings.emergency.police"),
    AMBULANCE("screenings.emergency.ambulance"),
    HELP("screenings.emergency.help"),
    TRAFFICKING("screenings.emergency.trafficking");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final List<Emergency> ALL = read();

  /// The numbers of one country, in the order to try them.
  static List<Emergency> in(String country) {
    return ALL.stream().filter(line -> line.country.equalsIgnoreCase(country)).toList();
  }

  private static List<Emergency> read() {
    try (InputStream in =
        Objects.requireNonNull(Emergency.class.getResourceAsStream("emergency.csv"))) {
      List<Emergency> lines = new ArrayList<>();
      for (String line :
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList()) {
        List<String> row = List.of(line.split(";", -1));
        lines.add(
            new Emergency(
                row.get(0), Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)), row.get(2)));
      }
      return List.copyOf(lines);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
