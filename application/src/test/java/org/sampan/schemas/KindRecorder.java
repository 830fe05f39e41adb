package org.sampan.schemas;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes a file of sealed letters, one of each kind, for a new release; never over an old one:
/// `java -cp ... org.sampan.schemas.KindRecorder SCHEMAS-FOLDER GOOD-BODIES FILE`.
final class KindRecorder {

  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  static final NodeId TH = new NodeId("th");
  static final NodeId KH = new NodeId("kh");

  private KindRecorder() {}

  public static void main(String[] arguments) throws Exception {
    JsonNode good = JsonMapper.builder().build().readTree(Files.readString(Path.of(arguments[1])));
    SigningKey signs = SigningKey.generate();
    DecryptionKey opens = DecryptionKey.generate();
    SigningKey signer = SigningKey.generate();
    List<String> kinds =
        good.properties().stream().map(Map.Entry::getKey).filter(KindRecorder::isLetter).toList();
    List<String> names = kinds.stream().map(kind -> kind.split("/", 2)[0]).distinct().toList();
    TrustList list =
        new TrustList(
            1,
            null,
            NOW.minus(Duration.ofDays(1)),
            NOW.plus(Duration.ofDays(29)),
            List.of(
                node(TH, names, new TrustedNode.Key(signs.publicPart(), from(), to(), null)),
                node(KH, names, new TrustedNode.Key(opens.publicPart(), from(), to(), null))));
    StringBuilder text =
        new StringBuilder("# Sealed letters, one of each kind; the keys serve this file only.\n");
    text.append("list-signer\t").append(signer.publicPart().toJwk()).append('\n');
    text.append("trust-list\t").append(TrustLists.sign(list, List.of(signer))).append('\n');
    text.append("kh-opens\t").append(opens.toPrivateJwk()).append('\n');
    for (String kind : kinds) {
      String file = kind.replace('/', '-') + ".json";
      Digest schema = Digest.of(Files.readAllBytes(Path.of(arguments[0], file)));
      Letter letter = letter(Letter.Kind.parse(kind), good.get(kind).toString(), schema);
      String sealed = Sealer.seal(letter, signs, opens.publicPart()).text();
      text.append(kind).append('\t').append(sealed).append('\n');
    }
    Files.writeString(Path.of(arguments[2]), text);
  }

  /// Statements are no letters.
  private static boolean isLetter(String kind) {
    return !List.of(
            "sys.hello/1.0",
            "sys.answer/1.0",
            "sys.blob/1.0",
            "sys.held/1.0",
            "sys.fetch/1.0",
            "sys.lent/1.0")
        .contains(kind);
  }

  private static Instant from() {
    return NOW.minus(Duration.ofDays(10));
  }

  private static Instant to() {
    return NOW.plus(Duration.ofDays(80));
  }

  private static TrustedNode node(NodeId id, List<String> kinds, TrustedNode.Key key) {
    return new TrustedNode(
        id,
        id.value().toUpperCase(java.util.Locale.ROOT),
        "government",
        TrustedNode.Status.ACTIVE,
        TrustedNode.Names.of(Map.of("en", "Node of " + id)),
        URI.create("https://" + id + ".example/x/v1"),
        List.of(key),
        kinds,
        List.of());
  }

  private static Letter letter(Letter.Kind kind, String body, Digest schema) {
    return new Letter(
        new Letter.Id(UUID.fromString("019aa5c4-7e00-7000-8000-00000000b001")),
        new Letter.Route(TH, KH, kind, null),
        new Letter.Order(
            new Letter.CaseId(UUID.fromString("7e1d4c52-5b0a-4a39-9d51-2c6a6a5a4f10")), 1, null, 0),
        new Letter.Life(NOW, NOW.plus(Duration.ofDays(90)), Letter.Urgency.ROUTINE),
        new Letter.Terms(
            "RETURN",
            new Letter.LegalBasis("th-kh-2003", "5"),
            new Letter.Handling(false, null, null),
            new Letter.Consent(
                Letter.ConsentState.GIVEN, List.of("IDENTITY"), Digest.of("consent"), null)),
        new Letter.Actor("CASE_MANAGER", "p-17", "p-3"),
        new Letter.Content(
            CanonicalJson.of(body),
            new Letter.Schema(
                "urn:sampan:schema:" + kind.name() + ":" + kind.major() + "." + kind.minor(),
                schema)),
        new Letter.Knowledge(new Letter.ListMark(1, Digest.of("list")), null));
  }
}
