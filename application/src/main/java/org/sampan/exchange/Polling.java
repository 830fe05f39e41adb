package org.sampan.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.attachments.Enclosures;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Fetches what waits for this node, where nobody can call it: a node whose line on the trust list
/// names no address says hello to the others every 15 seconds, takes the letters that come with the
/// answer, and gives their receipts along with the next hello.
///
/// A hello that fetches says `{"take": true, "receipts": {id: R1}}` beside the rest; behind the
/// signed answer, a line each, stand the letters.
@Component
class Polling {

  /// What one answer may hold.
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

  private final Trust trust;
  private final Keyring keys;
  private final Carriage carriage;
  private final Enclosures enclosures;
  private final Schemas schemas;
  private final Courier.Link link;
  private final Clock clock;

  /// Receipts that were not given back yet. When they are lost the same letters come again.
  private final Map<String, Map<String, String>> receipts = new ConcurrentHashMap<>();

  Polling(
      Trust trust,
      Keyring keys,
      Carriage carriage,
      Enclosures enclosures,
      Schemas schemas,
      Courier.Link link,
      Clock clock) {
    this.trust = trust;
    this.keys = keys;
    this.carriage = carriage;
    this.enclosures = enclosures;
    this.schemas = schemas;
    this.link = link;
    this.clock = clock;
  }

  /// One round at a time: two would give back each other's receipts.
  @Scheduled(fixedDelay = 15_000, initialDelay = 10_000)
  synchronized void fetchFromAll() {
    TrustList list = trust.list().orElse(null);
    if (list == null || list.node(trust.self()).filter(own -> own.endpoint() == null).isEmpty()) {
      return;
    }
    list.nodes().stream()
        .filter(node -> !node.id().equals(trust.self()) && node.endpoint() != null)
        .filter(node -> node.status() != TrustedNode.Status.SUSPENDED)
        .forEach(this::fetch);
  }

  /// Fetches from one node until nothing waits there and it has every receipt; then the files
  /// beside its letters, which it gives nobody before.
  private void fetch(TrustedNode peer) {
    int taken;
    do {
      taken = once(peer);
    } while (taken > 0 || (taken == 0 && !given(peer).isEmpty()));
    if (taken == 0) {
      enclosures.fetch(peer.id().value());
    }
  }

  private Map<String, String> given(TrustedNode peer) {
    return receipts.computeIfAbsent(peer.id().value(), p -> new ConcurrentHashMap<>());
  }

  /// One hello: how many letters came with the answer; -1 when there was none.
  private int once(TrustedNode peer) {
    URI address = peer.endpoint();
    Map<String, String> along = new LinkedHashMap<>(given(peer));
    Map<String, Object> body = new TreeMap<>();
    body.put("all", false);
    body.put("wanted", List.of());
    body.put("take", true);
    body.put("receipts", along);
    CanonicalJson told = schemas.ours(Schemas.HELLO, Answers.json(body));
    Statement hello = Statement.of(Hellos.KIND, trust.self(), peer.id(), clock.instant(), told);
    byte[] text = hello.sign(keys.signing()).getBytes(StandardCharsets.US_ASCII);
    if (address == null
        || !(link.post(address, "/x/v1/hello", text, MOST_BYTES)
            instanceof Courier.Link.Reply.Answered(int status, String said))) {
      return -1;
    }
    List<String> lines = said.lines().toList();
    if (status != 200 || lines.isEmpty() || !answers(lines.getFirst(), hello)) {
      return -1;
    }
    given(peer).keySet().removeAll(along.keySet());
    List<String> letters = lines.subList(1, lines.size());
    letters.forEach(letter -> take(peer, letter));
    return letters.size();
  }

  private boolean answers(String text, Statement hello) {
    return trust.list().isPresent()
        && Statement.check(text, trust.list().get(), trust.self(), clock.instant())
            instanceof Checked.Valid<Statement>(Statement said)
        && said.from().equals(hello.to())
        && schemas.fits(Schemas.ANSWER, said.body())
        && Answers.Answer.read(said.body())
            .filter(answer -> answer.to().equals(hello.nonce()))
            .isPresent();
  }

  private void take(TrustedNode peer, String letter) {
    byte[] sealed = letter.getBytes(StandardCharsets.US_ASCII);
    if (carriage.take(peer.id().value(), sealed)
        instanceof Carriage.Taken.Stored(UUID id, String receipt)) {
      given(peer).put(id.toString(), receipt);
    } else {
      LOG.warn("a letter fetched from {} was not taken", peer.id());
    }
  }
}
