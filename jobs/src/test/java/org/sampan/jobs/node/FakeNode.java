package org.sampan.jobs.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.Digest;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Reason;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.Receipts;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;

/// Another country's node, written in a hundred lines without a database: it keeps the rules, or
/// breaks one of them on purpose.
final class FakeNode implements AutoCloseable {

  private static final NodeId ID = new NodeId("la");

  private final Fault fault;
  private final Instant now;
  private final SigningKey signs = SigningKey.generate();
  private final DecryptionKey opens = DecryptionKey.generate();
  private final Peer peer = Peer.named("reference");
  private final HttpServer server;
  private final TrustList list;
  private final String listText;
  private final Map<String, Opener.Opened> letters = new LinkedHashMap<>();
  private final Map<String, String> receipts = new LinkedHashMap<>();
  private final Set<String> nonces = new HashSet<>();

  FakeNode(Fault fault, Instant now) throws IOException {
    this.fault = fault;
    this.now = now;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    SigningKey signer = SigningKey.generate();
    this.list =
        new TrustList(
            1,
            null,
            now.minusSeconds(60),
            now.plus(Duration.ofDays(9)),
            List.of(itself(), peer.listed(now.minus(Duration.ofDays(9)))));
    this.listText = TrustLists.sign(list, List.of(signer));
    server.createContext("/", exchange -> answer(exchange, 404, "absent"));
    server.createContext("/x/v1/envelopes", exchange -> serve(exchange, this::letter));
    server.createContext("/x/v1/hello", exchange -> serve(exchange, this::hello));
    server.createContext("/x/v1/receipts/", this::receipt);
    server.createContext("/x/v1/trust", this::trust);
    int files = fault == Fault.GIVES_FILES_TO_ANYBODY ? 200 : 404;
    server.createContext("/x/v1/blobs/", exchange -> answer(exchange, files, "absent"));
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What the peer who checks it is given.
  Path folder() throws IOException {
    Path folder = Files.createTempDirectory("sampan-check");
    Files.writeString(folder.resolve("peer.json"), peer.written());
    Files.writeString(folder.resolve("trust-list.json"), listText);
    return folder;
  }

  private TrustedNode itself() {
    List<TrustedNode.Key> keys =
        List.of(signs.publicPart(), opens.publicPart()).stream()
            .map(part ->
                new TrustedNode.Key(
                    part, now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(90)), null))
            .toList();
    return new TrustedNode(
        ID,
        "LA",
        "government",
        TrustedNode.Status.ACTIVE,
        TrustedNode.Names.of(Map.of("en", "Fake")),
        address(),
        keys,
        List.of("sys.receipt"),
        List.of());
  }

  private record Said(int status, String text) {}

  private interface Door {
    Said answer(byte[] body);
  }

