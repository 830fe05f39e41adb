package org.sampan.jobs.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.OperatorRefusal;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;

/// Makes the next version of a list out of the one before it: what signers then sign.
final class NextList {

  /// What a node on probation may send: what the nodes say among themselves.
  static final List<String> PROBATION_KINDS = List.of("sys.receipt", "sys.test", "sys.tombstone");

  /// What an active node of this release may send, unless the signers say otherwise.
  static final List<String> ACTIVE_KINDS =
      List.of(
          "consent.record",
          "consent.withdraw",
          "referral.close",
          "referral.request",
          "referral.status",
          "referral.transfer",
          "sys.bundle",
          "sys.receipt",
          "sys.test",
          "sys.tombstone");

  private static final List<String> OFFICE_KINDS =
      List.of(
          "consent.record",
          "referral.close",
          "referral.request",
          "referral.status",
          "referral.transfer");

  private final @Nullable TrustList before;
  private final Instant now;
  private final Duration life;

  /// @param before the list in force; none for the first
  NextList(@Nullable TrustList before, Instant now, Duration life) {
    this.before = before;
    this.now = now;
    this.life = life;
  }

  /// Reads the list in force and proves that as many signed it as must: what is built on another
  /// would carry into the next list whatever a stranger wrote there. One that has run out serves
  /// too, or no list could be renewed late.
  static TrustList inForce(String text, TrustLists.Anchor anchor, Instant now) {
    try {
      Letter.ListMark mark = TrustLists.mark(TrustLists.unproved(text));
      return switch (TrustLists.check(text, anchor, mark, now)) {
        case Checked.Valid<TrustLists.Trusted>(TrustLists.Trusted trusted) -> trusted.list();
        case Checked.Refused<TrustLists.Trusted>(var reason) ->
            throw new OperatorRefusal("That list is not in force: " + reason.text());
      };
    } catch (IllegalArgumentException other) {
      throw new OperatorRefusal("That is no list: " + other.getMessage());
    }
  }

  /// Reads a request and proves that it was signed by the node's own key.
  static TrustList request(String text) {
    TrustList asked;
    try {
      asked = TrustLists.unproved(text);
    } catch (IllegalArgumentException other) {
      throw new OperatorRefusal("That is no request: " + other.getMessage());
    }
    if (asked.nodes().size() != 1) {
      throw new OperatorRefusal("That is no request: it names " + asked.nodes().size() + " nodes.");
    }
    List<PublicPart> own =
        asked.nodes().getFirst().keys().stream()
            .map(TrustedNode.Key::part)
            .filter(part -> part.use() == PublicPart.Use.SIGN)
            .toList();
    return switch (TrustLists.check(
        text, new TrustLists.Anchor(own, 1), TrustLists.mark(asked), asked.issued())) {
      case Checked.Valid<TrustLists.Trusted>(TrustLists.Trusted trusted) -> trusted.list();
      case Checked.Refused<TrustLists.Trusted>(var reason) ->
          throw new OperatorRefusal("That request is not signed by its node: " + reason.text());
    };
  }

  /// The list with these nodes as asked, in place of what stood there of them.
  TrustList with(List<TrustedNode> asked, TrustedNode.Status status, List<String> kinds) {
    List<TrustedNode> nodes = new ArrayList<>(before == null ? List.of() : before.nodes());
    for (TrustedNode one : asked) {
      nodes.removeIf(stood -> stood.id().equals(one.id()));
      nodes.add(standing(one, status, kinds));
    }
    return next(nodes);
  }

  private static TrustedNode standing(
      TrustedNode asked, TrustedNode.Status status, List<String> kinds) {
    List<TrustedNode.Office> offices =
        asked.offices().stream()
            .map(office -> new TrustedNode.Office(office.id(), office.names(), takes(kinds)))
            .toList();
    return new TrustedNode(
        asked.id(),
        asked.country(),
        asked.type(),
        status,
        asked.names(),
        asked.endpoint(),
        asked.keys(),
        kinds,
        offices);
  }

  /// The list with this node standing otherwise.
  TrustList standing(NodeId id, TrustedNode.Status status) {
    TrustedNode node =
        (before == null ? List.<TrustedNode>of() : before.nodes())
            .stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OperatorRefusal("The list names no node " + id + "."));
    List<String> kinds =
        status == TrustedNode.Status.ACTIVE && node.kinds().equals(PROBATION_KINDS)
            ? ACTIVE_KINDS
            : node.kinds();
    return with(List.of(node), status, kinds);
  }

  /// The same nodes for another while.
  TrustList renewed() {
    return next(before == null ? List.of() : before.nodes());
  }

  private static List<String> takes(List<String> kinds) {
    return OFFICE_KINDS.stream().filter(kinds::contains).toList();
  }

  private TrustList next(List<TrustedNode> nodes) {
    long version = before == null ? 1 : before.version() + 1;
    Digest prev = before == null ? null : TrustLists.mark(before).sha256();
    int others = Math.max(0, nodes.size() - 1);
    int witnesses =
        before == null ? Math.min(1, others) : Math.max(before.witnesses(), Math.min(1, others));
    return new TrustList(version, prev, now, now.plus(life), nodes, witnesses);
  }
}
