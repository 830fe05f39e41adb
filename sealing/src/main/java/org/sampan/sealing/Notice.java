package org.sampan.sealing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// What cannot wait for the next trust list: a key revoked by the signers, or a node that suspends
/// itself. It is signed text of type `sampan+notice`, handed on from node to node; whoever carries
/// it can neither make nor change it, and an old one repeated changes nothing.
public sealed interface Notice {

  /// The node it is about.
  NodeId node();

  /// When it was written.
  Instant issued();

  /// A key that no longer counts: signed by two of the pinned signers (one, where one signs lists).
  /// It is never lifted: the node goes on with another key.
  ///
  /// @param kid the key's thumbprint
  /// @param since from when it does not count, never after `issued`; what is proved to have existed
  ///   before stays good evidence
  record Revoked(NodeId node, String kid, Instant since, Instant issued) implements Notice {
    public Revoked {
      since = since.truncatedTo(ChronoUnit.MILLIS);
      issued = issued.truncatedTo(ChronoUnit.MILLIS);
      Refusal.unless(Base64Url.isDigest(kid), Reason.KID_REFUSED);
      Refusal.unless(!since.isAfter(issued), Reason.TIMES_REFUSED);
    }
  }

  /// A node that fears for its keys and asks not to be believed: signed by any one of its own
  /// signing keys. It ends when the list no longer holds that key, or holds it revoked: the node
  /// comes back with new keys, through the signers, and no renewal of the list wakes it by mistake.
  record Suspended(NodeId node, Instant issued) implements Notice {
    public Suspended {
      issued = issued.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /// A notice with its proof.
  ///
  /// @param text to be kept and handed on
  /// @param digest of what was signed: the same notice with other signatures is the same notice
  /// @param signer the thumbprint of the first key that signed
  record Proved(Notice notice, String text, Digest digest, String signer) {}

  /// The longest notice read, in characters.
  int MAX_LENGTH = 16 * 1024;

  /// Signs a notice.
  static String sign(Notice notice, List<SigningKey> signers) {
    var payload = write(notice);
    var entries = new ArrayList<TrustLists.Entry>();
    signers.forEach(key -> entries.add(TrustLists.entry(payload, Signed.Type.NOTICE, key)));
    return TrustLists.write(payload, Signed.Type.NOTICE, entries);
  }

  /// Adds one signature, as the notice travels from signer to signer.
  ///
  /// @throws IllegalArgumentException if the text is not a notice
  static String addSignature(String text, SigningKey signer) {
    return TrustLists.addSignature(TrustLists.parse(text, Signed.Type.NOTICE), signer);
  }

  /// What a notice says, without asking who signed it: to show it before it is signed.
  ///
  /// @throws IllegalArgumentException if the text is not a notice
  static Notice unproved(String text) {
    return read(new Fields(TrustLists.parse(text, Signed.Type.NOTICE).tree()));
  }

  /// Checks a notice. A revocation needs [TrustLists.Anchor#neededToRevoke()] pinned signers and
  /// nobody else; a suspension one signing key that the list holds for that node, valid when it was
  /// written. Neither may be dated more than a day ahead.
  static Checked<Proved> check(
      String text, TrustLists.Anchor anchor, @Nullable TrustList list, Instant now) {
    return Checked.by(() -> {
      Refusal.unless(text.length() <= MAX_LENGTH, Reason.TOO_LARGE);
      var gathered = TrustLists.parse(text, Signed.Type.NOTICE);
      var notice = read(new Fields(gathered.tree()));
      Refusal.unless(
          !notice.issued().isAfter(now.plus(Duration.ofDays(1))), Reason.CREATED_IN_FUTURE);
      switch (notice) {
        case Revoked revoked -> gathered.verify(anchor.signers(), anchor.neededToRevoke());
        case Suspended suspended -> gathered.verify(ownKeys(suspended, list), 1);
      }
      return new Proved(
          notice, text, gathered.payload().digest(), gathered.entries().getFirst().kid());
    });
  }

  /// This node of a list as the notices leave it.
  static TrustedNode obeyed(TrustedNode node, Collection<Proved> notices) {
    var status = node.status();
    var keys = new ArrayList<>(node.keys());
    for (var proved : notices) {
      switch (proved.notice()) {
        case Revoked revoked -> keys.replaceAll(key -> obeyed(key, node, revoked));
        case Suspended suspended -> {}
      }
    }
    for (var proved : notices) {
      if (proved.notice() instanceof Suspended suspended && holds(node, keys, suspended, proved)) {
        status = TrustedNode.Status.SUSPENDED;
      }
    }
    return new TrustedNode(
        node.id(),
        node.country(),
        node.type(),
        status,
        node.names(),
        node.endpoint(),
        keys,
        node.kinds(),
        node.offices());
  }

  private static boolean holds(
      TrustedNode node, List<TrustedNode.Key> keys, Suspended suspended, Proved proved) {
    return suspended.node().equals(node.id())
        && keys.stream()
            .anyMatch(key -> key.revoked() == null && key.part().kid().equals(proved.signer()));
  }

  private static TrustedNode.Key obeyed(TrustedNode.Key key, TrustedNode node, Revoked revoked) {
    boolean meant = node.id().equals(revoked.node()) && key.part().kid().equals(revoked.kid());
    boolean sooner = key.revoked() == null || revoked.since().isBefore(key.revoked());
    return meant && sooner
        ? new TrustedNode.Key(key.part(), key.from(), key.until(), revoked.since())
        : key;
  }

  private static List<PublicPart> ownKeys(Suspended suspended, @Nullable TrustList list) {
    if (list == null) {
      throw new Refusal(Reason.LIST_SIGNER_UNKNOWN);
    }
    return list.node(suspended.node()).stream()
        .flatMap(node -> node.keys().stream())
        .filter(key -> key.part().use() == PublicPart.Use.SIGN)
        .filter(key -> key.at(suspended.issued()) == TrustList.KeyState.VALID)
        .map(TrustedNode.Key::part)
        .toList();
  }

  private static CanonicalJson write(Notice notice) {
    var tree = JsonNodeFactory.instance.objectNode().put("v", 1);
    tree.put("node", notice.node().value()).put("issued", Fields.time(notice.issued()));
    switch (notice) {
      case Revoked revoked ->
          tree.put("kind", "revoked")
              .put("kid", revoked.kid())
              .put("since", Fields.time(revoked.since()));
      case Suspended suspended -> tree.put("kind", "suspended");
    }
    return CanonicalJson.of(tree);
  }

  private static Notice read(Fields fields) {
    Refusal.unless(fields.number("v") == 1, Reason.VERSION_UNKNOWN);
    var node = new NodeId(fields.text("node"));
    var issued = fields.time("issued");
    return switch (fields.text("kind")) {
      case "revoked" -> new Revoked(node, fields.text("kid"), fields.time("since"), issued);
      case "suspended" -> new Suspended(node, issued);
      default -> throw new Refusal(Reason.VERSION_UNKNOWN);
    };
  }
}
