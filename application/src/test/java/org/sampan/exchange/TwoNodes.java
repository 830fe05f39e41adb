package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sampan.database.PostgresForTests;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Notice;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;

/// Thailand and Cambodia, and the list by which they trust each other.
final class TwoNodes implements AutoCloseable {

  static final List<String> KINDS =
      List.of(
          "consent.withdraw",
          "referral.close",
          "referral.request",
          "referral.status",
          "referral.transfer",
          "sys.receipt",
          "sys.tombstone",
          "sys.bundle");

  final NodeInTest th;
  final NodeInTest kh;
  final Faults toKh;
  private final SigningKey secretariat = SigningKey.generate();
  private final Path trust;
  private Letter.@Nullable ListMark last;

  /// Whether Cambodia has no address on the next list.
  boolean cambodiaPolls;

  /// Where Thailand is knocked at by the next list; nothing: at its own line.
  @Nullable URI doorOfThailand;

  /// How Cambodia stands on the next list.
  TrustedNode.Status ofCambodia = TrustedNode.Status.ACTIVE;

  /// How Thailand stands on the next list.
  TrustedNode.Status ofThailand = TrustedNode.Status.ACTIVE;

  /// Whether consent records may travel by the next list: they have a number of their own in a
  /// thread.
  boolean takesRecords;

  /// From when and until when a key counts on the next list, by its name; others always do.
  final Map<String, List<Instant>> counts = new ConcurrentHashMap<>();

  /// Keys that stand on no list any more.
  final Set<String> retired = ConcurrentHashMap.newKeySet();

  /// Further nodes of the next list.
  final List<NodeInTest> others = new ArrayList<>();

  private Duration life = Duration.ofDays(30);

  private static @Nullable TwoNodes shared;

  /// The pair that tests share which leave it working; it ends with the process.
  static synchronized TwoNodes shared() throws IOException {
    TwoNodes running = shared;
    if (running == null) {
      running = new TwoNodes();
      shared = running;
    }
    return running;
  }

  /// As at the beginning of a test: the road open, the clocks right, nobody out of patience.
  void settle() throws InterruptedException {
    toKh.road = Faults.Road.CUT;
    forget(th, "kh");
    forget(kh, "th");
    th.clock.putBack();
    kh.clock.putBack();
    kh.bean(Taker.class).before = message -> {};
    kh.bean(Taker.class).aside = false;
    th.bean(Taker.class).aside = false;
    kh.bean(Taker.class).refusal = "";
    // What is on its way comes back before the road opens.
    Thread.sleep(200);
    forget(th, "kh");
    forget(kh, "th");
    toKh.cutAfter.set(Integer.MAX_VALUE);
    toKh.road = Faults.Road.OPEN;
  }

  /// What earlier tests left under way is over.
  private static void forget(NodeInTest node, String peer) {
    node.inTransaction(() -> {
      node.sql()
          .sql(
              "update exchange.outbox set again = false, lease_until = null, state ="
                  + " case when state in ('QUEUED', 'SENDING') then 'RELAYED' else state end"
                  + " where state in ('QUEUED', 'SENDING') or again")
          .update();
      node.bean(Circuits.class).of(peer, node.clock.instant());
      node.bean(Circuits.class).heard(peer, node.clock.instant());
      return true;
    });
  }

  TwoNodes() throws IOException {
    trust = Files.createTempDirectory("sampan-trust");
    Files.writeString(
        trust.resolve("signers.json"),
        "{\"needed\":1,\"signers\":[" + secretariat.publicPart().toJwk() + "]}");
    int khPort = freePort();
    th = new NodeInTest("th", PostgresForTests.emptyDatabase(), freePort(), trust);
    kh = new NodeInTest("kh", PostgresForTests.emptyDatabase(), khPort, trust);
    toKh = new Faults(kh.address());
    th.office();
    kh.office();
    publish();
  }

  /// The next version of the list, signed and read by both.
  void publish() throws IOException {
    Files.writeString(trust.resolve("trust-list.json"), next());
    th.bean(Trust.class).refresh();
    kh.bean(Trust.class).refresh();
  }

