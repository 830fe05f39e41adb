package org.sampan.benchmarks.tricks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sampan.benchmarks.Circumstances;
import org.sampan.jobs.registers.InventedRegisters;

/// Runs the engine as it ships and with one twin in turns, and prints a row for every trick.
public final class TricksTable {

  private final Path scratch;
  private int rows = 1_000_000;
  private int rounds = 3;
  private int runs = 2;
  private String only = "";

  private TricksTable(Path scratch) {
    this.scratch = scratch;
  }

  /// What a process came to.
  ///
  /// @param fingerprint of the model, all scores and the people
  /// @param seconds of the processor
  private record Came(String fingerprint, double seconds, long bytes) {

    Came least(Came other) {
      return new Came(fingerprint, Math.min(seconds, other.seconds), Math.min(bytes, other.bytes));
    }
  }

  /// Prints the table.
  ///
  /// @param home the project's folder
  public static void print(Path home, List<String> arguments)
      throws IOException, InterruptedException {
    TricksTable table = new TricksTable(Files.createTempDirectory("sampan-tricks"));
    for (int at = 0; at + 1 < arguments.size(); at += 2) {
      String value = arguments.get(at + 1);
      switch (arguments.get(at)) {
        case "--rows" -> table.rows = Integer.parseInt(value);
        case "--rounds" -> table.rounds = Integer.parseInt(value);
        case "--runs" -> table.runs = Integer.parseInt(value);
        case "--only" -> table.only = value;
        default -> throw new IllegalArgumentException("tricks knows no " + arguments.get(at));
      }
    }
    table.print(home.resolve("linkage/src/twins"));
  }

  private void print(Path twins) throws IOException, InterruptedException {
    Circumstances begun = Circumstances.now();
    System.out.println(
        "| trick | on | CPU-s with it | without | it saves | MB with it | without | it saves |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Trick trick : Trick.all(twins)) {
      if (only.isEmpty() || List.of(only.split(",")).contains(trick.name())) {
        row(trick, trick.compiled(twins, scratch));
      }
    }
    System.out.printf(
        "%nMeasured from %s to %s UTC on %s, load %s before and %s after; `--rows %d --rounds %d"
            + " --runs %d`. Model, scores and people were the same to the last bit in every run.%n",
        begun.when(),
        Circumstances.now().when(),
        Circumstances.machine(),
        begun.load(),
        Circumstances.now().load(),
        rows,
        rounds,
        runs);
  }

  private void row(Trick trick, Path twin) throws IOException, InterruptedException {
    Came with = run(trick, "");
    Came without = run(trick, twin + File.pathSeparator);
    for (int again = 1; again < runs; again++) {
      with = with.least(run(trick, ""));
      without = without.least(run(trick, twin + File.pathSeparator));
    }
    if (!with.fingerprint.equals(without.fingerprint)) {
      throw new IllegalStateException("the twin of " + trick.name() + " comes to another result");
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.2f | %.2f | %.0f %% | %,d | %,d | %.0f %% |%n",
        trick.what(),
        trick.work(),
        with.seconds,
        without.seconds,
        100 * (1 - with.seconds / without.seconds),
        with.bytes >> 20,
        without.bytes >> 20,
        100 * (1 - (double) with.bytes / without.bytes));
  }

  private Came run(Trick trick, String before) throws IOException, InterruptedException {
    System.err.println(trick.name() + (before.isEmpty() ? " as it ships" : " by its twin"));
    Path out = scratch.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m",
                "-cp",
                before + System.getProperty("java.class.path"),
                Round.class.getName(),
                trick.work(),
                file(trick.work()).toString(),
                file(trick.work()) + ".json",
                String.valueOf(rounds))
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the work of " + trick.name() + " failed");
    }
    String[] told = Files.readString(out).strip().split(" ");
    return new Came(told[0], Double.parseDouble(told[1]), Long.parseLong(told[2]));
  }

  /// The register of a work, made when it is first asked for, with a model learned from it beside.
  private Path file(String work) throws IOException {
    boolean mekong = work.equals("mekong");
    int size = mekong ? Math.max(200, rows / 1000) : rows;
    Path file = scratch.resolve(mekong ? "mekong.csv" : "febrl.csv");
    if (!Files.exists(file)) {
      String like = mekong ? "mekong" : "febrl";
      InventedRegisters.run(
          List.of("--generate", String.valueOf(size), "--like", like, "--out", file.toString()));
      Files.writeString(Path.of(file + ".json"), Round.learned(file));
    }
    return file;
  }
}
