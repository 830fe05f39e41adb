package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.consents.Consent;
import org.sampan.consents.PersonId;

/// A consent is taken back while messages wait, travel or have arrived.
class WithdrawalTests {

  private static TwoNodes nodes;
  private static NodeInTest th;
  private static NodeInTest kh;

  @BeforeAll
  static void start() throws Exception {
    nodes = TwoNodes.shared();
    th = nodes.th;
    kh = nodes.kh;
  }

  @BeforeEach
  void anOpenRoad() throws Exception {
    nodes.settle();
  }

  @Test
  void a_withdrawal_overtakes_what_waits_and_locks_what_arrived() throws Exception {
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    PersonId person = th.person();
    Consent.Id consent = th.consent(person, "kh");
    Draft arrived = th.request(person, caseFile, "kh");
    th.send(arrived);
    within(Duration.ofSeconds(5), () -> th.state(arrived.id()) == DeliveryState.DELIVERED);
    nodes.toKh.road = Faults.Road.CUT;
    Draft waiting = th.request(person, caseFile, "kh");
    th.send(waiting);

    th.withdraw(consent, person, "kh");

    assertThat(th.state(waiting.id())).isEqualTo(DeliveryState.CANCELLED);
    List<byte[]> sealed = th.sealed(caseFile);
    byte[] withdrawal = sealed.getLast();
    assertThat(kh.post("/x/v1/envelopes", withdrawal).statusCode()).isEqualTo(200);
    assertThat(kh.bean(Taker.class).locked).contains(arrived.id());
    assertThat(kh.bean(Deliveries.class).proofOf(arrived.id()).orElseThrow().locked()).isTrue();

    nodes.toKh.road = Faults.Road.OPEN;
    th.clock.goAhead(Duration.ofMinutes(20));
    within(
        Duration.ofSeconds(8),
        () ->
            th.sql()
                    .sql(
                        "select count(*) from exchange.outbox o join exchange.thread t on t.id = o.thread"
                            + " where t.case_file = :c and o.state in ('QUEUED', 'SENDING')")
                    .param("c", caseFile)
                    .query(Long.class)
                    .single()
                == 0);
    assertThat(new HashSet<>(kh.bean(Taker.class).requests())).doesNotContain(waiting.id().value());
  }

  @Test
  void a_cancelled_message_that_arrived_after_all_is_locked_by_its_tombstone() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    PersonId person = th.person();
    Consent.Id consent = th.consent(person, "kh");
    Draft draft = th.request(person, caseFile, "kh");
    th.send(draft);
    byte[] original = th.sealed(caseFile).getFirst();
    assertThat(kh.post("/x/v1/envelopes", original).statusCode()).isEqualTo(200);
    th.withdraw(consent, person, "kh");
    byte[] tombstone = th.sealed(caseFile).get(1);

    assertThat(kh.post("/x/v1/envelopes", tombstone).statusCode()).isEqualTo(200);

    assertThat(kh.bean(Taker.class).locked).contains(draft.id());
    assertThat(kh.bean(Deliveries.class).proofOf(draft.id()).orElseThrow().locked()).isTrue();
  }

  @Test
  void an_original_that_comes_after_its_tombstone_has_no_effect() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    PersonId person = th.person();
    Consent.Id consent = th.consent(person, "kh");
    Draft draft = th.request(person, caseFile, "kh");
    th.send(draft);
    byte[] original = th.sealed(caseFile).getFirst();
    th.withdraw(consent, person, "kh");
    kh.post("/x/v1/envelopes", th.sealed(caseFile).get(1));

    HttpResponse<String> answer = kh.post("/x/v1/envelopes", original);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(kh.bean(Taker.class).requests()).doesNotContain(draft.id().value());
  }
}
