package org.sampan.jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Office;
import org.sampan.jobs.node.Peer;
import org.sampan.sealing.Digest;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The trust list of the demo: what a secretariat does for real nodes, done here at every start,
/// for keys that may be new and ports that may have changed.
final class DemoTrust {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> KINDS =
      List.of(
          "consent.record",
          "consent.withdraw",
          "referral.close",
          "referral.request",
          "referral.status",
          "referral.transfer",
          "sys.receipt",
          "sys.tombstone",
          "sys.bundle");
  private static final List<String> FOR_OFFICES =
      List.of(
          "consent.record",
          "referral.close",
          "referral.request",
          "referral.status",
          "referral.transfer");
  private static final Instant KEYS_FROM = Instant.parse("2025-01-01T00:00:00Z");

  private final Path folder;

  private DemoTrust(Path home) {
    this.folder = folder(home);
  }

  static Path list(Path home) {
    return folder(home).resolve("trust-list.json");
  }

  static Path signers(Path home) {
    return folder(home).resolve("signers.json");
  }

  /// Whether a node has made its keys and shown the public ones.
  static boolean hasKeys(Path nodeFolder) {
    return Files.exists(nodeFolder.resolve("public-keys.json"));
  }

  /// Signs the next version of the list and puts it where the nodes look.
  ///
  /// @param nodes all of them, with their keys made
  static void renew(Path home, List<NodeProcess> nodes, Instant now) throws IOException {
    new DemoTrust(home).renew(home, nodes, list(home), now);
  }

  private void renew(Path home, List<NodeProcess> nodes, Path file, Instant now)
      throws IOException {
    SigningKey signer = signer();
    write(
        signers(home),
        "{\"needed\":1,\"signers\":[" + signer.publicPart().toJwk() + "]}\n",
        "rw-r--r--");
    List<TrustedNode> trusted = new ArrayList<>();
    for (NodeProcess node : nodes) {
      trusted.add(trusted(node, node.country().folder(home), now));
    }
    // Somebody who may knock to see what a node does: ./sampan node check ADDRESS --as FOLDER.
    trusted.add(reference().listed(now.minus(Duration.ofDays(1))));
    byte[] before = published(file);
    TrustList next =
        new TrustList(
            before == null ? 1 : JSON.readTree(before).path("version").asLong() + 1,
            before == null ? null : Digest.of(before),
            now,
            now.plus(Duration.ofDays(30)),
            trusted,
            1);
    write(file, TrustLists.sign(next, List.of(signer)), "rw-r--r--");
  }

  private static TrustedNode trusted(NodeProcess node, Path folder, Instant now)
      throws IOException {
    List<TrustedNode.Key> keys = new ArrayList<>();
    for (JsonNode jwk : JSON.readTree(Files.readString(folder.resolve("public-keys.json")))) {
      PublicPart part = PublicPart.fromJwk(jwk.toString());
      keys.add(new TrustedNode.Key(part, KEYS_FROM, now.plus(Duration.ofDays(400)), null));
    }
    DemoCountry country = node.country();
    return new TrustedNode(
        new NodeId(country.node()),
        country.country(),
        "government",
        TrustedNode.Status.ACTIVE,
        TrustedNode.Names.of(country.names()),
        URI.create(node.line()),
        keys,
        KINDS,
        offices(country));
  }

  private static List<TrustedNode.Office> offices(DemoCountry country) {
    String own = country == DemoCountry.THAILAND ? "th" : "km";
    return DemoPeople.offices(country).stream()
        .filter(office -> !office.code().contains("audit"))
        .map(office -> office(office, own))
        .toList();
  }

  private static TrustedNode.Office office(Office office, String own) {
    return new TrustedNode.Office(
        office.code().toLowerCase(Locale.ROOT),
        TrustedNode.Names.of(Map.of("en", office.latinName(), own, office.nativeName())),
        FOR_OFFICES);
  }

  /// The list as it was signed last; what the next one names as the one before it.
  private static byte @Nullable [] published(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    String payload = JSON.readTree(Files.readString(file)).path("payload").asString();
    return Base64.getUrlDecoder().decode(payload);
  }

  private SigningKey signer() throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("signer.json");
    if (!Files.exists(file)) {
      write(file, SigningKey.generate().toPrivateJwk(), "rw-------");
    }
    return SigningKey.fromPrivateJwk(Files.readString(file));
  }

  private Peer reference() throws IOException {
    Path file = folder.resolve("peer.json");
    if (!Files.exists(file)) {
      write(file, Peer.named("reference").written(), "rw-------");
    }
    return Peer.read(file);
  }

  private static void write(Path file, String text, String permissions) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path folder(Path home) {
    return home.resolve("trust");
  }
}
