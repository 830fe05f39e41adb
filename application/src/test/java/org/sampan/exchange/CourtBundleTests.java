package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.consents.PersonId;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.court.CourtBundle;
import org.sampan.sealing.court.Examination;
import org.sampan.sealing.court.Report;
import org.sampan.witnesses.CourtBundles;

/// What two real nodes wrote to each other convinces a court that knows only the signers.
class CourtBundleTests extends OnTwoNodes {

  @Test
  void both_sides_of_a_decided_referral_prove_it_to_a_court() throws Exception {
    PersonId person = th.person();
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    UUID theirs = UuidCreator.getTimeOrderedEpoch();
    th.consent(person, "kh");
    Draft draft = th.request(person, caseFile, "kh");
    th.send(draft);
    within(() -> th.state(draft.id()) == DeliveryState.DELIVERED);
    kh.inTransaction(() -> {
      kh.bean(Post.class).join(draft.id(), theirs, null);
      return kh.bean(Receipts.class).decided(draft.id(), Receipt.Decision.ACCEPTED, "PLACE_FOUND");
    });
    within(() -> th.state(draft.id()) == DeliveryState.ACCEPTED);

    CourtBundle ours = th.bean(CourtBundles.class).of(caseFile).orElseThrow();
    CourtBundle received = kh.bean(CourtBundles.class).of(theirs).orElseThrow();

    Report report = Examination.of(ours.write(), nodes.anchor());
    Report across = Examination.of(received.write(), nodes.anchor());
    assertThat(report.valid()).as(report.toString()).isTrue();
    assertThat(across.valid()).as(across.toString()).isTrue();
    assertThat(report.toString())
        .contains("Letter 1 from th to kh, referral.request/1.1")
        .contains("a person decided: ACCEPTED (R3)")
        .contains("exchange.message.queued");
    assertThat(ours.heads()).isNotEmpty();
    assertThat(across.toString()).contains("exchange.message.received");
    CourtBundle without =
        new CourtBundle(
            ours.node(),
            ours.lists(),
            ours.checkpoint(),
            List.of(ours.letters().getLast()),
            ours.heads());
    assertThat(Examination.of(without.write(), nodes.anchor()).valid()).isFalse();
  }
}
