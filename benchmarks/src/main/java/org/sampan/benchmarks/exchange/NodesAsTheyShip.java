package org.sampan.benchmarks.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Our own way, by the trial that already measures it: `./sampan chaos --only pace`, in a process
/// of its own and with the libraries that a node ships with.
final class NodesAsTheyShip {

  private NodesAsTheyShip() {}

  /// Our way, and what it takes without any letter.
  ///
  /// @param idle milliseconds of processor a second
  record Measured(Carried carried, double idle) {}

  /// @param home the project, whose chaos module is built
  static Measured measured(Path home) throws IOException, InterruptedException {
    Path target = home.resolve("chaos/target");
    Path report = Files.createTempDirectory("sampan-pace-");
    Process chaos =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                "org.sampan.chaos.Chaos",
                "--only",
                "pace",
                "--out",
                report.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(chaos.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (chaos.waitFor() != 0) {
      throw new IOException("the trial did not hold:\n" + said);
    }
    return new Measured(
        carried(said), figure(said, "processor time while nobody writes, a second"));
  }

  private static Carried carried(String said) throws IOException {
    return new Carried(
        figure(said, "as many as go"),
        figure(said, "at 20 a second, half"),
        figure(said, "at 20 a second, 99"),
        figure(said, "processor time of a letter"),
        figure(said, "of it PostgreSQL"));
  }

  private static double figure(String said, String what) throws IOException {
    Matcher line =
        Pattern.compile(
                "^.{2}" + Pattern.quote(what) + ".*? {2,}([0-9.]+) (?:ms|a second)",
                Pattern.MULTILINE)
            .matcher(said);
    if (!line.find()) {
      throw new IOException("the trial says nothing of: " + what);
    }
    return Double.parseDouble(line.group(1));
  }
}
