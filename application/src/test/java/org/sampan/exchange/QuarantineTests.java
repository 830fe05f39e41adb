package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.accounts.Role;
import org.sampan.consents.Consent;
import org.sampan.consents.PersonId;
import org.sampan.sealing.Receipt;
import org.springframework.mock.web.MockHttpServletResponse;

/// What is right by its seal and cannot be taken is kept, told, and without effect until somebody
/// rules.
class QuarantineTests extends OnTwoNodes {

  record Sent(Draft draft, PersonId person, Consent.Id consent) {
    MessageId id() {
      return draft.id();
    }

    UUID uuid() {
      return draft.id().value();
    }

    String path() {
      return "/delivery/aside/th/" + uuid();
    }
  }

  static Sent sent() throws Exception {
    PersonId person = th.person();
    Consent.Id consent = th.consent(person, "kh");
    Draft draft = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    th.send(draft);
    return new Sent(draft, person, consent);
  }

  /// One whose content the receiver does not take.
  private static Sent aside() throws Exception {
    kh.bean(Taker.class).refusal = "BODY_AGE";
    Sent sent = sent();
    within(() -> th.state(sent.id()) == DeliveryState.KEPT);
    return sent;
  }

  static Inbox.State there(UUID message) {
    return kh.bean(Inbox.class).find(message).orElseThrow().state();
  }

  static MockHttpServletResponse rule(Sent sent, String how, Reader by) throws Exception {
    return by.asks(post(sent.path() + "/" + how).with(csrf()));
  }

  @Test
  void what_cannot_be_taken_is_kept_without_effect_and_both_sides_read_why() throws Exception {
    Sent sent = aside();

    Reader focalPoint = Reader.with(kh, Role.FOCAL_POINT);
    assertThat(there(sent.uuid())).isEqualTo(Inbox.State.QUARANTINED);
    assertThat(kh.bean(Taker.class).requests()).doesNotContain(sent.uuid());
    assertThat(focalPoint.asks(get("/delivery")).getContentAsString())
        .contains("Put aside: somebody must decide", "You decide", sent.path())
        .contains("the form that both sides agreed on")
        .doesNotContain("BODY_AGE", "Srey");
    assertThat(focalPoint.asks(get("/")).getContentAsString())
        .containsPattern("waits? for your decision");
    assertThat(
            Reader.of(th, sent.draft().author())
                .asks(get("/delivery/sent/" + sent.uuid()))
                .getContentAsString())
        .contains("Put aside by the other country", "the form that both sides agreed on")
        .doesNotContain("BODY_AGE");
  }

  @Test
  void a_person_has_it_taken_and_what_was_said_to_it_since() throws Exception {
    Sent sent = aside();
    Draft back = WithdrawalTests.back(sent.draft(), WithdrawalTests.TAKEN_BACK, java.util.Set.of());
    th.send(back);
    within(() -> th.state(back.id()) == DeliveryState.KEPT);
    kh.bean(Taker.class).refusal = "";

    MockHttpServletResponse answer = rule(sent, "take", Reader.with(kh, Role.FOCAL_POINT));

    assertThat(answer.getStatus()).isEqualTo(303);
    within(() -> th.state(sent.id()) == DeliveryState.DELIVERED);
    within(() -> th.state(back.id()) == DeliveryState.DELIVERED);
    assertThat(
            kh.bean(Taker.class).requests().stream()
                .filter(List.of(sent.uuid(), back.id().value())::contains))
        .containsExactly(sent.uuid(), back.id().value());
    assertThat(
            kh.inTransaction(() ->
                kh.bean(Receipts.class)
                    .decided(sent.id(), Receipt.Decision.ACCEPTED, "PLACE_FOUND")))
        .as("a person can still decide on it")
        .isTrue();
    within(() -> th.state(sent.id()) == DeliveryState.ACCEPTED);
  }

  @Test
  void what_still_cannot_be_taken_stays_aside_and_says_so() throws Exception {
    Sent sent = aside();

    MockHttpServletResponse answer = rule(sent, "take", Reader.with(kh, Role.FOCAL_POINT));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("It cannot be taken yet");
    assertThat(there(sent.uuid())).isEqualTo(Inbox.State.QUARANTINED);
    assertThat(
            kh.sql()
                .sql("select count(*) from exchange.outbox where in_reply_to = :id")
                .param("id", sent.uuid())
                .query(Long.class)
                .single())
        .as("its sender is told once")
        .isEqualTo(1);
  }

  @Test
  void a_person_refuses_it_for_good_and_the_sender_is_told() throws Exception {
    Sent sent = aside();
    Reader supervisor = Reader.with(kh, Role.SUPERVISOR);

    assertThat(rule(sent, "refuse", supervisor).getStatus()).isEqualTo(303);

    within(() -> th.state(sent.id()) == DeliveryState.REFUSED);
    kh.bean(Taker.class).refusal = "";
    assertThat(rule(sent, "take", supervisor).getStatus()).as("too late").isEqualTo(404);
    assertThat(kh.bean(Taker.class).requests()).doesNotContain(sent.uuid());
    assertThat(
            Reader.of(th, sent.draft().author())
                .asks(get("/delivery/sent/" + sent.uuid()))
                .getContentAsString())
        .contains("A person there looked at it and refused it");
  }

  @Test
  void a_withdrawal_and_a_tombstone_reach_what_is_aside() throws Exception {
    Sent sent = aside();

    th.withdraw(sent.consent(), sent.person(), "kh");

    within(() -> there(sent.uuid()) == Inbox.State.LOCKED);
    kh.bean(Taker.class).refusal = "";
    assertThat(rule(sent, "take", Reader.with(kh, Role.FOCAL_POINT)).getStatus()).isEqualTo(404);
    assertThat(kh.bean(Taker.class).requests()).doesNotContain(sent.uuid());
  }

  @Test
  void only_the_office_it_is_for_rules_on_it() throws Exception {
    Sent sent = aside();
    Reader auditor = Reader.with(kh, Role.AUDITOR);
    Reader keeper = Reader.with(kh, Role.ADMINISTRATOR);
    Reader caseManager = Reader.with(kh, Role.CASE_MANAGER);
    Reader elsewhere = Reader.elsewhere(kh, Role.FOCAL_POINT);

    for (Reader other : List.of(auditor, keeper, caseManager, elsewhere)) {
      assertThat(rule(sent, "take", other).getStatus()).isEqualTo(404);
      assertThat(rule(sent, "refuse", other).getStatus()).isEqualTo(404);
    }
    assertThat(elsewhere.asks(get(sent.path())).getStatus()).isEqualTo(404);
    assertThat(auditor.asks(get(sent.path())).getContentAsString())
        .contains("The office it is addressed to decides")
        .doesNotContain("Refuse it for good");
    Reader focalPoint = Reader.with(kh, Role.FOCAL_POINT);
    assertThat(focalPoint.asks(post(sent.path() + "/take")).getStatus())
        .as("without the token of her form")
        .isEqualTo(403);
    assertThat(there(sent.uuid())).isEqualTo(Inbox.State.QUARANTINED);
  }
}
