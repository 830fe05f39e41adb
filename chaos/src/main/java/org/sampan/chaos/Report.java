package org.sampan.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// What was found, for a terminal and as a page.
///
/// @param at when the run ended
record Report(Chaos.Plan plan, List<Chaos.Held> trials, Instant at) {

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2b33 }
      table { border-collapse: collapse; width: 100%; margin: 0 0 2rem }
      th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #d5dde1; vertical-align: top }
      td:nth-child(2), td:nth-child(3) { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
      .no { color: #a3210f; font-weight: 600 }
      h2 small { font-weight: 400; color: #5a6b74 }
      """;

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
    Files.writeString(page, html());
    System.err.println("The page: " + page.toAbsolutePath());
    return page;
  }

  private String html() {
    String kind = plan.full() ? "the long run" : "the short slice";
    return """
    <!doctype html>
    <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>What the border stood</title><style>%s</style>
    <h1>What the border stood</h1>
    <p>Two nodes as they ship, each a process with its own PostgreSQL, and our fault proxy between them; %s,
    seed %d, ended %s UTC, on %d processors with a load of %.1f. Counted are committed identifiers.
    A line in red is a promise that did not hold; a dash is an aim that was missed.</p>
    %s
    """
        .formatted(
            STYLE,
            kind,
            plan.seed(),
            at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", ""),
            Runtime.getRuntime().availableProcessors(),
            load(),
            trials.stream().map(Report::table).collect(Collectors.joining("\n")));
  }

  private static double load() {
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String table(Chaos.Held trial) {
    String rows =
        trial.figures().stream()
            .map(figure ->
                "<tr%s><td>%s</td><td>%s</td><td>%s</td></tr>"
                    .formatted(
                        figure.reached() || !figure.must() ? "" : " class=\"no\"",
                        (figure.reached() ? "" : "– ") + escaped(figure.what()),
                        escaped(figure.value()),
                        escaped(figure.target())))
            .collect(Collectors.joining("\n"));
    return "<h2>%s <small>%s, %.1f s</small></h2><table><tr><th>what</th><th>found</th><th>promised</th></tr>%n%s</table>"
        .formatted(
            escaped(trial.title()),
            trial.holds() ? "held" : "did not hold",
            trial.took().toMillis() / 1000.0,
            rows);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
