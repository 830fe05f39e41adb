package org.sampan.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// `./sampan chaos`: holds every trial, prints what was found, writes a page, and fails when
/// anything that must hold did not.
public final class Chaos {

  /// What was asked on the command line.
  ///
  /// @param only a trial whose title begins so; empty for all
  record Plan(boolean full, long seed, Path out, String only) {

    static final String USAGE =
        "./sampan chaos [--short] [--seed N] [--only TRIAL] [--out DIR]: --short takes a minute.";

    /// @throws IllegalArgumentException when the arguments are not the command's
    static Plan of(List<String> arguments) {
      boolean full = true;
      long seed = 20_261_122;
      Path out = Path.of("chaos-report");
      String only = "";
      for (int n = 0; n < arguments.size(); n++) {
        String name = arguments.get(n);
        if (name.equals("--short")) {
          full = false;
          continue;
        }
        if (n + 1 == arguments.size()) {
          throw new IllegalArgumentException(USAGE);
        }
        String value = arguments.get(++n);
        switch (name) {
          case "--seed" -> seed = Long.parseLong(value);
          case "--out" -> out = Path.of(value);
          case "--only" -> only = value.toLowerCase(Locale.ROOT);
          default -> throw new IllegalArgumentException(USAGE);
        }
      }
      return new Plan(full, seed, out, only);
    }
  }

  /// One trial as it went.
  record Held(String title, String story, List<Trial.Figure> figures, Duration took) {
    boolean holds() {
      return figures.stream().allMatch(figure -> figure.reached() || !figure.must());
    }
  }

  private static final Clock CLOCK = Clock.systemUTC();

  private Chaos() {}

  /// Runs and ends the process: 0 when all that must hold did, 1 when not, 2 for a wrong command.
  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(run(Plan.of(List.of(arguments))) ? 0 : 1);
    } catch (IllegalArgumentException wrong) {
      System.err.println(Plan.USAGE);
      System.exit(2);
    }
  }

  /// Holds the trials. True when everything that must hold did.
  static boolean run(Plan plan) throws IOException, SQLException, InterruptedException {
    Path home = Files.createTempDirectory("sampan-chaos-");
    System.err.println("seed " + plan.seed() + "; the nodes' folders are in " + home);
    List<Held> all = new ArrayList<>();
    try (Grounds grounds = new Grounds(home, plan.seed(), plan.full())) {
      hold(plan, grounds, all);
    }
    Report report = new Report(plan, all, CLOCK.instant());
    report.print(System.out);
    System.err.println("The page: " + report.write().toAbsolutePath());
    boolean holds = all.stream().allMatch(Held::holds);
    if (holds) {
      delete(home);
    } else {
      System.err.println("Something did not hold; the nodes' folders stay for a look: " + home);
    }
    return holds;
  }

  /// One after the other; in the slice, what asks nothing of the nodes beside the rest. The page is
  /// written after each: a run of hours that is cut off leaves what it found.
  private static void hold(Plan plan, Grounds grounds, List<Held> all)
      throws IOException, SQLException, InterruptedException {
    List<Trial> chosen =
        trials().stream().filter(trial -> trial.title().startsWith(plan.only())).toList();
    Map<Trial, FutureTask<Held>> beside = new LinkedHashMap<>();
    for (Trial trial : chosen) {
      if (!plan.full() && trial.standsAlone()) {
        beside.put(trial, new FutureTask<>(() -> hold(trial, grounds)));
      }
    }
    beside.values().forEach(task -> Thread.ofPlatform().daemon().start(task));
    for (Trial trial : chosen) {
      FutureTask<Held> other = beside.get(trial);
      try {
        all.add(other == null ? hold(trial, grounds) : other.get());
      } catch (ExecutionException broken) {
        throw new IOException(trial.title() + " broke off", broken.getCause());
      }
      new Report(plan, all, CLOCK.instant()).write();
    }
  }

  private static List<Trial> trials() {
    return List.of(
        new Kills(),
        new BadRoads(),
        new Repeats(),
        new Tampering(),
        new Scarcity(),
        new FullDisk(),
        new Clocks(),
        new Fuzzing(),
        new Pace(),
        new Absence());
  }

  private static Held hold(Trial trial, Grounds grounds)
      throws IOException, SQLException, InterruptedException {
    System.err.println(trial.title());
    long from = System.nanoTime();
    List<Trial.Figure> figures = trial.run(grounds);
    Held held =
        new Held(trial.title(), trial.story(), figures, Duration.ofNanos(System.nanoTime() - from));
    System.err.println(
        "  %s after %.1f s"
            .formatted(held.holds() ? "held" : "DID NOT HOLD", held.took().toMillis() / 1000.0));
    figures.stream()
        .filter(figure -> !figure.reached())
        .forEach(figure ->
            System.err.println(
                "  " + figure.what() + ": " + figure.value() + " (" + figure.target() + ")"));
    return held;
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> paths = Files.walk(home)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
