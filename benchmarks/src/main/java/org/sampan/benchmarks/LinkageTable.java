package org.sampan.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sampan.jobs.registers.InventedRegisters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs every engine on every file, each in a process of its own, and prints a table.
final class LinkageTable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> ENGINES =
      List.of("sampan", "splink-duckdb", "splink-duckdb-tuned", "jedai", "duke", "fuzzy-matcher");

  private final Path scratch;
  private List<String> engines = ENGINES;
  private long seconds = 900;
  private String instead = "";
  private final List<String> files = new ArrayList<>();

  private LinkageTable(Path scratch) {
    this.scratch = scratch;
  }

  static void print(List<String> arguments) throws IOException, InterruptedException {
    LinkageTable table = new LinkageTable(Files.createTempDirectory("sampan-benchmark"));
    for (int at = 0; at < arguments.size(); at++) {
      switch (arguments.get(at)) {
        case "--engines" -> table.engines = List.of(arguments.get(++at).split(","));
        case "--seconds" -> table.seconds = Long.parseLong(arguments.get(++at));
        default -> table.files.add(arguments.get(at));
      }
    }
    if (table.files.isEmpty()) {
      table.usualFiles();
    }
    table.run();
  }

  private void usualFiles() {
    Path data = Benchmarks.data().resolve("linkage");
    for (int set = 1; set <= 3; set++) {
      files.add(data.resolve("dataset" + set + ".csv").toString());
    }
    files.add(data.resolve("historical_figures_with_errors_50k.parquet").toString());
    files.add(invented("febrl", 50_000));
    files.add(invented("mekong", 50_000));
  }

  private String invented(String like, int rows) {
    Path file = scratch.resolve(like + "-" + rows + ".csv");
    InventedRegisters.run(
        List.of("--generate", String.valueOf(rows), "--like", like, "--out", file.toString()));
    return file.toString();
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(
        "| file | engine | pairs scored | completeness | best F1 (P / R) | F1 at own threshold |"
            + " cluster F1 | CPU-s | records a CPU-s | peak MB | CPU against sampan |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (String file : files) {
      long records = People.read(file).size();
      double ours = 0;
      for (String engine : engines) {
        System.err.println(engine + " on " + file);
        Optional<OneRun> run = started(engine, file);
        ours = engine.equals("sampan") ? run.map(OneRun::cpuSeconds).orElse(0.0) : ours;
        System.out.println(line(file, engine, records, run, ours));
      }
    }
  }

  private String line(String file, String engine, long records, Optional<OneRun> run, double ours) {
    String name = String.valueOf(Path.of(file).getFileName());
    if (run.isEmpty()) {
      return "| %s | %s | did not finish in %d s | | | | | | | | |"
          .formatted(name, engine, seconds);
    }
    OneRun found = run.get();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %.4f | %.4f (%.4f / %.4f) | %s | %s | %.1f | %,.0f | %,d | %s |",
        name,
        engine,
        found.pairs(),
        found.completeness(),
        found.bestF1(),
        found.precision(),
        found.recall(),
        found.f1() < 0 ? "" : String.format(Locale.ROOT, "%.4f", found.f1()),
        found.clusterF1() < 0 ? "" : String.format(Locale.ROOT, "%.4f", found.clusterF1()),
        found.cpuSeconds(),
        records / found.cpuSeconds(),
        found.peakBytes() >> 20,
        ours == 0 ? "" : String.format(Locale.ROOT, "%.1fx", found.cpuSeconds() / ours));
  }

  private Optional<OneRun> started(String engine, String file)
      throws IOException, InterruptedException {
    Path out = scratch.resolve("out.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m",
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path")));
    if (engine.equals("sampan")) {
      command.add("-XX:+UseSerialGC");
      command.addAll(
          List.of(
              "org.sampan.jobs.Launcher",
              "link",
              file,
              "--train",
              "--truth",
              truth(file),
              "--out",
              scratch.resolve("sampan").toString()));
    } else {
      command.addAll(List.of("org.sampan.benchmarks.Benchmarks", "engine", engine, file));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(scratch.resolve("errors.txt").toFile())
            .start();
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      instead = "did not finish in %d s".formatted(seconds);
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(out);
    if (process.exitValue() != 0 || lines.isEmpty()) {
      instead = "failed";
      Files.readAllLines(scratch.resolve("errors.txt")).stream()
          .limit(20)
          .forEach(System.err::println);
      return Optional.empty();
    }
    return Optional.of(
        engine.equals("sampan") ? ours(lines.getLast()) : OneRun.parse(lines.getLast()));
  }

  private static String truth(String file) {
    try (var table = org.sampan.jobs.tables.Tables.open(file, "", (source, line, reason) -> {})) {
      return People.truthColumn(table.columns());
    } catch (UncheckedIOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static OneRun ours(String json) {
    JsonNode line = JSON.readTree(json);
    return new OneRun(
        "sampan",
        line.path("bestF1").asDouble(),
        line.path("f1").asDouble(),
        line.path("clusterF1").asDouble(),
        line.path("precision").asDouble(),
        line.path("recall").asDouble(),
        line.path("completeness").asDouble(),
        line.path("records").asLong(),
        line.path("pairs").asLong(),
        line.path("cpuSeconds").asDouble(),
        line.path("peakBytes").asLong());
  }
}
