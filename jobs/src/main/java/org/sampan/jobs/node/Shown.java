package org.sampan.jobs.node;

import java.util.List;
import org.sampan.OperatorRefusal;
import org.sampan.sealing.Notice;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Fingerprint;

/// Shows what a list, a request or a notice says, before anybody signs it.
final class Shown {

  private Shown() {}

  static String of(String text) {
    try {
      return list(TrustLists.unproved(text), TrustLists.signedBy(text));
    } catch (IllegalArgumentException noList) {
      return notice(text);
    }
  }

  private static String notice(String text) {
    try {
      String what =
          switch (Notice.unproved(text)) {
            case Notice.Revoked revoked ->
                "Revokes key %s of node %s, from %s (written %s)."
                    .formatted(revoked.kid(), revoked.node(), revoked.since(), revoked.issued());
            case Notice.Suspended suspended ->
                "Node %s suspends itself (written %s)."
                    .formatted(suspended.node(), suspended.issued());
          };
      return what + "\nSigned by " + String.join(", ", TrustLists.signedBy(text)) + "\n";
    } catch (IllegalArgumentException neither) {
      throw new OperatorRefusal("That is neither a list, a request nor a notice.");
    }
  }

  static String list(TrustList list, List<String> signedBy) {
    StringBuilder out = new StringBuilder();
    out.append(
        "List %d of %s, until %s; %d witnesses for each log.%n"
            .formatted(list.version(), list.issued(), list.expires(), list.witnesses()));
    for (TrustedNode node : list.nodes()) {
      out.append(
          "%n  %s  %s  %s  %s  %s%n"
              .formatted(
                  node.id(),
                  node.country(),
                  node.status(),
                  node.names().in("en"),
                  node.endpoint() == null ? "calls, and cannot be called" : node.endpoint()));
      out.append("    may send " + named(node.kinds(), "nothing") + "\n");
      node.offices()
          .forEach(office ->
              out.append(
                  "    office  %s takes %s%n"
                      .formatted(office.id(), named(office.kinds(), "nothing yet"))));
      for (TrustedNode.Key key : node.keys()) {
        out.append(
            "    %-7s %s  %s to %s%s%n"
                .formatted(
                    key.part().use(),
                    key.part().kid(),
                    key.from(),
                    key.until(),
                    key.revoked() == null ? "" : "  REVOKED " + key.revoked()));
      }
    }
    out.append("%nSigned by %s%n".formatted(named(signedBy, "nobody yet")));
    out.append(
        "Fingerprint to read aloud: %s%n"
            .formatted(Fingerprint.of(TrustLists.mark(list).sha256())));
    return out.toString();
  }

  private static String named(List<String> all, String none) {
    return all.isEmpty() ? none : String.join(", ", all);
  }
}
