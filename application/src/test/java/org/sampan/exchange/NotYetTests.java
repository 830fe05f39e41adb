package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sampan.accounts.Role;
import org.sampan.attachments.AttachmentsStand;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.SealedEnvelope;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;

/// What this node cannot take yet is kept until it can: a kind it has not learned, a sender that
/// was suspended meanwhile.
class NotYetTests extends OnTwoNodes {

  @AfterEach
  void asBefore() throws Exception {
    kh.bean(Taker.class).learned.clear();
    nodes.ofThailand = TrustedNode.Status.ACTIVE;
    nodes.publish();
  }

  @Test
  void an_unknown_major_version_is_kept_and_taken_when_this_node_has_learned_it() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    QuarantineTests.Sent sent = QuarantineTests.sent();
    byte[] newer = ofMajorTwo(sent);
    assertThat(kh.post("/x/v1/envelopes", newer).statusCode()).isEqualTo(200);
    assertThat(QuarantineTests.there(sent.uuid())).isEqualTo(Inbox.State.QUARANTINED);
    nodes.toKh.road = Faults.Road.OPEN;
    within(() -> th.state(sent.id()) == DeliveryState.KEPT);
    kh.bean(Quarantine.class).learned();
    assertThat(QuarantineTests.there(sent.uuid()))
        .as("not learned yet")
        .isEqualTo(Inbox.State.QUARANTINED);

    kh.bean(Taker.class).learned.add("referral.request/2.0");
    kh.bean(Quarantine.class).learned();

    assertThat(kh.bean(Taker.class).requests()).contains(sent.uuid());
    within(() -> th.state(sent.id()) == DeliveryState.DELIVERED);
    assertThat(kh.post("/x/v1/envelopes", newer).statusCode()).as("once").isEqualTo(200);
    assertThat(kh.bean(Taker.class).requests().stream().filter(sent.uuid()::equals)).hasSize(1);
  }

  /// The letter as the next release would write it, in place of what waits.
  private static byte[] ofMajorTwo(QuarantineTests.Sent sent) {
    byte[] sealed = th.sealed(sent.draft().caseFile()).getFirst();
    Letter letter = opened(sealed);
    Letter.Route route = letter.route();
    Letter newer =
        new Letter(
            letter.id(),
            new Letter.Route(
                route.from(),
                route.to(),
                new Letter.Kind("referral.request", 2, 0),
                route.inReplyTo()),
            letter.order(),
            letter.life(),
            letter.terms(),
            letter.actor(),
            letter.content(),
            letter.knowledge());
    SealedEnvelope envelope = th.bean(Scribe.class).seal(newer, null).envelope();
    th.inTransaction(() ->
        th.sql()
            .sql(
                "update exchange.outbox set sealed = :sealed, sealed_digest = :digest, identity = :identity"
                    + " where id = :id")
            .param("sealed", envelope.bytes())
            .param("digest", envelope.sealed().hex())
            .param("identity", envelope.identity().hex())
            .param("id", sent.uuid())
            .update());
    return envelope.text().getBytes(StandardCharsets.US_ASCII);
  }

  private static Letter opened(byte[] sealed) {
    return switch (Opener.open(
        sealed,
        kh.bean(Keyring.class).opening(),
        kh.bean(Trust.class).list().orElseThrow(),
        new NodeId("kh"),
        kh.clock.instant())) {
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) -> opened.letter();
      case Checked.Refused<Opener.Opened>(var reason) -> throw new AssertionError(reason);
    };
  }

  @Test
  void what_waited_while_its_sender_was_suspended_is_kept_for_a_person() throws Exception {
    nodes.toKh.cutAfter.set(0);
    FilesBesideTests.Sent held =
        FilesBesideTests.send(
            FilesBesideTests.photograph(1_200_000), UuidCreator.getTimeOrderedEpoch(), "");
    within(() -> th.state(held.draft().id()) == DeliveryState.RELAYED);
    nodes.ofThailand = TrustedNode.Status.SUSPENDED;
    nodes.publish();
    kh.inTransaction(() -> {
      kh.bean(Arrivals.class).again(new AttachmentsStand("th", held.draft().id().value()));
      return true;
    });

    QuarantineTests.Sent sent =
        new QuarantineTests.Sent(held.draft(), held.person(), held.consent());
    assertThat(QuarantineTests.there(sent.uuid())).isEqualTo(Inbox.State.QUARANTINED);
    Reader focalPoint = Reader.with(kh, Role.FOCAL_POINT);
    assertThat(QuarantineTests.rule(sent, "take", focalPoint).getContentAsString())
        .contains("suspended on the list of partners");
    nodes.ofThailand = TrustedNode.Status.ACTIVE;
    nodes.publish();
    nodes.toKh.cutAfter.set(Integer.MAX_VALUE);
    th.bean(org.sampan.attachments.Enclosures.class).heard("kh");
    within(() ->
        takes(sent, focalPoint) || QuarantineTests.there(sent.uuid()) == Inbox.State.PROCESSED);
    assertThat(kh.bean(Taker.class).requests()).contains(sent.uuid());
  }

  private static boolean takes(QuarantineTests.Sent sent, Reader by) {
    try {
      return QuarantineTests.rule(sent, "take", by).getStatus() == 303;
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
