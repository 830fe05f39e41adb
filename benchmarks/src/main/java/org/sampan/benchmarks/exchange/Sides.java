package org.sampan.benchmarks.exchange;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The two processes of one way, from both points of view: who starts them, and they themselves.
final class Sides {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Sides() {}

  /// Starts both, waits for the sender's figures, ends both. All stays for a look when one fails.
  static Carried measured(Way way, Sender.Plan plan) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("sampan-exchange-");
    Keys.make(home, way);
    Process receiver = start(home, "receive", way.word, home.toString());
    boolean worked = false;
    try {
      String port = lastLine(receiver, true);
      Process sender =
          start(
              home,
              "send",
              way.word,
              home.toString(),
              String.valueOf(plan.warm()),
              String.valueOf(plan.most()),
              String.valueOf(plan.paced()),
              port,
              String.valueOf(receiver.pid()));
      Carried carried = JSON.readValue(lastLine(sender, false), Carried.class);
      sender.waitFor();
      worked = true;
      return carried;
    } catch (IOException failed) {
      throw new IOException("it did not work; what both said and stored is in " + home, failed);
    } finally {
      receiver.getOutputStream().close();
      if (!receiver.waitFor(30, TimeUnit.SECONDS)) {
        receiver.destroyForcibly().waitFor();
      }
      if (worked) {
        delete(home);
      }
    }
  }

  /// What each process runs.
  static void run(List<String> arguments) throws IOException, SQLException, InterruptedException {
    PrintStream out = System.out;
    System.setOut(System.err);
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    // XML signatures warn three times a letter of the part that is signed as it streams by.
    LogManager.getLogManager().reset();
    // As a node does.
    if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null) {
      AmazonCorrettoCryptoProvider.install();
    }
    Way way = Way.of(arguments.get(1));
    Path home = Path.of(arguments.get(2));
    if (arguments.getFirst().equals("receive")) {
      Receiver.run(way, home, out);
    } else {
      Sender.Plan plan =
          new Sender.Plan(
              Integer.parseInt(arguments.get(3)),
              Integer.parseInt(arguments.get(4)),
              Integer.parseInt(arguments.get(5)));
      int port = Integer.parseInt(arguments.get(6));
      Carried carried = Sender.run(way, home, plan, port, Long.parseLong(arguments.get(7)));
      out.println(JSON.writeValueAsString(carried));
      out.flush();
    }
    System.exit(0);
  }

  private static Process start(Path home, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                // Else the small server of the JDK waits 40 ms for more to send.
                "-Dsun.net.httpserver.nodelay=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.sampan.benchmarks.Benchmarks",
                "exchange"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectError(home.resolve(arguments[0] + ".log").toFile())
        .start();
  }

  private static String lastLine(Process process, boolean first) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String last = lines.readLine();
    if (last == null) {
      throw new IOException("it ended without a word");
    }
    return first ? last : lines.lines().reduce(last, (one, next) -> next);
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException inUse) {
      System.err.println("left behind: " + folder);
    }
  }
}
