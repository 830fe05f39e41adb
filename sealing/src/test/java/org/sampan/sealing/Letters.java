package org.sampan.sealing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two nodes, their keys and a letter between them, for the tests.
final class Letters {
  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  static final NodeId TH = new NodeId("th");
  static final NodeId KH = new NodeId("kh");
  static final SigningKey TH_SIGNS = SigningKey.generate();
  static final SigningKey KH_SIGNS = SigningKey.generate();
  static final DecryptionKey TH_OPENS = DecryptionKey.generate();
  static final DecryptionKey KH_OPENS = DecryptionKey.generate();
  static final TrustList TRUST =
      trustOf(node(TH, "TH", TH_SIGNS, TH_OPENS), node(KH, "KH", KH_SIGNS, KH_OPENS));

  private Letters() {}

  static TrustList trustOf(TrustedNode... nodes) {
    return new TrustList(
        1, null, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(29)), List.of(nodes));
  }

  static TrustedNode node(NodeId id, String country, SigningKey signs, DecryptionKey opens) {
    return node(id, country, List.of(key(signs.publicPart()), key(opens.publicPart())));
  }

  static TrustedNode node(NodeId id, String country, List<TrustedNode.Key> keys) {
    var names = TrustedNode.Names.of(Map.of("en", "Node of " + country));
    var kinds = List.of("referral.request", "referral.status", "sys.hello");
    return new TrustedNode(
        id,
        country,
        "government",
        TrustedNode.Status.ACTIVE,
        names,
        URI.create("https://" + id + ".example/x/v1"),
        keys,
        kinds,
        List.of());
  }

  static TrustedNode with(TrustedNode node, TrustedNode.Status status) {
    return new TrustedNode(
        node.id(),
        node.country(),
        node.type(),
        status,
        node.names(),
        node.endpoint(),
        node.keys(),
        node.kinds(),
        node.offices());
  }

  static TrustedNode with(TrustedNode node, List<TrustedNode.Office> offices) {
    return new TrustedNode(
        node.id(),
        node.country(),
        node.type(),
        node.status(),
        node.names(),
        node.endpoint(),
        node.keys(),
        node.kinds(),
        offices);
  }

  static TrustedNode.Key key(PublicPart part) {
    return new TrustedNode.Key(
        part, NOW.minus(Duration.ofDays(10)), NOW.plus(Duration.ofDays(80)), null);
  }

  static Letter letter() {
    return letter("{\"text\":\"ສະບາຍດີ\"}");
  }

  static Letter letter(String body) {
    return letter(
        new Letter.Route(TH, KH, Letter.Kind.parse("referral.request/1.0"), null),
        new Letter.Life(NOW, NOW.plus(Duration.ofDays(90)), Letter.Urgency.ROUTINE),
        body);
  }

  static Letter letter(Letter.Route route, Letter.Life life, String body) {
    return new Letter(
        new Letter.Id(UUID.fromString("019aa5c4-7e00-7000-8000-00000000a001")),
        route,
        new Letter.Order(
            new Letter.CaseId(UUID.fromString("7e1d4c52-5b0a-4a39-9d51-2c6a6a5a4f10")), 1, null, 0),
        life,
        new Letter.Terms(
            "Protection and safe return",
            new Letter.LegalBasis("COMMIT MoU 2004", "art. 17"),
            new Letter.Handling(false, null, null),
            new Letter.Consent(
                Letter.ConsentState.GIVEN, List.of("kh"), Digest.of("consent"), null)),
        new Letter.Actor("labour-inspector", "p-17", "p-3"),
        new Letter.Content(
            CanonicalJson.of(body),
            new Letter.Schema("urn:sampan:referral.request:1.0", Digest.of("schema"))),
        new Letter.Knowledge(new Letter.ListMark(1, Digest.of("list")), null));
  }

  static SealedEnvelope sealed() {
    return Sealer.seal(letter(), TH_SIGNS, KH_OPENS.publicPart());
  }

  static Checked<Opener.Opened> open(byte[] bytes) {
    return Opener.open(bytes, List.of(KH_OPENS), TRUST, KH, NOW);
  }

  static @Nullable Reason reason(Checked<?> checked) {
    return switch (checked) {
      case Checked.Valid<?> valid -> null;
      case Checked.Refused<?> refused -> refused.reason();
    };
  }
}