  private void serve(HttpExchange exchange, Door door) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(1024 * 1024 + 1);
    String media = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    Said said =
        !exchange.getRequestMethod().equals("POST")
            ? new Said(405, "refused")
            : body.length > 1024 * 1024
                ? new Said(413, "too large")
                : media.equals("application/jose") ? door.answer(body) : new Said(415, "refused");
    answer(exchange, said.status(), said.text());
  }

  private Said letter(byte[] body) {
    if (fault == Fault.TAKES_EVERYTHING) {
      return new Said(200, "");
    }
    return switch (Opener.open(body, List.of(opens), list, ID, now)) {
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) -> store(opened);
      case Checked.Refused<Opener.Opened>(var reason) ->
          switch (fault) {
            case FALLS_OVER -> new Said(500, "fault");
            case TELLS_ITS_STACK -> new Said(400, "java.lang.IllegalArgumentException: " + reason);
            default ->
                reason.compareTo(Reason.RECIPIENT_KEY_UNKNOWN) >= 0
                    ? bounced(Digest.of(body), reason.name())
                    : new Said(400, "refused");
          };
    };
  }

  private synchronized Said store(Opener.Opened opened) {
    var order = opened.letter().order();
    String identity = opened.identity().hex();
    String known = receipts.get(identity);
    if (known != null && fault != Fault.A_NEW_RECEIPT_EACH_TIME) {
      return new Said(200, known);
    }
    boolean twice =
        letters.values().stream()
            .filter(other -> !other.identity().equals(opened.identity()))
            .anyMatch(other ->
                other.letter().id().equals(opened.letter().id())
                    || sameThread(other, opened)
                        && (other.letter().order().seq() == order.seq()
                            || other.letter().order().seq() + 1 == order.seq()
                                && !other.identity().equals(order.prev())));
    if (twice && fault != Fault.TAKES_FORKS) {
      return bounced(opened.sealed(), "FORK");
    }
    boolean early =
        order.seq() > 1
            && letters.values().stream()
                .noneMatch(other ->
                    sameThread(other, opened) && other.letter().order().seq() == order.seq() - 1);
    if (!(early && fault == Fault.LOSES_WHAT_CAME_EARLY)) {
      letters.put(identity, opened);
    }
    Receipt.Subject subject =
        fault == Fault.RECEIPTS_FOR_OTHER_BYTES
            ? new Receipt.Subject(opened.letter().id(), opened.identity(), opened.identity())
            : Receipt.Subject.of(opened);
    Instant at =
        fault == Fault.A_NEW_RECEIPT_EACH_TIME
            ? now.plusNanos(letters.size() * 7_000_000L + nonces.size())
            : now;
    String receipt =
        Receipts.sign(new Receipt.Relayed(subject, new Receipt.Stamp(ID, at, null)), signs);
    receipts.put(identity, receipt);
    return new Said(200, fault == Fault.RECEIPTS_UNSIGNED ? "stored" : receipt);
  }

  private static boolean sameThread(Opener.Opened one, Opener.Opened other) {
    return one.letter().order().caseId().equals(other.letter().order().caseId());
  }

  private Said bounced(Digest sealed, String why) {
    return fault == Fault.REFUSES_WITHOUT_A_SIGNATURE
        ? new Said(400, "refused")
        : new Said(
            422,
            Receipts.sign(
                new Receipt.Bounced(sealed, new Receipt.Stamp(ID, now, null), why), signs));
  }

  private synchronized Said hello(byte[] body) {
    if (body.length <= Statement.MAX_BYTES
        && Statement.check(new String(body, StandardCharsets.UTF_8), list, ID, now)
            instanceof Checked.Valid<Statement>(Statement hello)
        && hello.kind().equals("sys.hello")) {
      if (!nonces.add(hello.nonce()) && fault != Fault.TAKES_A_HELLO_TWICE) {
        return new Said(409, "refused");
      }
      CanonicalJson told =
          CanonicalJson.of(
              "{\"to\":\"" + hello.nonce() + "\",\"threads\":[" + Told.of(letters.values()) + "]}");
      SigningKey with = fault == Fault.SIGNS_NO_HELLO ? SigningKey.generate() : signs;
      return new Said(200, Statement.of("sys.hello", ID, hello.from(), now, told).sign(with));
    }
    return new Said(400, "refused");
  }

  private void receipt(HttpExchange exchange) throws IOException {
    String asked = String.valueOf(exchange.getRequestHeaders().getFirst("Sampan-Statement"));
    boolean right =
        fault == Fault.GIVES_RECEIPTS_TO_ANYBODY
            || Statement.check(asked, list, ID, now) instanceof Checked.Valid<Statement>;
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    String found =
        letters.entrySet().stream()
            .filter(entry -> right && entry.getValue().letter().id().toString().equals(id))
            .map(entry -> String.valueOf(receipts.get(entry.getKey())))
            .findFirst()
            .orElse("");
    answer(exchange, found.isEmpty() ? 404 : 200, found.isEmpty() ? "absent" : found);
  }

  private void trust(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      answer(exchange, 200, listText);
      return;
    }
    String offered = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean takes = fault == Fault.BELIEVES_ANY_LIST || offered.equals(listText);
    answer(exchange, takes ? 200 : 400, takes ? "known" : "refused");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
