package org.sampan.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sampan.database.DatabaseRefusal;
import org.sampan.database.RunningPostgres;

/// One node under trial: a process with its own folder, keys and bundled PostgreSQL.
final class Station implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

  final String name;
  final int port;

  /// Where other nodes knock, by TLS.
  final int line;

  final Path folder;
  private final Path trust;
  private final List<String> flags;
  private final Look look = new Look(this);
  private Process process;
  private Map<String, String> also = Map.of();

  /// @param flags for its Java, beside those it ships with
  Station(String name, Path folder, Path trust, List<String> flags) throws IOException {
    this.name = name;
    this.folder = Files.createDirectories(folder);
    this.trust = trust;
    this.flags = flags;
    this.port = freePort();
    this.line = freePort();
    this.process = spawn();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process spawn() throws IOException {
    Files.deleteIfExists(folder.resolve(Crew.DOOR));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), NodeUnderTrial.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(set -> set.startsWith("SAMPAN_"));
    environment.put("SAMPAN_NODE", name);
    environment.put("SAMPAN_COUNTRY", name.toUpperCase(Locale.ROOT));
    environment.put("SAMPAN_NAME", name);
    environment.put("SAMPAN_FOLDER", folder.toString());
    environment.put("SAMPAN_PORT", String.valueOf(port));
    environment.put("SAMPAN_PEER_PORT", String.valueOf(line));
    // Strangers of a trial knock without TLS: what they bring is what is tried.
    environment.put("SAMPAN_PLAIN_PEERS", "true");
    environment.put("SAMPAN_FIRST_ADMINISTRATOR", "false");
    environment.put("SAMPAN_TRUST", trust.resolve("trust-list.json").toString());
    environment.put("SAMPAN_TRUST_SIGNERS", trust.resolve("signers.json").toString());
    environment.putAll(also);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    return builder.start();
  }

  Path log() {
    return folder.resolve("node.log");
  }

  /// Waits until the node answers at its crew's door.
  void await() throws IOException, InterruptedException {
    long end = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!Files.exists(folder.resolve(Crew.DOOR))) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException(name + " did not start; see " + log());
      }
      Thread.sleep(20);
    }
  }

  /// Its process, below which its PostgreSQL runs.
  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /// Ends it as a power cut does (SIGKILL), its PostgreSQL too when asked.
  void kill(boolean databaseToo) throws IOException, InterruptedException {
    long database = databaseToo ? postmaster() : 0;
    process.destroyForcibly();
    if (database != 0) {
      signal("KILL", List.of(database));
    }
    process.waitFor();
  }

  /// Starts it again on what is left of it.
  void startAgain(Map<String, String> environment) throws IOException, InterruptedException {
    also = environment;
    process = spawn();
    await();
  }

  /// The same as it was started last, without waiting until it answers.
  void start() throws IOException {
    process = spawn();
  }

  /// Ends PostgreSQL (SIGKILL): its first process, or one of those that serve a connection.
  void killDatabase(boolean whole) throws IOException, InterruptedException {
    long first = postmaster();
    if (first == 0) {
      return;
    }
    List<Long> serving =
        ProcessHandle.of(first).stream()
            .flatMap(ProcessHandle::children)
            .filter(child -> commandLine(child.pid()).contains("sampan_node"))
            .map(ProcessHandle::pid)
            .toList();
    signal("KILL", whole || serving.isEmpty() ? List.of(first) : serving.subList(0, 1));
  }

  /// Stops or continues every process of its PostgreSQL, as a machine that hangs.
  void freezeDatabase(boolean frozen) throws IOException, InterruptedException {
    long first = postmaster();
    List<Long> all = new ArrayList<>(List.of(first));
    ProcessHandle.of(first).stream()
        .flatMap(ProcessHandle::descendants)
        .map(ProcessHandle::pid)
        .forEach(all::add);
    signal(frozen ? "STOP" : "CONT", all);
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  private long postmaster() throws IOException {
    Path file = folder.resolve("database").resolve("data").resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
    } catch (java.nio.file.NoSuchFileException down) {
      return 0;
    }
  }

  private static void signal(String signal, List<Long> pids)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    pids.forEach(pid -> command.add(String.valueOf(pid)));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /// Its database, as its owner.
  Connection database() throws SQLException {
    try {
      return RunningPostgres.in(folder.resolve("database"), "sampan")
          .orElseThrow(() -> new SQLException("no PostgreSQL runs for " + name))
          .asOwner();
    } catch (DatabaseRefusal notNow) {
      throw new SQLException(notNow);
    }
  }

  /// The one number that answers this question to its database.
  long number(String question) throws SQLException {
    return look.number(question);
  }

  /// Whether it was last started with this beside its own settings.
  boolean runsWith(Map<String, String> environment) {
    return also.equals(environment);
  }

  /// Asks its crew for something and gives each line of the answer as it comes. False when the
  /// answer broke off: what was said before it still holds.
  boolean ask(String what, Consumer<String> line) throws IOException {
    int door = Integer.parseInt(Files.readString(folder.resolve(Crew.DOOR)).strip());
    HttpURLConnection connection =
        (HttpURLConnection) URI.create("http://127.0.0.1:" + door + what).toURL().openConnection();
    connection.setReadTimeout(120_000);
    try (var lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
      lines.lines().forEach(line);
      return true;
    } catch (IOException | java.io.UncheckedIOException broken) {
      return false;
    } finally {
      connection.disconnect();
    }
  }

  /// Bids it end; [#close] waits until it did.
  void end() {
    process.destroy();
  }

  /// Ends it in good order; after a while by force.
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        kill(true);
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
