package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.consents.Category;
import org.sampan.consents.Consent;
import org.sampan.consents.PersonId;
import org.sampan.sealing.Letter;

/// A consent is taken back while messages wait, travel or have arrived.
class WithdrawalTests extends OnTwoNodes {

  @Test
  void a_withdrawal_overtakes_what_waits_and_locks_what_arrived() throws Exception {
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    PersonId person = th.person();
    Consent.Id consent = th.consent(person, "kh");
    Draft arrived = th.request(person, caseFile, "kh");
    th.send(arrived);
    within(() -> th.state(arrived.id()) == DeliveryState.DELIVERED);
    nodes.toKh.road = Faults.Road.CUT;
    Draft waiting = th.request(person, caseFile, "kh");
    th.send(waiting);

    th.withdraw(consent, person, "kh");

    assertThat(th.state(waiting.id())).isEqualTo(DeliveryState.CANCELLED);
    List<byte[]> sealed = th.sealed(caseFile);
    byte[] withdrawal = sealed.getLast();
    assertThat(kh.post("/x/v1/envelopes", withdrawal).statusCode()).isEqualTo(200);
    assertThat(kh.bean(Taker.class).locked).contains(arrived.id());
    assertThat(kh.bean(Exhibits.class).proofOf(arrived.id()).orElseThrow().locked()).isTrue();

    nodes.toKh.road = Faults.Road.OPEN;
    th.clock.goAhead(Duration.ofMinutes(20));
    within(() ->
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
  void our_own_request_is_taken_back_after_it_arrived_whatever_became_of_the_consent()
      throws Exception {
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    PersonId person = th.person();
    Consent.Id consent = th.consent(person, "kh");
    Draft asked = th.request(person, caseFile, "kh");
    th.send(asked);
    within(() -> th.state(asked.id()) == DeliveryState.DELIVERED);
    Draft back = back(asked, TAKEN_BACK, Set.of());

    assertThat(th.send(back)).isEqualTo(new Post.Outcome.Queued(back.id()));

    within(() -> th.state(back.id()) == DeliveryState.DELIVERED);
    Receiver.Received there =
        kh.bean(Taker.class).taken.stream()
            .filter(message -> message.id().equals(back.id()))
            .findFirst()
            .orElseThrow();
    Receiver.Received request =
        kh.bean(Taker.class).taken.stream()
            .filter(message -> message.id().equals(asked.id()))
            .findFirst()
            .orElseThrow();
    Letter letter = there.letter();
    assertThat(letter.order().caseId()).isEqualTo(request.letter().order().caseId());
    assertThat(letter.route().inReplyTo()).isEqualTo(request.letter().id());
    assertThat(letter.terms().consent()).isEqualTo(request.letter().terms().consent());
    th.withdraw(consent, person, "kh");
    assertThat(th.send(back(asked, TAKEN_BACK, Set.of()))).isInstanceOf(Post.Outcome.Queued.class);
  }

  @Test
  void whoever_takes_back_says_nothing_else_and_only_to_whom_it_asked() throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft asked = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    th.send(asked);
    long before = th.count("exchange.outbox");
    Map<String, Object> more = new HashMap<>(TAKEN_BACK);
    more.put("words", "Srey Invented went home");
    PersonId another = th.person();
    Draft stranger = th.request(another, asked.caseFile(), "kh");

    List<Post.Outcome> refused =
        List.of(
            th.send(back(asked, more, Set.of())),
            th.send(back(asked, Map.of("what", "ACCEPTED"), Set.of())),
            th.send(back(asked, TAKEN_BACK, Set.of(Category.IDENTITY))),
            th.send(back(stranger, TAKEN_BACK, Set.of())));

    assertThat(refused).allMatch(Post.Outcome.NoAuthority.class::isInstance);
    assertThat(th.count("exchange.outbox")).isEqualTo(before);
  }

  static final Map<String, Object> TAKEN_BACK =
      Map.of("what", "TAKEN_BACK", "at", "2026-01-01T00:00:00Z", "language", "en", "by", "Malee");

  // That an identifier nested in another type may be absent is not read from a class file.
  @SuppressWarnings("NullAway")
  static Draft back(Draft asked, Map<String, Object> body, Set<Category> categories) {
    return new Draft(
        MessageId.next(),
        "referral.status/1.0",
        asked.toNode(),
        asked.toOffice(),
        asked.person(),
        asked.caseFile(),
        asked.purpose(),
        asked.legalBasis(),
        categories,
        asked.urgency(),
        asked.id(),
        asked.author(),
        null,
        List.of(),
        body);
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
    assertThat(kh.bean(Exhibits.class).proofOf(draft.id()).orElseThrow().locked()).isTrue();
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
