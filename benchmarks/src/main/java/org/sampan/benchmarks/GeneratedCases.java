package org.sampan.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes 91,000 invented cases of nobody: 17 columns of 0 and 1 and two coded ones, as wide and as
/// dependent as published case data, with their code list. Always the same file.
///
/// `./sampan benchmark cases DATA.csv LIST.json`
final class GeneratedCases {

  private static final int ROWS = 91_000;
  private static final int FLAGS = 17;
  private static final int COUNTRIES = 60;
  private static final int YEARS = 20;

  private GeneratedCases() {}

  /// Writes the cases and their code list.
  static void write(Path data, Path list) throws IOException {
    SplittableRandom random = new SplittableRandom(20261121);
    try (BufferedWriter out = Files.newBufferedWriter(data)) {
      List<String> header = new ArrayList<>(List.of("country", "year"));
      for (int flag = 0; flag < FLAGS; flag++) {
        header.add("flag" + flag);
      }
      out.write(String.join(",", header) + "\n");
      for (int row = 0; row < ROWS; row++) {
        out.write(String.join(",", row(random)) + "\n");
      }
    }
    Files.writeString(list, domain());
  }

  /// Four kinds of cases, each with flags of its own; countries and years far from even.
  private static List<String> row(SplittableRandom random) {
    int kind = (int) (4 * Math.pow(random.nextDouble(), 1.5));
    int country = (int) (COUNTRIES * Math.pow(random.nextDouble(), 2.5 - kind * 0.3));
    int year = (int) (YEARS * Math.sqrt(random.nextDouble()));
    List<String> row = new ArrayList<>();
    row.add("C" + (10 + (country + 7 * kind) % COUNTRIES));
    row.add(String.valueOf(2006 + year));
    for (int flag = 0; flag < FLAGS; flag++) {
      double chance = flag % 4 == kind ? 0.35 : 0.02 + 0.01 * (flag % 5);
      row.add(random.nextDouble() < chance ? "1" : "0");
    }
    return row;
  }

  private static String domain() {
    List<String> variables = new ArrayList<>();
    List<String> countries = new ArrayList<>();
    for (int country = 0; country < COUNTRIES; country++) {
      countries.add("{\"code\": \"C%d\"}".formatted(10 + country));
    }
    List<String> years = new ArrayList<>();
    for (int year = 0; year < YEARS; year++) {
      years.add("{\"code\": \"%d\"}".formatted(2006 + year));
    }
    variables.add(variable("country", countries));
    variables.add(variable("year", years));
    for (int flag = 0; flag < FLAGS; flag++) {
      variables.add(
          variable(
              "flag" + flag, List.of("{\"code\": \"0\", \"kind\": \"no\"}", "{\"code\": \"1\"}")));
    }
    return """
    {"name": "Generated cases", "version": "1", "source": "GeneratedCases.java",
     "variables": [%s]}
    """
        .formatted(String.join(",\n", variables));
  }

  private static String variable(String name, List<String> categories) {
    return "{\"name\": \"%s\", \"categories\": [%s]}"
        .formatted(name, String.join(", ", categories));
  }
}
