package org.sampan.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `./sampan demo`: the nodes of Thailand and Cambodia as two processes, side by side in one
/// browser.
final class Demo {

  private static final Duration MUST_ANSWER_WITHIN = Duration.ofMinutes(3);

  private Demo() {}

  static int run(List<String> arguments) throws IOException, InterruptedException {
    if (!Set.of("--fresh", "--once").containsAll(arguments)) {
      System.err.println("./sampan demo knows --fresh and --once");
      return 2;
    }
    if (arguments.contains("--once")) {
      return Rehearsal.run();
    }
    Path home = DemoCountry.home();
    if (arguments.contains("--fresh")) {
      delete(home);
    }
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    atCtrlC(stop::countDown, stopped);
    try (TwoNodes nodes = TwoNodes.start(home)) {
      return stay(nodes, home, stop);
    } finally {
      stopped.countDown();
    }
  }

  /// Shows both nodes and waits until somebody wants them to stop.
  private static int stay(TwoNodes nodes, Path home, CountDownLatch stop)
      throws IOException, InterruptedException {
    Duration took = nodes.waitUntilTheyAnswer(MUST_ANSWER_WITHIN, () -> stop.getCount() == 0);
    if (took.isZero()) {
      return stop.getCount() == 0 ? 0 : 1;
    }
    System.out.println("Both nodes answer after %.1f s.".formatted(took.toMillis() / 1000.0));
    print(nodes, home);
    List<NodeProcess> filling = new ArrayList<>(nodes.all());
    filling.removeIf(NodeProcess::isFilled);
    while (stop.getCount() > 0 && nodes.alive()) {
      stop.await(1, TimeUnit.SECONDS);
      filling.removeIf(Demo::tellWhenFilled);
    }
    if (stop.getCount() > 0) {
      System.err.println("A node stopped by itself; see its node.log below " + home);
      return 1;
    }
    System.out.println("\nStopping both nodes and their databases ...");
    return 0;
  }

  private static void print(TwoNodes nodes, Path home) throws IOException {
    for (NodeProcess node : nodes.all()) {
      System.out.printf("%n%s   %s%n", node.country().title(), node.address());
      for (Sheet person : Sheet.read(node.country().folder(home))) {
        System.out.printf(
            "  %-8s  password %s  code %s   %s%n",
            person.signInName(),
            person.password(),
            Code.now(person, Clock.systemUTC()),
            person.role());
      }
    }
    System.out.println(
        "\nA code lasts half a minute and works once: ./sampan code NAME gives a fresh one.");
    System.out.println(
        "Everything here is invented. Ctrl-C stops it; the next start finds the data again.");
  }

  private static boolean tellWhenFilled(NodeProcess node) {
    boolean filled = node.isFilled();
    if (filled) {
      System.out.println(node.country().title() + " now has its 300 invented persons.");
    }
    return filled;
  }

  static void delete(Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      return;
    }
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// Lets an interrupted command stop what it started before the process ends.
  ///
  /// @param wanted tells the command
  /// @param stopped counted down when it has stopped everything
  static void atCtrlC(Runnable wanted, CountDownLatch stopped) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              wanted.run();
              await(stopped);
            }));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(40, TimeUnit.SECONDS);
    } catch (InterruptedException ignored) {
      Thread.currentThread().interrupt();
    }
  }
}
