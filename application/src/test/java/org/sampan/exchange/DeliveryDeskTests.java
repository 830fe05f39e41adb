package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
import org.sampan.consents.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What people see of what waits.
@OnANode
class DeliveryDeskTests {

  @Autowired MockMvc browser;
  @Autowired People people;

  private TwoNodes nodes;

  @BeforeEach
  void settle() throws Exception {
    nodes = TwoNodes.shared();
    nodes.settle();
  }

  @Test
  void whoever_watches_delivery_sees_the_page_and_others_do_not() throws Exception {
    SignedIn keeper = people.with(Role.ADMINISTRATOR);
    SignedIn firstResponder = people.with(Role.FIRST_RESPONDER);

    String page =
        browser
            .perform(get("/delivery").with(People.as(keeper)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    int refused =
        browser
            .perform(get("/delivery").with(People.as(firstResponder)))
            .andReturn()
            .getResponse()
            .getStatus();

    assertThat(page).contains("Nothing waits");
    assertThat(refused).isEqualTo(404);
  }

  @Test
  void a_silent_peer_is_shown_with_the_reason_and_nothing_of_the_content() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    Draft draft = queued();
    TwoNodes.within(
        () -> nodes.th.bean(Deliveries.class).of(draft.id()).orElseThrow().failure() != null);

    DeliveryPage page = (DeliveryPage) nodes.th.bean(DeliveryDesk.class).mine(author(draft));

    assertThat(page.peers()).hasSize(1);
    assertThat(page.peers().getFirst().why()).isEqualTo("exchange.why.strange");
    assertThat(page.peers().getFirst().nextTry()).isNotNull();
    assertThat(page.toString()).doesNotContain("Srey");
  }

  @Test
  void a_person_has_a_silent_country_tried_again_at_once() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    Draft draft = queued();
    TwoNodes.within(
        () -> nodes.th.bean(Deliveries.class).of(draft.id()).orElseThrow().failure() != null);
    nodes.toKh.road = Faults.Road.OPEN;

    nodes.th.bean(DeliveryDesk.class).again("kh", author(draft));

    TwoNodes.within(() -> nodes.th.state(draft.id()) == DeliveryState.DELIVERED);
  }

  @Test
  void what_came_and_cannot_be_used_is_shown_to_people_and_told() throws Exception {
    PersonId person = nodes.th.person();
    nodes.th.consent(person, "kh");
    Draft draft = nodes.th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    nodes.kh.bean(Taker.class).refusal = "BODY_AGE";
    nodes.th.send(draft);
    TwoNodes.within(() -> nodes.th.state(draft.id()) == DeliveryState.REFUSED);
    nodes.kh.bean(Taker.class).refusal = "";
    SignedIn keeper =
        new SignedIn(
            nodes.kh.somebody(Role.ADMINISTRATOR),
            "Invented",
            nodes.kh.office(),
            java.util.Set.of(Role.ADMINISTRATOR));

    DeliveryPage page = (DeliveryPage) nodes.kh.bean(DeliveryDesk.class).delivery(keeper);

    assertThat(page.alarms().getFirst().words()).isEqualTo("exchange.alarm.refused");
    assertThat(page.alarms().getFirst().code()).isEqualTo("BODY_AGE");
    assertThat(nodes.kh.bean(DeliveryDesk.class).noticesFor(keeper))
        .anySatisfy(notice -> assertThat(notice.words()).isEqualTo("exchange.waiting.alarms"));
  }

  @Test
  void a_decision_on_a_suspended_country_is_told_when_it_is_back() throws Exception {
    Draft draft = queued();
    TwoNodes.within(() -> nodes.th.state(draft.id()) == DeliveryState.DELIVERED);
    nodes.ofThailand = org.sampan.sealing.TrustedNode.Status.SUSPENDED;
    nodes.publish();

    boolean decided =
        nodes.kh.inTransaction(() ->
            nodes
                .kh
                .bean(Receipts.class)
                .decided(draft.id(), org.sampan.sealing.Receipt.Decision.ACCEPTED, "PLACE_FOUND"));
    nodes.ofThailand = org.sampan.sealing.TrustedNode.Status.ACTIVE;
    nodes.publish();
    nodes.kh.bean(Receipts.class).tellAgain();

    assertThat(decided).isTrue();
    TwoNodes.within(() -> nodes.th.state(draft.id()) == DeliveryState.ACCEPTED);
  }

  @Test
  void people_are_told_when_something_waits_too_long() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    Draft draft = queued();
    Waiting desk = nodes.th.bean(DeliveryDesk.class);
    SignedIn author = author(draft);
    assertThat(desk.noticesFor(author).getFirst().count()).isZero();

    nodes.th.clock.goAhead(Duration.ofHours(25));

    assertThat(desk.noticesFor(author).getFirst().count()).isEqualTo(1);
  }

  private Draft queued() throws Exception {
    PersonId person = nodes.th.person();
    nodes.th.consent(person, "kh");
    Draft draft = nodes.th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    nodes.th.send(draft);
    return draft;
  }

  private SignedIn author(Draft draft) {
    Account account = nodes.th.bean(Accounts.class).find(draft.author()).orElseThrow();
    Office office = nodes.th.office();
    return new SignedIn(account.id(), account.name(), office, account.roles());
  }
}
