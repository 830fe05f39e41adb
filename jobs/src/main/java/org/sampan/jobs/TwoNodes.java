package org.sampan.jobs;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The two nodes of the demo, started and stopped together. The browser journeys run on them too.
public final class TwoNodes implements AutoCloseable {

  private static final Clock CLOCK = Clock.systemUTC();

  private final Path home;
  private final List<NodeProcess> all;

  private TwoNodes(Path home, List<NodeProcess> all) {
    this.home = home;
    this.all = all;
  }

  /// What one invented person types to sign in now.
  ///
  /// @param name her sign-in name
  /// @param password her password
  /// @param code the one-time code of this half minute
  public record SignIn(String name, String password, String code) {
    @Override
    public String toString() {
      return "SignIn[redacted]";
    }
  }

  /// Starts both nodes as processes; data below `home` is found again.
  public static TwoNodes start(Path home) throws IOException {
    Files.createDirectories(home);
    List<NodeProcess> nodes = new ArrayList<>();
    for (DemoCountry country : DemoCountry.values()) {
      nodes.add(begin(country, home));
    }
    return new TwoNodes(home, nodes);
  }

  private static NodeProcess begin(DemoCountry country, Path home) throws IOException {
    return NodeProcess.start(country, home, NodeProcess.Ports.free(country));
  }

  /// Waits until both sign-in pages answer, and makes each known to the other.
  ///
  /// @param stopped asked now and then whether to give up
  /// @return how long it took; zero when they did not answer in time or stopped
  public Duration waitUntilTheyAnswer(Duration most, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    Instant started = CLOCK.instant();
    for (int index = 0; index < all.size(); index++) {
      while (!all.get(index).answers(http) || !all.get(index).isPeopled()) {
        NodeProcess node = all.get(index);
        if (!node.alive() && node.lostItsPort()) {
          all.set(index, begin(node.country(), home));
        } else if (!node.alive()
            || stopped.getAsBoolean()
            || elapsed(started).compareTo(most) > 0) {
          System.err.println(node.country().title() + " did not start; its log: " + node.log());
          return Duration.ZERO;
        }
        Thread.sleep(100);
      }
    }
    Duration took = elapsed(started);
    DemoTrust.renew(home, all, CLOCK.instant());
    return took;
  }

  /// The base address of the node of this country, as `TH`.
  public String address(String country) {
    return node(country).address();
  }

  /// Stops the node of this country; the other one goes on without it.
  public void stop(String country) {
    node(country).close();
  }

  /// Starts it again on its data, at the same address; [#waitUntilTheyAnswer] tells when it is
  /// there.
  public void startAgain(String country) throws IOException {
    NodeProcess before = node(country);
    all.set(all.indexOf(before), NodeProcess.start(before.country(), home, before.ports()));
  }

  private NodeProcess node(String country) {
    return all.stream()
        .filter(node -> node.country().country().equals(country))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the demo has TH and KH"));
  }

  /// What this invented person types to sign in now.
  public SignIn signIn(String name) throws IOException {
    for (NodeProcess node : all) {
      for (Sheet person : Sheet.read(node.country().folder(home))) {
        if (person.signInName().equals(name)) {
          return new SignIn(name, person.password(), Code.now(person, CLOCK));
        }
      }
    }
    throw new IllegalArgumentException("nobody in the demo is called " + name);
  }

  /// Whether both still run.
  public boolean alive() {
    return all.stream().allMatch(NodeProcess::alive);
  }

  List<NodeProcess> all() {
    return all;
  }

  private static Duration elapsed(Instant since) {
    return Duration.between(since, CLOCK.instant());
  }

  @Override
  public void close() {
    all.parallelStream().forEach(NodeProcess::close);
  }
}
