package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A case of Thailand that Cambodia takes over, and closes: who holds it when, what crosses, and
/// what may not.
class TransferTests extends WithAnAcceptedReferral {

  @Test
  void the_case_is_ours_until_they_accept_and_theirs_from_then_on() {
    offered();
    assertThat(thai.holds(id)).isTrue();
    assertThat(khmer.holds(id)).isFalse();
    assertThat(thai.status(file.id().value())).isEqualTo("Active");

    assertThat(khmer.decide(id, "", focalPoint)).isEmpty();
    within(() -> thai.state(id).equals("ACCEPTED"));

    assertThat(thai.holds(id)).isFalse();
    assertThat(khmer.holds(id)).isTrue();
    assertThat(thai.status(file.id().value())).isEqualTo("ClosedReferred");
    assertThat(khmer.status(theirs)).isEqualTo("Active");
    within(() -> th.state(new MessageId(id)) == DeliveryState.ACCEPTED);
    assertThat(thai.river(file.id().value()))
        .containsExactly("transfers.river.transfer", "transfers.river.accepted");
    assertThat(khmer.river(theirs))
        .containsExactly(
            "transfers.river.transfer", "transfers.river.accepted", "transfers.near.taken-over");
  }

  @Test
  void a_refusal_names_its_reason_and_the_case_stays_ours() {
    offered();

    assertThat(khmer.decide(id, "NO_CAPACITY", focalPoint)).isEmpty();

    within(() -> thai.state(id).equals("REFUSED NO_CAPACITY"));
    assertThat(thai.holds(id)).isTrue();
    assertThat(thai.status(file.id().value())).isEqualTo("Active");
    assertThat(khmer.decide(id, "", focalPoint)).isEqualTo("stale");
    assertThat(thai.offer(UuidCreator.getTimeOrderedEpoch(), file.id().value(), worker)).isEmpty();
  }

  @Test
  void whoever_wrote_it_never_approves_it_and_two_are_never_under_way() {
    assertThat(thai.offer(id, file.id().value(), supervisor)).isEmpty();

    assertThat(thai.approve(id, supervisor)).isEqualTo("own work");
    assertThat(thai.offer(UuidCreator.getTimeOrderedEpoch(), file.id().value(), worker))
        .isEqualTo("stale");
    assertThat(thai.offer(id, file.id().value(), worker)).as("the same form again").isEmpty();
    assertThat(thai.state(id)).isEqualTo("WAITING");
    assertThat(khmer.state(id)).isEqualTo("absent");
  }

  @Test
  void without_a_consent_that_stands_there_is_nowhere_to_go_and_nothing_leaves() throws Exception {
    assertThat(thai.offer(id, file.id().value(), worker)).isEmpty();
    th.withdraw(consent, file.person(), "kh");

    assertThat(thai.state(id)).isEqualTo("WITHDRAWN");
    assertThat(thai.approve(id, supervisor)).isEqualTo("stale");
    assertThat(thai.offer(UuidCreator.getTimeOrderedEpoch(), file.id().value(), worker))
        .isEqualTo("nowhere");
  }

  @Test
  void a_consent_taken_back_gives_the_case_back_to_whoever_handed_it_over() throws Exception {
    accepted();

    th.withdraw(consent, file.person(), "kh");

    assertThat(thai.state(id)).isEqualTo("WITHDRAWN");
    assertThat(thai.holds(id)).isTrue();
    assertThat(thai.status(file.id().value())).isEqualTo("Active");
    within(() -> khmer.state(id).equals("WITHDRAWN"));
    assertThat(khmer.holds(id)).isFalse();
  }

  @Test
  void taken_back_before_they_decide_it_can_no_longer_be_accepted() {
    offered();

    assertThat(thai.takeBack(id, worker)).isEmpty();

    within(() -> khmer.state(id).equals("TAKEN_BACK"));
    assertThat(khmer.decide(id, "", focalPoint)).isEqualTo("stale");
    assertThat(thai.holds(id)).isTrue();
  }

  @Test
  void when_acceptance_and_taking_back_cross_the_case_is_with_whoever_accepted() {
    offered();
    nodes.toKh.road = Faults.Road.CUT;
    assertThat(thai.takeBack(id, worker)).isEmpty();
    assertThat(khmer.decide(id, "", focalPoint)).isEmpty();

    within(() -> thai.state(id).equals("ACCEPTED"));
    nodes.toKh.road = Faults.Road.OPEN;

    assertThat(thai.holds(id)).isFalse();
    assertThat(thai.status(file.id().value())).isEqualTo("ClosedReferred");
    assertThat(khmer.state(id)).isEqualTo("ACCEPTED");
  }

  @Test
  void closing_tells_the_outcome_she_allowed_and_no_other() {
    assertThat(khmer.close(theirs, "REPATRIATED", focalPoint)).isEmpty();

    within(() -> thai.closings(file.id().value()).equals(List.of("untold")));
    assertThat(khmer.closings(theirs)).containsExactly("REPATRIATED false");
    assertThat(khmer.status(theirs)).isEqualTo("Closed");
    assertThat(thai.status(file.id().value())).isEqualTo("Active");
    assertThat(thai.river(file.id().value()))
        .containsExactly("transfers.river.closed", "transfers.far.closed");
    assertThat(khmer.close(theirs, "OTHER", focalPoint)).isEqualTo("stale");
  }

  @Test
  void a_case_that_was_taken_over_is_closed_and_its_former_holder_hears_why() {
    accepted();

    assertThat(khmer.close(theirs, "FORMAL_CLOSING", focalPoint)).isEmpty();

    within(() -> thai.closings(file.id().value()).equals(List.of("FORMAL_CLOSING true")));
    assertThat(thai.river(file.id().value()))
        .contains("transfers.river.closed", "transfers.far.closed.formal-closing");
  }
}
