package org.sampan.sealing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose keys count, for what, and when. Made by hand it is only a proposal; what
/// [TrustLists#check] returns is proved.
///
/// @param version 1, 2, 3 ... only rising
/// @param prev the digest of the version before; null exactly for version 1
/// @param expires at most 31 days after it was issued
/// @param nodes sorted by identifier; no node, and no key, stands on it twice
/// @param witnesses how many other nodes must cosign the head of a node's log, 0 to 100; a list
///   that does not say so (all before November 2026) asks for none
public record TrustList(
    long version,
    @Nullable Digest prev,
    Instant issued,
    Instant expires,
    List<TrustedNode> nodes,
    int witnesses) {

  private static final int MAX_WITNESSES = 100;

  /// The longest a list may serve before it must be renewed.
  public static final Duration LONGEST_LIFE = Duration.ofDays(31);

  public TrustList {
    issued = issued.truncatedTo(ChronoUnit.MILLIS);
    expires = expires.truncatedTo(ChronoUnit.MILLIS);
    Refusal.unless(version >= 1 && version <= StrictJson.MAX_NUMBER, Reason.LIST_REFUSED);
    Refusal.unless((version == 1) == (prev == null), Reason.LIST_REFUSED);
    Refusal.unless(witnesses >= 0 && witnesses <= MAX_WITNESSES, Reason.LIST_REFUSED);
    Refusal.unless(issued.isBefore(expires), Reason.TIMES_REFUSED);
    Refusal.unless(!expires.isAfter(issued.plus(LONGEST_LIFE)), Reason.TIMES_REFUSED);
    nodes = nodes.stream().sorted(Comparator.comparing(TrustedNode::id)).toList();
    var names = new HashSet<NodeId>();
    var keys = new HashSet<String>();
    for (var node : nodes) {
      Refusal.unless(names.add(node.id()), Reason.LIST_REFUSED);
      node.keys().forEach(key -> Refusal.unless(keys.add(key.part().kid()), Reason.LIST_REFUSED));
    }
  }

  /// A list that asks for no witnesses.
  public TrustList(
      long version,
      @Nullable Digest prev,
      Instant issued,
      Instant expires,
      List<TrustedNode> nodes) {
    this(version, prev, issued, expires, nodes, 0);
  }

  /// What the list says of a key at an instant.
  public enum KeyState {
    VALID,
    NOT_YET,
    EXPIRED,
    REVOKED,
    /// Not this node's, or not for this use.
    UNKNOWN
  }

  /// The node of this name, if it is on the list.
  public Optional<TrustedNode> node(NodeId id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /// Whether the list is in force; an expired one parks what is personal, receipts go on.
  public boolean isFresh(Instant now) {
    return now.isBefore(expires);
  }

  /// What the list says of this key of this node, for this use, at this instant.
  public KeyState keyAt(String kid, NodeId node, PublicPart.Use use, Instant instant) {
    return node(node).stream()
        .flatMap(each -> each.keys().stream())
        .filter(key -> key.part().use() == use && key.part().kid().equals(kid))
        .findFirst()
        .map(key -> key.at(instant))
        .orElse(KeyState.UNKNOWN);
  }

  /// The key to seal to: of those valid now, the one valid longest; empty for a suspended node.
  public Optional<PublicPart> sealingKey(NodeId node, Instant now) {
    return node(node).stream()
        .filter(each -> each.status() != TrustedNode.Status.SUSPENDED)
        .flatMap(each -> each.keys().stream())
        .filter(key -> key.part().use() == PublicPart.Use.ENCRYPT)
        .filter(key -> key.at(now) == KeyState.VALID)
        .max(Comparator.comparing(TrustedNode.Key::until))
        .map(TrustedNode.Key::part);
  }

  /// The node that shows this key on the line, if the key is valid now and the node not suspended.
  public Optional<TrustedNode> pinned(PublicPart part, Instant now) {
    return nodes.stream()
        .filter(node -> node.status() != TrustedNode.Status.SUSPENDED)
        .filter(node ->
            node.keys().stream()
                .filter(key -> key.part().use() == PublicPart.Use.TLS)
                .filter(key -> key.part().kid().equals(part.kid()))
                .anyMatch(key -> key.at(now) == KeyState.VALID))
        .findFirst();
  }

  /// The list as it stands once these notices are obeyed: keys revoked, nodes suspended. Its mark
  /// stays that of the signed list.
  public TrustList under(Collection<Notice.Proved> notices) {
    if (notices.isEmpty()) {
      return this;
    }
    var obeyed = nodes.stream().map(node -> Notice.obeyed(node, notices)).toList();
    return new TrustList(version, prev, issued, expires, obeyed, witnesses);
  }

  Optional<TrustedNode> signerOf(String kid) {
    return nodes.stream()
        .filter(node ->
            node.keys().stream()
                .map(TrustedNode.Key::part)
                .anyMatch(part -> part.use() == PublicPart.Use.SIGN && part.kid().equals(kid)))
        .findFirst();
  }

  /// Verifies a signed text as made by this node: its own key, valid when the text says it was
  /// made, not revoked by the time it is proved to have existed, and the node not suspended.
  void verify(Signed signed, NodeId from, Instant made, Instant provedAt) {
    var owner = signerOf(signed.kid()).orElseThrow(() -> new Refusal(Reason.SIGNER_UNKNOWN));
    Refusal.unless(owner.id().equals(from), Reason.SIGNER_NOT_SENDER);
    var key =
        owner.keys().stream()
            .filter(each -> each.part().kid().equals(signed.kid()))
            .findFirst()
            .orElseThrow(() -> new Refusal(Reason.SIGNER_UNKNOWN));
    signed.verify(key.part());
    Refusal.unless(key.at(provedAt) != KeyState.REVOKED, Reason.KEY_REVOKED);
    switch (key.at(made)) {
      case VALID -> {}
      case NOT_YET -> throw new Refusal(Reason.KEY_NOT_YET);
      case EXPIRED -> throw new Refusal(Reason.KEY_EXPIRED);
      case REVOKED -> throw new Refusal(Reason.KEY_REVOKED);
      case UNKNOWN -> throw new Refusal(Reason.SIGNER_UNKNOWN);
    }
    Refusal.unless(owner.status() != TrustedNode.Status.SUSPENDED, Reason.NODE_SUSPENDED);
  }
}
