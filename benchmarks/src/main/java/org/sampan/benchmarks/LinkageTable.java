package org.sampan.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sampan.jobs.registers.InventedRegisters;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.Tables;

/// Runs every engine on every file, each in a process of its own, and writes a table.
final class LinkageTable {

  static final List<String> ENGINES =
      List.of(
          EngineProcess.SAMPAN,
          "splink-duckdb",
          "splink-duckdb-tuned",
          "jedai",
          "duke",
          "fuzzy-matcher");

  private final PrintStream out;
  private final Path scratch;

  LinkageTable(PrintStream out, Path scratch) {
    this.out = out;
    this.scratch = scratch;
  }

  static void print(List<String> arguments) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("sampan-benchmark");
    LinkageTable table = new LinkageTable(System.out, scratch);
    List<String> engines = ENGINES;
    long seconds = 900;
    List<String> files = new ArrayList<>();
    for (int at = 0; at < arguments.size(); at++) {
      switch (arguments.get(at)) {
        case "--engines" -> engines = List.of(arguments.get(++at).split(","));
        case "--seconds" -> seconds = Long.parseLong(arguments.get(++at));
        default -> files.add(arguments.get(at));
      }
    }
    if (files.isEmpty()) {
      files.addAll(table.publicFiles());
      files.add(table.invented("febrl", 50_000));
      files.add(table.invented("mekong", 50_000));
    }
    table.head();
    for (String file : files) {
      table.rows(file, engines, seconds);
    }
  }

  /// FEBRL 1 to 3 and the historical persons.
  List<String> publicFiles() {
    Path data = Benchmarks.data().resolve("linkage");
    List<String> files = new ArrayList<>();
    for (int set = 1; set <= 3; set++) {
      files.add(data.resolve("dataset" + set + ".csv").toString());
    }
    files.add(data.resolve("historical_figures_with_errors_50k.parquet").toString());
    return files;
  }

  /// A register of the generator, the same every time.
  String invented(String like, int rows) {
    Path file = scratch.resolve(like + "-" + rows + ".csv");
    InventedRegisters.run(
        List.of("--generate", String.valueOf(rows), "--like", like, "--out", file.toString()));
    return file.toString();
  }

  void head() {
    out.println(
        "| file | engine | pairs scored | completeness | best F1 (P / R) | F1 at own threshold |"
            + " cluster F1 | CPU-s | seconds | records a CPU-s | peak MB | CPU against sampan |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
  }

  /// A row for every engine on one file; our own engine comes first.
  ///
  /// @param seconds how long each is waited for
  void rows(String file, List<String> engines, long seconds)
      throws IOException, InterruptedException {
    long records = records(file);
    String name = String.valueOf(Path.of(file).getFileName());
    double ours = 0;
    for (String engine : engines) {
      System.err.println(engine + " on " + name + ", for " + seconds + " s at most");
      switch (new EngineProcess(scratch, seconds).run(engine, file)) {
        case EngineProcess.Outcome.Stopped stopped ->
            out.printf("| %s | %s | %s | | | | | | | | | |%n", name, engine, stopped.why());
        case EngineProcess.Outcome.Finished finished -> {
          ours = ours == 0 && engine.startsWith("sampan") ? finished.run().cpuSeconds() : ours;
          out.println("| %s | %s | ".formatted(name, engine) + cells(finished, records, ours));
        }
      }
      out.flush();
    }
  }

  private static String cells(EngineProcess.Outcome.Finished finished, long records, double ours) {
    OneRun found = finished.run();
    String best =
        found.bestF1() < 0
            ? ""
            : String.format(
                Locale.ROOT,
                "%.4f (%.4f / %.4f)",
                found.bestF1(),
                found.precision(),
                found.recall());
    return String.format(
        Locale.ROOT,
        "%,d | %s | %s | %s | %s | %.1f | %.1f | %,.0f | %,d | %s |",
        found.pairs(),
        share(found.bestF1() < 0 ? -1 : found.completeness()),
        best,
        share(found.f1()),
        share(found.clusterF1()),
        found.cpuSeconds(),
        finished.seconds(),
        records / found.cpuSeconds(),
        found.peakBytes() >> 20,
        ours == 0 ? "" : String.format(Locale.ROOT, "%.1fx", found.cpuSeconds() / ours));
  }

  private static String share(double value) {
    return value < 0 ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static long records(String file) {
    try (Table table = Tables.open(file, "", (source, line, reason) -> {})) {
      long records = 0;
      while (table.next()) {
        records++;
      }
      return records;
    }
  }
}
