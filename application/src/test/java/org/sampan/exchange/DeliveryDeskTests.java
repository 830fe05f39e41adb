package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
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

    String page = page("/delivery/mine", author(draft));

    assertThat(page)
        .contains("Nobody answers there", "Next try", "No answer since")
        .contains("Something answers that is not the other country")
        .doesNotContain("Srey", "NOT_A_RECEIPT");
  }

  @Test
  void a_person_has_a_silent_country_tried_again_at_once() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    Draft draft = queued();
    TwoNodes.within(
        () -> nodes.th.bean(Deliveries.class).of(draft.id()).orElseThrow().failure() != null);
    nodes.toKh.road = Faults.Road.OPEN;

    Reader keeper = Reader.with(nodes.th, Role.ADMINISTRATOR);
    int asked = keeper.asks(post("/delivery/again").param("peer", "kh").with(csrf())).getStatus();
    assertThat(asked).isEqualTo(303);

    TwoNodes.within(() -> nodes.th.state(draft.id()) == DeliveryState.DELIVERED);
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
    Reader author = author(draft);
    assertThat(page("/", author)).doesNotContain("/delivery/mine");

    nodes.th.clock.goAhead(Duration.ofHours(25));

    assertThat(page("/", author)).contains("/delivery/mine");
  }

  private Draft queued() throws Exception {
    PersonId person = nodes.th.person();
    nodes.th.consent(person, "kh");
    Draft draft = nodes.th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    nodes.th.send(draft);
    return draft;
  }

  private Reader author(Draft draft) {
    return Reader.of(nodes.th, draft.author());
  }

  private static String page(String path, Reader reader) throws Exception {
    return reader.asks(get(path)).getContentAsString();
  }
}