  /// The next version of the list, signed and told to nobody.
  String next() {
    Instant now = Instant.ofEpochMilli(th.clock.instant().toEpochMilli()).minusSeconds(1);
    long version = last == null ? 1 : last.version() + 1;
    TrustList list =
        new TrustList(version, last == null ? null : last.sha256(), now, now.plus(life), nodes());
    last = TrustLists.mark(list);
    return TrustLists.sign(list, List.of(secretariat));
  }

  private List<TrustedNode> nodes() {
    List<TrustedNode> nodes = new ArrayList<>();
    nodes.add(node(th, doorOfThailand == null ? line(th) : doorOfThailand, ofThailand));
    nodes.add(node(kh, cambodiaPolls ? null : toKh.address(), ofCambodia));
    others.forEach(other -> nodes.add(node(other, line(other), TrustedNode.Status.ACTIVE)));
    return nodes;
  }

  /// Another node of the same list.
  NodeInTest another(String name) throws IOException {
    NodeInTest other = new NodeInTest(name, PostgresForTests.emptyDatabase(), freePort(), trust);
    others.add(other);
    publish();
    other.bean(Trust.class).refresh();
    return other;
  }

  /// A notice by the signers that this key no longer counts.
  String revoked(String node, String kid) {
    Instant now = th.clock.instant();
    return Notice.sign(new Notice.Revoked(new NodeId(node), kid, now, now), List.of(secretariat));
  }

  /// Whose signatures make the list.
  TrustLists.Anchor anchor() {
    return new TrustLists.Anchor(List.of(secretariat.publicPart()), 1);
  }

  private TrustedNode node(NodeInTest node, @Nullable URI address, TrustedNode.Status status) {
    Instant from = Instant.ofEpochSecond(1_700_000_000);
    List<TrustedNode.Key> keys = new ArrayList<>();
    node.bean(Keyring.class)
        .publicParts()
        .forEach(part -> {
          List<Instant> life =
              counts.getOrDefault(part.kid(), List.of(from, from.plus(Duration.ofDays(3650))));
          if (!retired.contains(part.kid())) {
            keys.add(new TrustedNode.Key(part, life.getFirst(), life.getLast(), null));
          }
        });
    return new TrustedNode(
        new NodeId(node.name),
        node.name.toUpperCase(Locale.ROOT),
        "government",
        status,
        TrustedNode.Names.of(Map.of("en", node.name)),
        address,
        keys,
        with(KINDS),
        List.of(
            new TrustedNode.Office(
                node.officeCode(),
                TrustedNode.Names.of(Map.of("en", "Focal point")),
                with(KINDS.subList(0, 5)))));
  }

  private List<String> with(List<String> kinds) {
    List<String> all = new ArrayList<>(kinds);
    if (takesRecords) {
      all.add("consent.record");
    }
    return all;
  }

  /// What Cambodia tells back of a case that Thailand asked about.
  ///
  /// @param theirs the case over there
  // That an identifier nested in another type may be absent is not read from a class file.
  @SuppressWarnings("NullAway")
  Draft toldBack(MessageId asked, UUID theirs) {
    Draft like = kh.request(kh.person(), theirs, "th");
    return new Draft(
        MessageId.next(),
        "referral.status/1.0",
        "th",
        "th-focal-point",
        like.person(),
        theirs,
        like.purpose(),
        like.legalBasis(),
        like.categories(),
        like.urgency(),
        asked,
        like.author(),
        null,
        List.of(),
        Said.feedback());
  }

  /// Where a node is knocked at: TLS by the keys on the list.
  static URI line(NodeInTest node) {
    return URI.create("https://127.0.0.1:" + node.peerPort);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Waits until it holds. As long as a slow machine may take: only a test that fails waits it out.
  static void within(BooleanSupplier holds) {
    within(Duration.ofMinutes(3), holds);
  }

  static void within(Duration time, BooleanSupplier holds) {
    long end = System.nanoTime() + time.toNanos();
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(holds.getAsBoolean()).isTrue();
  }

  @Override
  public void close() {
    toKh.close();
    th.close();
    kh.close();
  }
}
