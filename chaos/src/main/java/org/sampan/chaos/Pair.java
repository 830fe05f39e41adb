package org.sampan.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import tools.jackson.databind.json.JsonMapper;

/// Thailand and Cambodia under trial, the two roads between them, and the list by which they trust
/// each other.
final class Pair implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> KINDS =
      List.of(
          "consent.withdraw",
          "referral.request",
          "referral.status",
          "sys.receipt",
          "sys.tombstone");

  final Station th;
  final Station kh;
  final Road toTh;
  final Road toKh;
  private final Path trust;
  private final SigningKey secretariat = SigningKey.generate();
  private final Clock clock = Clock.systemUTC();
  private Letter.@Nullable ListMark last;

  /// @param flags for the Java of both
  Pair(Path home, long seed, List<String> flags) throws IOException, InterruptedException {
    trust = Files.createDirectories(home.resolve("trust"));
    write("signers.json", "{\"needed\":1,\"signers\":[" + secretariat.publicPart().toJwk() + "]}");
    th = new Station("th", home.resolve("th"), trust, flags);
    kh = new Station("kh", home.resolve("kh"), trust, flags);
    toTh = new Road(th.line, seed * 31);
    toKh = new Road(kh.line, seed * 37);
    try {
      await();
      publish();
      untilTheyKnowEachOther();
    } catch (IOException | InterruptedException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /// Waits until both answer.
  void await() throws IOException, InterruptedException {
    th.await();
    kh.await();
  }

  /// Signs the next version of the list and puts it where both look.
  void publish() throws IOException {
    Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli()).minusSeconds(2);
    long version = last == null ? 1 : last.version() + 1;
    TrustList list =
        new TrustList(
            version,
            last == null ? null : last.sha256(),
            now,
            now.plus(Duration.ofDays(30)),
            List.of(node(th, toTh.address()), node(kh, toKh.address())),
            1);
    write("trust-list.json", TrustLists.sign(list, List.of(secretariat)));
    last = TrustLists.mark(list);
  }

  private static TrustedNode node(Station station, URI address) throws IOException {
    Instant from = Instant.parse("2025-01-01T00:00:00Z");
    List<TrustedNode.Key> keys = new ArrayList<>();
    String published = Files.readString(station.folder.resolve("public-keys.json"));
    for (var jwk : JSON.readTree(published)) {
      PublicPart part = PublicPart.fromJwk(jwk.toString());
      keys.add(new TrustedNode.Key(part, from, from.plus(Duration.ofDays(3650)), null));
    }
    return new TrustedNode(
        new NodeId(station.name),
        station.name.toUpperCase(Locale.ROOT),
        "government",
        TrustedNode.Status.ACTIVE,
        TrustedNode.Names.of(Map.of("en", station.name)),
        address,
        keys,
        KINDS,
        List.of(
            new TrustedNode.Office(
                Senders.officeOf(station.name),
                TrustedNode.Names.of(Map.of("en", "Focal point")),
                KINDS.subList(0, 3))));
  }

  private void untilTheyKnowEachOther() throws IOException, InterruptedException {
    for (Station station : List.of(th, kh)) {
      station.ask("/trust", known -> {});
      Waiting.until(
          Duration.ofMinutes(10),
          () -> Files.readString(station.log()).contains("trust list " + mark() + " in use"));
    }
  }

  private long mark() {
    return last == null ? 0 : last.version();
  }

  private void write(String name, String text) throws IOException {
    Path beside = trust.resolve(name + ".new");
    Files.writeString(beside, text);
    Files.move(beside, trust.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Both roads as they are now.
  void weather(Weather weather) {
    toTh.set(weather);
    toKh.set(weather);
  }

  @Override
  public void close() throws IOException {
    th.end();
    kh.end();
    th.close();
    kh.close();
    toTh.close();
    toKh.close();
  }
}
