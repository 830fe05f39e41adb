package org.sampan.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;

/// A letter between two nodes, for tests of keys.
final class Letters {

  private Letters() {}

  /// Whether a letter signed by one key and sealed to the other arrives.
  static boolean travels(DecryptionKey opens, SigningKey signs, Instant now) {
    NodeId from = new NodeId("th");
    NodeId to = new NodeId("kh");
    Instant until = now.plus(Duration.ofDays(9));
    TrustedNode sender =
        new TrustedNode(
            from,
            "TH",
            "government",
            TrustedNode.Status.ACTIVE,
            TrustedNode.Names.of(Map.of("en", "Thailand")),
            null,
            List.of(new TrustedNode.Key(signs.publicPart(), now.minusSeconds(9), until, null)),
            List.of("sys.test"),
            List.of());
    TrustList list = new TrustList(1, null, now.minusSeconds(9), until, List.of(sender));
    Letter letter =
        new Letter(
            new Letter.Id(UUID.fromString("019aa5c4-7e00-7000-8000-00000000a001")),
            new Letter.Route(from, to, new Letter.Kind("sys.test", 1, 0), null),
            new Letter.Order(new Letter.CaseId(UUID.randomUUID()), 1, null, 0),
            new Letter.Life(now, until, Letter.Urgency.ROUTINE),
            new Letter.Terms(
                "test",
                new Letter.LegalBasis("sampan-exchange-1", "sys.test"),
                new Letter.Handling(false, null, null),
                Letter.Consent.notNeeded()),
            new Letter.Actor("NODE", "th", null),
            new Letter.Content(
                CanonicalJson.of("{}"),
                new Letter.Schema("urn:sampan:schema:sys.test:1.0", Digest.of("schema"))),
            new Letter.Knowledge(new Letter.ListMark(1, Digest.of("list")), null));
    byte[] sealed = Sealer.seal(letter, signs, opens.publicPart()).bytes();
    return Opener.open(sealed, List.of(opens), list, to, now)
        instanceof Checked.Valid<Opener.Opened>;
  }
}
