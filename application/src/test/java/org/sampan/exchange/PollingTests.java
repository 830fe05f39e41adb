package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.consents.PersonId;

/// Cambodia has no public address: it fetches what waits for it.
class PollingTests extends OnTwoNodes {

  @BeforeEach
  void noAddress() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    nodes.cambodiaPolls = true;
    nodes.publish();
  }

  @AfterEach
  void addressAgain() throws Exception {
    nodes.cambodiaPolls = false;
    nodes.publish();
    // A round that has begun is over.
    kh.bean(Polling.class).fetchFromAll();
  }

  @Test
  void a_node_without_an_address_fetches_its_messages_in_order_and_gives_receipts()
      throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    List<MessageId> sent = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Draft draft = th.request(person, caseFile, "kh");
      th.send(draft);
      sent.add(draft.id());
    }
    int knocked = nodes.toKh.letters.get();

    kh.bean(Polling.class).fetchFromAll();

    within(() -> sent.stream().noneMatch(id -> th.state(id).waits()));
    within(() -> th.state(sent.getLast()) == DeliveryState.DELIVERED);
    List<UUID> ids = sent.stream().map(MessageId::value).toList();
    assertThat(kh.bean(Taker.class).requests().stream().filter(ids::contains).toList())
        .isEqualTo(ids);
    assertThat(nodes.toKh.letters.get()).as("nobody knocked at its door").isEqualTo(knocked);
  }

  @Test
  void people_read_that_it_fetches_by_itself() throws Exception {
    assertThat(th.bean(Peers.class).polls("kh")).isTrue();
    assertThat(kh.bean(Peers.class).polls("th")).isFalse();
  }
}
