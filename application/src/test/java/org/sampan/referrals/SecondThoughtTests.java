package org.sampan.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.accounts.SignedIn;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.MessageId;
import org.sampan.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/// A message of a referral is taken back while it still waits: the referral says so too.
class SecondThoughtTests extends WithACase {

  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired Steps steps;
  @Autowired Vault vault;

  /// As the exchange says it, in the transaction that does it.
  private void takenBack(UUID message, boolean tried, SignedIn by) {
    transaction.executeWithoutResult(
        done -> events.publishEvent(new Deliveries.Cancelled(new MessageId(message), tried, by)));
  }

  @Test
  void what_never_left_is_cancelled_and_what_was_tried_is_taken_back() throws Exception {
    consent(ENOUGH);
    String never = sent();
    String tried = sent();

    takenBack(id(never).value(), false, inspector);
    takenBack(id(tried).value(), true, supervisor);

    assertThat(referrals.find(id(never)).orElseThrow().state()).isEqualTo(Referral.State.CANCELLED);
    assertThat(referrals.find(id(tried)).orElseThrow().state())
        .isEqualTo(Referral.State.TAKEN_BACK);
    assertThat(read(get(never), inspector, 200)).contains("Cancelled before it left");
    assertThat(read(get(tried), inspector, 200)).contains("Taken back by the sender");
  }

  @Test
  void an_answer_taken_back_is_noted_as_not_told_and_the_decision_stands() throws Exception {
    consent(ENOUGH);
    String path = accepted();
    Received one = received.find(new Received.Id(id(path).value())).orElseThrow();
    UUID answer =
        steps.of(one.id().value(), one.person(), vault.open(one.person().value())).stream()
            .filter(step -> step.what() == Steps.What.ACCEPTED)
            .findFirst()
            .orElseThrow()
            .id();

    takenBack(answer, true, focalPoint);

    assertThat(read(get(inbox(path)), focalPoint, 200))
        .contains("It was taken back while it waited here.");
    assertThat(received.find(one.id()).orElseThrow().state()).isEqualTo(Received.State.ACCEPTED);
  }
}
