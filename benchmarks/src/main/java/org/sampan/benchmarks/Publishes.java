package org.sampan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./sampan publish`, typed as an operator would, each in a process of its own; the last line it
/// prints is read.
///
/// @param scratch for what the runs leave
record Publishes(Path scratch) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What the last line said, by field.
  record Made(Map<String, Double> values) {

    double value(String field) {
      return values.getOrDefault(field, Double.NaN);
    }
  }

  static Path home() {
    return Path.of(System.getProperty("sampan.home", ".")).toAbsolutePath().normalize();
  }

  /// A plan as it is proposed, its release with a ledger of its own, and the evaluation;
  /// CPU-seconds are those of release and evaluation together.
  Made release(Path data, List<String> options) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(scratch, "run-");
    Path plan = folder.resolve("plan.json");
    List<String> planning = new ArrayList<>(List.of("plan", data.toString()));
    planning.addAll(options);
    planning.addAll(
        List.of("--out", plan.toString(), "--ledger", folder.resolve("ledger.json").toString()));
    typed(planning);
    Path release = folder.resolve("release");
    Made ran = json(typed(List.of("run", plan.toString(), "--out", release.toString())));
    Made evaluated =
        json(typed(List.of("evaluate", data.toString(), release.resolve("rows.csv").toString())));
    Map<String, Double> all = new LinkedHashMap<>(evaluated.values());
    all.put("cpuSeconds", ran.value("cpuSeconds") + evaluated.value("cpuSeconds"));
    all.put("peakMegabytes", ran.value("peakMegabytes"));
    return new Made(all);
  }

  /// Any other command, into a folder of its own.
  Made made(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    Path folder = Files.createTempDirectory(scratch, "made-").resolve("out");
    all.addAll(List.of("--out", folder.toString()));
    return json(typed(all));
  }

  private static Made json(List<String> printed) {
    Map<String, Double> values = new LinkedHashMap<>();
    JsonNode line = JSON.readTree(printed.getLast());
    line.properties().forEach(each -> values.put(each.getKey(), each.getValue().asDouble()));
    return new Made(values);
  }

  private static List<String> typed(List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home().resolve("sampan").toString(), "publish"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> printed = process.inputReader().readAllLines();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Ended badly: " + String.join(" ", command));
    }
    return printed;
  }
}
