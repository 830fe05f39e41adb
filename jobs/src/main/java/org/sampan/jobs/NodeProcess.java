package org.sampan.jobs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One node of the demo as a process of its own, with its own folder, database, keys and log.
final class NodeProcess implements AutoCloseable {

  private static final Duration STOPS_WITHIN = Duration.ofSeconds(25);

  private final DemoCountry country;
  private final Path folder;
  private final Process process;
  private final Ports ports;

  private NodeProcess(DemoCountry country, Path folder, Process process, Ports ports) {
    this.country = country;
    this.folder = folder;
    this.process = process;
    this.ports = ports;
  }

  /// Where it listens.
  ///
  /// @param people for browsers
  /// @param nodes for other nodes, by TLS
  record Ports(int people, int nodes) {
    /// Ports that are free now, near those the country prefers.
    static Ports free(DemoCountry country) throws IOException {
      return new Ports(freePort(country.port()), freePort(country.peerPort()));
    }
  }

  static NodeProcess start(DemoCountry country, Path home, Ports ports) throws IOException {
    Path folder = Files.createDirectories(country.folder(home));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx320m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                DemoNode.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    // What an operator set for a real node must not reach the demo's.
    environment.keySet().removeIf(name -> name.startsWith("SAMPAN_"));
    environment.put("SAMPAN_NODE", country.node());
    environment.put("SAMPAN_COUNTRY", country.country());
    environment.put("SAMPAN_NAME", country.title());
    environment.put("SAMPAN_FOLDER", folder.toString());
    environment.put("SAMPAN_PORT", String.valueOf(ports.people()));
    environment.put("SAMPAN_ADDRESS", address(ports.people()));
    environment.put("SAMPAN_PEER_PORT", String.valueOf(ports.nodes()));
    environment.put("SAMPAN_FIRST_ADMINISTRATOR", "false");
    environment.put("SAMPAN_TRUST", DemoTrust.list(home).toString());
    environment.put("SAMPAN_TRUST_SIGNERS", DemoTrust.signers(home).toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
    return new NodeProcess(country, folder, builder.start(), ports);
  }

  /// A port that is free now: the preferred one, else one above it.
  static int freePort(int preferred) throws IOException {
    for (int port = preferred; port < preferred + 50; port += 10) {
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException busy) {
        continue;
      }
    }
    throw new IOException("no free port near " + preferred);
  }

  static String address(int port) {
    return "http://127.0.0.1:" + port;
  }

  String address() {
    return address(ports.people());
  }

  /// Where other nodes knock.
  String line() {
    return "https://127.0.0.1:" + ports.nodes();
  }

  Ports ports() {
    return ports;
  }

  DemoCountry country() {
    return country;
  }

  /// Whether its own sign-in page answers.
  boolean answers(HttpClient http) {
    if (!alive()) {
      return false;
    }
    try {
      HttpRequest signIn =
          HttpRequest.newBuilder(URI.create(address() + "/sign-in"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return http.send(signIn, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /// Whether somebody invented can sign in: at the first start a moment after the page answers.
  boolean isPeopled() {
    return Files.exists(Sheet.of(folder)) && DemoTrust.hasKeys(folder);
  }

  /// Whether all its invented persons are there.
  boolean isFilled() {
    return Files.exists(DemoCases.filled(folder));
  }

  /// Whether it ended because another program took its port while it started.
  boolean lostItsPort() throws IOException {
    List<String> lines = Files.readAllLines(log());
    return !lines.isEmpty() && lines.getLast().matches(".*Port [0-9]+ is taken.*");
  }

  Path log() {
    return log(folder);
  }

  private static Path log(Path folder) {
    return folder.resolve("node.log");
  }

  /// Stops it as an operator would; after a while by force.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
