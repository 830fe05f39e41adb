package org.sampan.jobs.linkage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sampan.OperatorRefusal;
import org.sampan.jobs.tables.NewFile;
import org.sampan.jobs.tables.TableWriter;

/// What the operator typed behind `./sampan link`.
///
/// @param sources one or two tables
/// @param train whether a model is learned from the tables
/// @param given the other options and their values
record LinkOptions(List<String> sources, boolean train, Map<String, String> given) {

  static final String USAGE =
      """
      ./sampan link A.csv [B.csv] --out DIR (--train | --model M.json)
        a table is CSV, Parquet or 'jdbc:postgresql://host/database#select ...'; with two, only
        pairs across them count
        --id COLUMN        the row's identifier, never compared (default rec_id, unique_id, id)
        --truth WHAT       a column, never compared, or a file id,entity: prints the measures;
                           'rec_id' means the number in identifiers like rec-12-org, rec-12-dup-0
        --leave-out A,B    columns that are not compared
        --places FILE      with --train: places are compared by their distance on the map; a CSV
                           code,name,latitude,longitude, several names with | between
        --encoding NAME    of CSV that is not UTF-8 or UTF-16, such as windows-874
        --format parquet   pairs and clusters as Parquet instead of CSV
        --into ADDRESS     pairs and clusters as new tables of a database instead of files:
                           'jdbc:postgresql://host/database#schema'
        --floor BITS       the least evidence of a pair that is written down
        --review N         review.csv: the N pairs that are hardest to tell, for a person to rule on
        --rulings FILE     such a file with its rulings (same, different), taken as evidence
        --earlier FILE     clusters.csv of an earlier run: names last, events.csv says what changed
        --waterfall A,B    explains the score of two identifiers, also as waterfall-A-B.svg
        --threads N        (default: all)
      ./sampan link --generate N [--seed S] [--like mekong|febrl] [--truth FILE] [--out FILE]\
      """;

  private static final Set<String> KNOWN =
      Set.of(
          "--out",
          "--model",
          "--id",
          "--truth",
          "--leave-out",
          "--encoding",
          "--places",
          "--format",
          "--into",
          "--floor",
          "--review",
          "--earlier",
          "--rulings",
          "--waterfall",
          "--threads");

  static LinkOptions of(List<String> arguments) {
    List<String> sources = new ArrayList<>();
    Map<String, String> given = new HashMap<>();
    boolean train = false;
    for (int at = 0; at < arguments.size(); at++) {
      String argument = arguments.get(at);
      if (argument.equals("--train")) {
        train = true;
      } else if (KNOWN.contains(argument) && at + 1 < arguments.size()) {
        given.put(argument, arguments.get(++at));
      } else if (argument.startsWith("--")) {
        throw new OperatorRefusal(
            argument + " is not an option or lacks its value. ./sampan link alone explains them.");
      } else {
        sources.add(argument);
      }
    }
    return new LinkOptions(List.copyOf(sources), train, Map.copyOf(given)).checked();
  }

  private LinkOptions checked() {
    if (sources.isEmpty() || sources.size() > 2 || text("--out").isEmpty()) {
      throw new OperatorRefusal(USAGE);
    }
    if (train != text("--model").isEmpty()) {
      throw new OperatorRefusal("Say either --train or --model M.json.");
    }
    if (!Set.of("", "csv", "parquet").contains(text("--format"))) {
      throw new OperatorRefusal("--format takes csv or parquet.");
    }
    if (!text("--into").isEmpty() && !text("--into").startsWith("jdbc:")) {
      throw new OperatorRefusal("--into takes 'jdbc:postgresql://host/database#schema'.");
    }
    Path out = out();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new OperatorRefusal(out + " is not a folder.");
    }
    for (String source : sources) {
      if (!source.startsWith("jdbc:")
          && Path.of(source).toAbsolutePath().startsWith(out.toAbsolutePath())) {
        throw new OperatorRefusal(source + " stands in the folder that results go to.");
      }
    }
    return this;
  }

  /// The folder results go to.
  Path out() {
    return Path.of(text("--out"));
  }

  /// Begins a table of results: a file in that folder in the format asked for, or a table of the
  /// database that was named.
  TableWriter writer(String name, List<String> columns) {
    if (!text("--into").isEmpty()) {
      return TableWriter.into(text("--into"), name, columns);
    }
    String end = text("--format").equals("parquet") ? ".parquet" : ".csv";
    return TableWriter.to(out().resolve(name + end), columns);
  }

  /// The value of an option; empty when it was not given.
  String text(String option) {
    return given.getOrDefault(option, "");
  }

  /// The values of an option, cut at the commas.
  List<String> list(String option) {
    return text(option).isEmpty() ? List.of() : List.of(text(option).split(","));
  }

  int number(String option, int otherwise) {
    if (text(option).isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text(option));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // told below
    }
    throw new OperatorRefusal(option + " takes a whole number from 1, not '" + text(option) + "'.");
  }

  double bits(String option, double otherwise) {
    try {
      return text(option).isEmpty() ? otherwise : Double.parseDouble(text(option));
    } catch (NumberFormatException notOne) {
      throw new OperatorRefusal(option + " takes a number of bits, not '" + text(option) + "'.");
    }
  }

  /// Writes a text into the folder of results.
  void write(String name, String text) {
    try (NewFile file = NewFile.at(out().resolve(name))) {
      try (var stream = file.stream()) {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException cannot) {
        throw NewFile.refusal(out().resolve(name), cannot);
      }
      file.keep();
    }
  }
}
