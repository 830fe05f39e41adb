package org.sampan.linkage.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was typed behind the jar's name.
///
/// @param sources one or two tables
/// @param given the options and their values
record Arguments(List<String> sources, Map<String, String> given) {

  /// How far below the threshold a pair is still written.
  static final double BELOW = 6;

  static final String USAGE =
      """
      spark-submit ... linkage-spark.jar A [B] --model M.json --out DIR
        A and B: files or folders as Spark takes them; Parquet when the name ends in .parquet,
        else CSV with a first line of names; with two, only pairs across them count
        --id COLUMN        the row's identifier, never compared (default rec_id, unique_id, id)
        --floor BITS       the least evidence of a pair that is written (default: threshold - 6)
        --earlier FILE     id,cluster of an earlier run: names last, events/ says what changed
        --rulings FILE     a,b,ruling of a review: same or different
        --format parquet   instead of CSV
        --sep CHARACTER    of CSV (default a comma)
        --encoding NAME    of CSV (default UTF-8)\
      """;

  private static final Set<String> KNOWN =
      Set.of(
          "--model",
          "--out",
          "--id",
          "--floor",
          "--rulings",
          "--earlier",
          "--format",
          "--sep",
          "--encoding");

  static Arguments of(List<String> arguments) {
    List<String> sources = new ArrayList<>();
    Map<String, String> given = new HashMap<>();
    for (int at = 0; at < arguments.size(); at++) {
      String argument = arguments.get(at);
      if (KNOWN.contains(argument) && at + 1 < arguments.size()) {
        given.put(argument, arguments.get(++at));
      } else if (argument.startsWith("--")) {
        throw new IllegalArgumentException(
            argument + " is not an option or lacks its value.\n" + USAGE);
      } else {
        sources.add(argument);
      }
    }
    boolean enough = given.containsKey("--model") && given.containsKey("--out");
    if (sources.isEmpty() || sources.size() > 2 || !enough) {
      throw new IllegalArgumentException(USAGE);
    }
    if (!Set.of("csv", "parquet").contains(given.getOrDefault("--format", "csv"))) {
      throw new IllegalArgumentException("--format takes csv or parquet.");
    }
    return new Arguments(List.copyOf(sources), Map.copyOf(given));
  }

  /// The value of an option; empty when it was not given.
  String text(String option) {
    return given.getOrDefault(option, "");
  }

  double bits(String option, double otherwise) {
    try {
      return text(option).isEmpty() ? otherwise : Double.parseDouble(text(option));
    } catch (NumberFormatException notOne) {
      throw new IllegalArgumentException(
          option + " takes a number of bits, not '" + text(option) + "'.", notOne);
    }
  }

  /// Options for Spark's CSV reader.
  Map<String, String> csv() {
    Map<String, String> options = new HashMap<>();
    for (String option : List.of("sep", "encoding")) {
      if (!text("--" + option).isEmpty()) {
        options.put(option, text("--" + option));
      }
    }
    return options;
  }
}
