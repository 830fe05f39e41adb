package org.sampan.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sampan.jobs.tables.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs one engine on one file in a process of its own.
///
/// @param scratch a folder for what it writes
/// @param seconds how long it is waited for
record EngineProcess(Path scratch, long seconds) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Our engine, measured by the truth.
  static final String SAMPAN = "sampan";

  /// The same without the truth, as people run it.
  static final String SAMPAN_ALONE = "sampan-no-truth";

  /// What became of it.
  sealed interface Outcome {
    /// It came to an end.
    ///
    /// @param seconds by the clock
    record Finished(OneRun run, double seconds) implements Outcome {}

    /// It did not, and why.
    record Stopped(String why) implements Outcome {}
  }

  /// The folder that our own run writes to.
  static Path found(Path scratch) {
    return scratch.resolve("sampan");
  }

  Outcome run(String engine, String file) throws IOException, InterruptedException {
    Path out = scratch.resolve("out.txt");
    Path errors = scratch.resolve("errors.txt");
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command(engine, file))
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return new Outcome.Stopped("did not finish in %d s".formatted(seconds));
    }
    double taken = (System.nanoTime() - begun) / 1e9;
    List<String> lines = Files.readAllLines(out);
    if (process.exitValue() != 0 || lines.isEmpty()) {
      String all = Files.readString(errors);
      System.err.println(all.substring(0, Math.min(2000, all.length())));
      boolean memory = all.contains("OutOfMemoryError");
      return new Outcome.Stopped(
          memory
              ? "asked for more than %,d MB".formatted(Runtime.getRuntime().maxMemory() >> 20)
              : "failed");
    }
    boolean ours = engine.startsWith(SAMPAN);
    return new Outcome.Finished(
        ours ? ours(engine, lines.getLast()) : OneRun.parse(lines.getLast()), taken);
  }

  private List<String> command(String engine, String file) {
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
    if (!engine.startsWith(SAMPAN)) {
      command.addAll(List.of("org.sampan.benchmarks.Benchmarks", "engine", engine, file));
      return command;
    }
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of("org.sampan.jobs.Launcher", "link", file, "--train"));
    command.addAll(List.of("--out", found(scratch).toString()));
    if (engine.equals(SAMPAN)) {
      command.addAll(List.of("--truth", truth(file)));
    } else {
      command.addAll(List.of("--leave-out", truth(file)));
    }
    return command;
  }

  private static String truth(String file) {
    try (var table = Tables.open(file, "", (source, line, reason) -> {})) {
      return People.truthColumn(table.columns());
    } catch (UncheckedIOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static OneRun ours(String engine, String json) {
    JsonNode line = JSON.readTree(json);
    return new OneRun(
        engine,
        number(line, "bestF1"),
        number(line, "f1"),
        number(line, "clusterF1"),
        number(line, "precision"),
        number(line, "recall"),
        number(line, "completeness"),
        line.path("records").asLong(),
        line.path("pairs").asLong(),
        line.path("cpuSeconds").asDouble(),
        line.path("peakBytes").asLong());
  }

  private static double number(JsonNode line, String name) {
    return line.path(name).isNumber() ? line.path(name).asDouble() : -1;
  }
}
