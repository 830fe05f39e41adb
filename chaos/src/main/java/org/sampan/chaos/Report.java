package org.sampan.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What was found, for a terminal and as a page.
///
/// @param at when the run ended
record Report(Chaos.Plan plan, List<Chaos.Held> trials, Instant at) {

  void print(PrintStream to) {
    for (Chaos.Held trial : trials) {
      to.println("%s, %.1f s".formatted(trial.title(), trial.took().toMillis() / 1000.0));
      for (Trial.Figure figure : trial.figures()) {
        String mark = figure.reached() ? " " : figure.must() ? "!" : "-";
        String target = figure.target().isEmpty() ? "" : "(" + figure.target() + ")";
        to.println(
            "%s %-62s %14s  %s"
                .formatted(mark, figure.what(), figure.value(), target)
                .stripTrailing());
      }
    }
    to.println(json());
  }

  /// The last line: what a program reads.
  String json() {
    long failed = trials.stream().filter(trial -> !trial.holds()).count();
    long missed =
        trials.stream()
            .flatMap(trial -> trial.figures().stream())
            .filter(figure -> !figure.must() && !figure.reached())
            .count();
    return "{\"trials\":%d,\"failed\":%d,\"aimsMissed\":%d,\"seed\":%d,\"full\":%b}"
        .formatted(trials.size(), failed, missed, plan.seed(), plan.full());
  }

  /// Writes `index.html` into the folder of the plan.
  Path write() throws IOException {
    Path page = Files.createDirectories(plan.out()).resolve("index.html");
    Files.writeString(page, new Page(this, Surroundings.now()).html());
    return page;
  }

  /// What a figure must be read beside: the machine, the Java and the commit; never a name of a
  /// host.
  ///
  /// @param line one line of text
  record Surroundings(String line) {

    /// Of this process, now. The launcher tells the commit.
    static Surroundings now() {
      var system = ManagementFactory.getOperatingSystemMXBean();
      return new Surroundings(
          "commit %s; %d processors (%s), %s, load %.1f at the end; Java %s"
              .formatted(
                  System.getProperty("sampan.commit", "unknown"),
                  system.getAvailableProcessors(),
                  find("/proc/cpuinfo", "model name"),
                  memory(),
                  system.getSystemLoadAverage(),
                  Runtime.version()));
    }

    private static String memory() {
      String kilobytes = find("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
      return kilobytes.isEmpty()
          ? "memory unknown"
          : String.format(Locale.ROOT, "%d GB of memory", Long.parseLong(kilobytes) >> 20);
    }

    private static String find(String file, String name) {
      try (Stream<String> lines = Files.lines(Path.of(file))) {
        return lines
            .filter(line -> line.startsWith(name))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown");
      } catch (IOException absent) {
        return "unknown";
      }
    }
  }
}
