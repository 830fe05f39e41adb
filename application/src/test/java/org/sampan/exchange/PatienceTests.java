package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.consents.PersonId;

/// What waits: for its time to end, for a new list, for a missing number, for a receipt.
class PatienceTests extends OnTwoNodes {

  @Test
  void what_nobody_could_be_given_in_time_expires_and_its_number_is_buried() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft draft = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    th.send(draft);
    th.clock.goAhead(Duration.ofDays(91));

    th.bean(Dispatches.class).expire();
    th.bean(Withdrawals.class).settleAll();

    assertThat(th.state(draft.id())).isEqualTo(DeliveryState.EXPIRED);
    assertThat(th.sealed(draft.caseFile())).hasSize(2);
  }

  @Test
  void when_the_list_has_run_out_what_is_personal_waits_and_a_withdrawal_still_goes()
      throws Exception {
    PersonId person = th.person();
    var consent = th.consent(person, "kh");
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    Draft first = th.request(person, caseFile, "kh");
    th.send(first);
    within(() -> th.state(first.id()) == DeliveryState.DELIVERED);
    th.clock.goAhead(Duration.ofDays(31));
    Draft second = th.request(person, caseFile, "kh");
    th.send(second);
    Thread.sleep(1500);
    assertThat(th.state(second.id())).isEqualTo(DeliveryState.QUEUED);
    kh.clock.goAhead(Duration.ofDays(31));

    th.withdraw(consent, person, "kh");

    within(() -> kh.bean(Taker.class).locked.contains(first.id()));
  }

  @Test
  void what_waits_beyond_a_gap_is_taken_in_order_once_a_hello_brings_the_rest() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    PersonId person = th.person();
    th.consent(person, "kh");
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    Draft first = th.request(person, caseFile, "kh");
    Draft second = th.request(person, caseFile, "kh");
    th.send(first);
    th.send(second);
    kh.post("/x/v1/envelopes", th.sealed(caseFile).get(1));
    assertThat(kh.bean(Taker.class).requests()).doesNotContain(second.id().value());
    nodes.toKh.road = Faults.Road.OPEN;
    kh.clock.goAhead(Duration.ofMinutes(2));

    kh.bean(Hellos.class).ask();

    within(() -> kh.bean(Taker.class).requests().contains(second.id().value()));
    assertThat(kh.bean(Taker.class).requests())
        .containsSubsequence(first.id().value(), second.id().value());
  }
}
