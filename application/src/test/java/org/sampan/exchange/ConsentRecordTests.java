package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.audit.Audit;
import org.sampan.consents.Consent;
import org.sampan.consents.PersonId;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;

/// What a person allowed travels ahead of what rests on it, and a withdrawal ends it.
class ConsentRecordTests extends OnTwoNodes {

  private PersonId person;
  private Consent.Id consent;
  private UUID caseFile;

  @BeforeEach
  void nodesThatTakeRecords() throws Exception {
    nodes.takesRecords = true;
    nodes.publish();
    person = th.person();
    consent = th.consent(person, "kh");
    caseFile = UuidCreator.getTimeOrderedEpoch();
  }

  @AfterEach
  void asOthersExpect() throws Exception {
    nodes.takesRecords = false;
    nodes.publish();
  }

  private List<String> sent() {
    return th.sql()
        .sql(
            "select o.kind from exchange.outbox o join exchange.thread t on t.id = o.thread"
                + " where t.case_file = :case order by o.seq")
        .param("case", caseFile)
        .query((row, n) -> row.getString("kind"))
        .list();
  }

  private static String heard(UUID record) {
    return kh.sql()
        .sql(
            "select purpose || ' ' || array_to_string(categories, ',') || ' ' || giver || ' '"
                + " || (ended is not null) from consentrecords.heard where message = :id")
        .param("id", record)
        .query(String.class)
        .optional()
        .orElse("nothing");
  }

  private UUID record() {
    return th.sql()
        .sql(
            "select o.id from exchange.outbox o join exchange.thread t on t.id = o.thread"
                + " where t.case_file = :case and o.kind like 'consent.record/%'")
        .param("case", caseFile)
        .query(UUID.class)
        .single();
  }

  @Test
  void it_goes_ahead_of_the_first_letter_under_it_and_once() {
    Draft first = th.request(person, caseFile, "kh");
    th.send(first);
    Draft second = th.request(person, caseFile, "kh");
    th.send(second);

    assertThat(sent())
        .containsExactly("consent.record/1.0", "referral.request/1.1", "referral.request/1.1");
    within(() -> th.state(second.id()) == DeliveryState.DELIVERED);
    assertThat(heard(record())).isEqualTo("RETURN IDENTITY,NEEDS PERSON false");
    assertThat(th.state(new MessageId(record()))).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void a_withdrawal_ends_the_record_with_all_that_rests_on_it() throws Exception {
    Draft first = th.request(person, caseFile, "kh");
    th.send(first);
    within(() -> th.state(first.id()) == DeliveryState.DELIVERED);

    th.withdraw(consent, person, "kh");

    UUID record = record();
    within(() -> heard(record).endsWith("true"));
    within(() -> kh.bean(Taker.class).locked.contains(first.id()));
  }

  @Test
  void withdrawn_before_it_left_nothing_of_it_arrives() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    Draft first = th.request(person, caseFile, "kh");
    th.send(first);
    th.withdraw(consent, person, "kh");
    UUID record = record();
    nodes.toKh.road = Faults.Road.OPEN;

    within(() -> th.state(new MessageId(record)) == DeliveryState.CANCELLED);
    assertThat(heard(record)).isEqualTo("nothing");
    assertThat(th.state(first.id())).isEqualTo(DeliveryState.CANCELLED);
  }

  @Test
  void a_node_that_takes_no_records_is_sent_the_request_alone() throws Exception {
    nodes.takesRecords = false;
    nodes.publish();

    th.send(th.request(person, caseFile, "kh"));

    assertThat(sent()).containsExactly("referral.request/1.1");
  }

  @Test
  void a_record_that_says_other_than_its_letter_rests_on_is_refused() {
    nodes.toKh.road = Faults.Road.CUT;
    th.send(th.request(person, caseFile, "kh"));
    Letter good = opened(record());
    String more =
        good.content().body().text().replace("[\"IDENTITY\",", "[\"HEALTH\",\"IDENTITY\",");

    assertThat(more).contains("HEALTH");
    assertThat(refusal(saying(good, more))).isEqualTo("BODY_CONSENT");
    assertThat(heard(record())).isEqualTo("nothing");
  }

  @Test
  void a_record_of_what_she_allowed_another_country_is_refused() {
    nodes.toKh.road = Faults.Road.CUT;
    th.send(th.request(person, caseFile, "kh"));
    Letter good = opened(record());

    String other = good.content().body().text().replace("\"node\":\"kh\"", "\"node\":\"la\"");
    assertThat(refusal(saying(good, other))).isEqualTo("NOT_FOR_US");
  }

  private static Letter opened(UUID message) {
    byte[] sealed =
        th.sql()
            .sql("select sealed from exchange.outbox where id = :id")
            .param("id", message)
            .query((row, n) -> row.getBytes("sealed"))
            .single();
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

  private static Letter saying(Letter letter, String body) {
    return new Letter(
        letter.id(),
        letter.route(),
        letter.order(),
        letter.life(),
        letter.terms(),
        letter.actor(),
        new Letter.Content(CanonicalJson.of(body), letter.content().schema()),
        letter.knowledge());
  }

  /// Hands it in at Cambodia's border: the code with which it is refused.
  private static String refusal(Letter letter) {
    try {
      kh.post("/x/v1/envelopes", th.bean(Scribe.class).seal(letter, null).envelope().bytes());
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
    return kh.bean(Audit.class).read(Audit.Query.ALL.on(letter.id().value()), 100).stream()
        .filter(entry -> entry.act().equals("exchange.message.refused"))
        .map(entry -> entry.detail().getOrDefault("code", ""))
        .findFirst()
        .orElse("not refused");
  }
}
