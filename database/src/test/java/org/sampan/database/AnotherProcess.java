package org.sampan.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A second Java process that starts a bundled PostgreSQL and keeps it until it is killed.
final class AnotherProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader said;

  private AnotherProcess(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  public static void main(String[] arguments) throws IOException {
    var server = BundledPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
    System.out.println(server.pid());
    while (System.in.read() >= 0) {}
    server.close();
    System.out.println("stopped");
  }

  static AnotherProcess starting(Path folder, Path binaries) throws IOException {
    return new AnotherProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AnotherProcess.class.getName(),
                folder.toString(),
                binaries.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /// Waits until its server is up.
  ///
  /// @return the process number of the postmaster
  long postmaster() throws IOException {
    return Long.parseLong(said.readLine());
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// What the other process says last when it is told to end in good order.
  String endInGoodOrder() throws IOException {
    process.getOutputStream().close();
    return said.readLine();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static List<Long> watchersOf(long postmaster) throws IOException {
    try (var processes = Files.list(Path.of("/proc"))) {
      return processes
          .map(process -> process.getFileName().toString())
          .filter(name -> name.matches("[0-9]+"))
          .filter(name -> !name.equals(Long.toString(postmaster)))
          .filter(name -> session(name) == postmaster && words(name).startsWith("sh\0"))
          .map(Long::valueOf)
          .toList();
    }
  }

  /// The session a process belongs to, or -1 when it is gone.
  static long session(String process) {
    try {
      var state = Files.readString(Path.of("/proc", process, "stat"));
      return Long.parseLong(state.substring(state.lastIndexOf(')') + 2).split(" ")[3]);
    } catch (IOException gone) {
      return -1;
    }
  }

  static String words(String process) {
    try {
      return Files.readString(Path.of("/proc", process, "cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  static boolean running(long process) {
    return !words(Long.toString(process)).isEmpty();
  }

  static void await(String what, BooleanSupplier happened) throws InterruptedException {
    var giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("did not happen within three minutes: " + what);
      }
      Thread.sleep(20);
    }
  }

  static void killNow(long process) {
    try {
      new ProcessBuilder("kill", "-KILL", Long.toString(process)).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
