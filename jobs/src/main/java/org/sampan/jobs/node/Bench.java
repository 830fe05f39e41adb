package org.sampan.jobs.node;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sampan.OperatorRefusal;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.Receipts;
import org.sampan.sealing.SealedEnvelope;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.SizeClass;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustLists;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where a node is put to the test: letters to it, good and bent, and what its answers prove.
final class Bench {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_TEXT = 80;

  final Peer peer;
  final NodeId node;
  final TrustLists.Trusted trusted;
  final String listText;
  final Wire wire;
  final Instant now;

  Bench(
      Peer peer, NodeId node, TrustLists.Trusted trusted, String listText, Wire wire, Instant now) {
    this.peer = peer;
    this.node = node;
    this.trusted = trusted;
    this.listText = listText;
    this.wire = wire;
    this.now = now;
  }

  PublicPart target() {
    return trusted
        .list()
        .sealingKey(node, now)
        .orElseThrow(
            () -> new OperatorRefusal("The list names no key to seal to for " + node + "."));
  }

  /// A letter as an honest peer on probation writes it: the first of a new thread.
  Letter letter() {
    return letter(UUID.randomUUID(), 1, null, "{}");
  }

  Letter letter(UUID thread, long seq, @Nullable Digest prev, String body) {
    return new Letter(
        new Letter.Id(UuidCreator.getTimeOrderedEpoch()),
        new Letter.Route(peer.id(), node, new Letter.Kind("sys.test", 1, 0), null),
        new Letter.Order(new Letter.CaseId(thread), seq, prev, 0),
        new Letter.Life(now, now.plus(Duration.ofDays(1)), Letter.Urgency.ROUTINE),
        new Letter.Terms(
            "sys.test",
            new Letter.LegalBasis("sampan-exchange-1", "sys.test"),
            new Letter.Handling(false, null, null),
            Letter.Consent.notNeeded()),
        new Letter.Actor("NODE", peer.id().value(), null),
        new Letter.Content(
            CanonicalJson.of(body),
            new Letter.Schema("urn:sampan:schema:sys.test:1.0", Digest.of("sys.test"))),
        new Letter.Knowledge(trusted.mark(), null));
  }

  SealedEnvelope sealed(Letter letter) {
    return Sealer.seal(letter, peer.signs(), target());
  }

  /// An envelope whose payload is bent as a tree, padded anew and signed.
  String bent(Consumer<ObjectNode> bend) {
    ObjectNode tree = (ObjectNode) JSON.readTree(payload(letter()));
    bend.accept(tree);
    return text(padded(tree));
  }

  /// An envelope around this payload text, signed by the peer.
  String text(String payload) {
    return inner(Forge.signed(Forge.innerHeader(peer.signs()), payload, peer.signs()));
  }

  /// An envelope around any inner text.
  String inner(String inner) {
    return Forge.cover(target()).around(inner);
  }

  /// The payload of a letter as it is signed.
  String payload(Letter letter) {
    String middle = sealed(letter).innerJws().split("\\.", -1)[1];
    return new String(Base64.getUrlDecoder().decode(middle), StandardCharsets.UTF_8);
  }

  private static String padded(ObjectNode tree) {
    tree.put("pad", "");
    int bare = canonical(tree).getBytes(StandardCharsets.UTF_8).length;
    for (SizeClass size : SizeClass.values()) {
      if (bare <= size.payloadBytes()) {
        tree.put("pad", "0".repeat(size.payloadBytes() - bare));
        return canonical(tree);
      }
    }
    throw new IllegalArgumentException("too long for any class");
  }

  private static String canonical(ObjectNode tree) {
    return CanonicalJson.of(JSON.writeValueAsString(tree)).text();
  }

  Statement hello(String body) {
    return Statement.of("sys.hello", peer.id(), node, now, CanonicalJson.of(body));
  }

  /// The body of the answer to a hello, if it is signed, for us and about this hello.
  Optional<CanonicalJson> answer(Statement hello) {
    Wire.Answer answer = wire.hello(hello.sign(peer.signs()));
    return answer.status() == 200
            && Statement.check(answer.body(), trusted.list(), peer.id(), now)
                instanceof Checked.Valid<Statement>(Statement said)
            && said.from().equals(node)
            && said.body().text().contains(hello.nonce())
        ? Optional.of(said.body())
        : Optional.empty();
  }

  /// Wrong unless the node stored it and said so by signature.
  Optional<String> accepted(SealedEnvelope sealed, Letter letter, Wire.Answer answer) {
    if (answer.status() != 200) {
      return Optional.of("answered %d instead of a receipt".formatted(answer.status()));
    }
    Receipt.Subject subject = Receipt.Subject.of(letter.id(), sealed);
    return switch (Receipts.check(answer.body(), subject, node, trusted.list(), now)) {
      case Checked.Valid<Receipt>(Receipt.Relayed relayed) -> Optional.empty();
      case Checked.Valid<Receipt> other -> Optional.of("another receipt than R1");
      case Checked.Refused<Receipt>(var reason) -> Optional.of("not a receipt: " + reason);
    };
  }

  /// Wrong unless the text is refused: no receipt, no fault, nothing quoted.
  Optional<String> refused(String sealed) {
    return refused(wire.letter(sealed), Digest.of(sealed));
  }

  Optional<String> refused(Wire.Answer answer, Digest sealed) {
    if (answer.status() >= 400 && answer.body().startsWith("eyJ")) {
      return isBounce(answer, sealed)
          ? Optional.empty()
          : Optional.of("a signed answer that is no bounce of these bytes");
    }
    return refused(answer);
  }

  /// Wrong unless the door is shut; what stands on it, in words of its own, is the node's affair.
  static Optional<String> shut(Wire.Answer answer) {
    boolean fault = answer.status() == 0 || answer.status() >= 500;
    return answer.status() >= 400 && !fault
        ? Optional.empty()
        : Optional.of("answered " + answer.status());
  }

  static Optional<String> refused(Wire.Answer answer) {
    if (answer.status() == 0) {
      return Optional.of("no answer at all");
    }
    if (answer.status() < 400) {
      return Optional.of("answered " + answer.status());
    }
    if (answer.status() >= 500 && answer.status() != 503) {
      return Optional.of("a fault of its own, " + answer.status());
    }
    boolean talks = answer.body().length() > LONGEST_TEXT || answer.body().contains("xception");
    return talks ? Optional.of("says more than a constant word") : Optional.empty();
  }

  /// Wrong unless the refusal is signed: an honest sender can meet it and must learn of it.
  Optional<String> bounced(String sealed) {
    Wire.Answer answer = wire.letter(sealed);
    return answer.status() >= 400 && isBounce(answer, Digest.of(sealed))
        ? Optional.empty()
        : Optional.of("answered %d without a signed refusal".formatted(answer.status()));
  }

  private boolean isBounce(Wire.Answer answer, Digest sealed) {
    return Receipts.check(answer.body(), trusted.list(), now)
            instanceof Checked.Valid<Receipt>(Receipt.Bounced bounced)
        && bounced.sealed().equals(sealed)
        && bounced.by().node().equals(node);
  }
}
