package org.sampan.sealing.court;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.Digest;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;

/// The trust lists of a [CourtCase].
final class CourtLists {

  private CourtLists() {}

  static TrustList list(long version, @Nullable Digest prev, @Nullable Instant revoked) {
    return new TrustList(
        version,
        prev,
        CourtCase.START.plus(Duration.ofDays(version - 1)),
        CourtCase.START.plus(Duration.ofDays(version + 29)),
        List.of(
            node(CourtCase.TH, CourtCase.TH_SIGNS, CourtCase.TH_OPENS, revoked),
            node(CourtCase.KH, CourtCase.KH_SIGNS, CourtCase.KH_OPENS, null)),
        1);
  }

  private static TrustedNode node(
      NodeId id, SigningKey signs, DecryptionKey opens, @Nullable Instant revoked) {
    return new TrustedNode(
        id,
        id.equals(CourtCase.TH) ? "TH" : "KH",
        "government",
        TrustedNode.Status.ACTIVE,
        TrustedNode.Names.of(Map.of("en", "Node")),
        URI.create("https://" + id + ".example"),
        List.of(key(signs.publicPart(), revoked), key(opens.publicPart(), null)),
        List.of("referral.request", "referral.status", "sys.tombstone"),
        List.of());
  }

  private static TrustedNode.Key key(PublicPart part, @Nullable Instant revoked) {
    return new TrustedNode.Key(
        part,
        CourtCase.START.minus(Duration.ofDays(100)),
        CourtCase.START.plus(Duration.ofDays(300)),
        revoked);
  }
}
