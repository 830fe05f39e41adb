package org.sampan.jobs.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.sampan.OperatorRefusal;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustedNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The keys of a node that is nobody's: it stands on the list on probation and knocks at others to
/// see what they do.
public record Peer(
    NodeId id, SigningKey signs, DecryptionKey opens, PublicPart line, PrivateKey lineKey) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIFE = Duration.ofDays(400);
  private static final TrustedNode.Names NAMES =
      TrustedNode.Names.of(
          Map.of(
              "en", "Reference peer for checks",
              "zh", "检查用的参考节点",
              "lo", "ໂນດອ້າງອີງສຳລັບກວດສອບ",
              "th", "โหนดอ้างอิงสำหรับตรวจสอบ",
              "vi", "Nút tham chiếu để kiểm tra",
              "my", "စစ်ဆေးရန် ရည်ညွှန်း ဆုံမှတ်",
              "km", "ថ្នាំងយោងសម្រាប់ត្រួតពិនិត្យ"));

  /// A new one of this name.
  public static Peer named(String name) {
    SigningKey pair = SigningKey.generate();
    return new Peer(
        new NodeId(name),
        SigningKey.generate(),
        DecryptionKey.generate(),
        new PublicPart(PublicPart.Use.TLS, pair.publicPart().key()),
        pair.privateKey());
  }

  /// Reads one from its file.
  public static Peer read(Path file) {
    try {
      JsonNode tree = JSON.readTree(Files.readString(file));
      byte[] line = Base64.getDecoder().decode(tree.path("lineKey").asString(""));
      return new Peer(
          new NodeId(tree.path("node").asString("")),
          SigningKey.fromPrivateJwk(tree.path("signs").toString()),
          DecryptionKey.fromPrivateJwk(tree.path("opens").toString()),
          PublicPart.fromJwk(tree.path("line").toString()),
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(line)));
    } catch (IOException
        | JacksonException
        | GeneralSecurityException
        | IllegalArgumentException other) {
      throw new OperatorRefusal("There are no keys of a peer in " + file + ".");
    }
  }

  /// The text of its file: a secret, though nothing personal is ever sealed to it.
  public String written() {
    return "{\"node\":\"%s\",\"signs\":%s,\"opens\":%s,\"line\":%s,\"lineKey\":\"%s\"}%n"
        .formatted(
            id,
            signs.toPrivateJwk(),
            opens.toPrivateJwk(),
            line.toJwk(),
            Base64.getEncoder().encodeToString(lineKey.getEncoded()));
  }

  /// How the list shows it: on probation, with no address.
  public TrustedNode listed(Instant from) {
    List<TrustedNode.Key> keys =
        List.of(signs.publicPart(), opens.publicPart(), line).stream()
            .map(part -> new TrustedNode.Key(part, from, from.plus(LIFE), null))
            .toList();
    return new TrustedNode(
        id,
        "XX",
        "reference",
        TrustedNode.Status.PROBATION,
        NAMES,
        null,
        keys,
        NextList.PROBATION_KINDS,
        List.of());
  }

  @Override
  public String toString() {
    return "Peer[" + id + ", keys hidden]";
  }
}
