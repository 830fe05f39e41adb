package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.consents.PersonId;
import org.sampan.sealing.Receipt;

/// A message crosses from Thailand to Cambodia, over HTTP, whatever goes wrong on the way.
class CrossingTests extends OnTwoNodes {

  @Test
  void a_referral_arrives_is_decided_and_the_sender_hears_of_each_step() throws Exception {
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft draft = th.request(person, caseFile, "kh");

    assertThat(th.send(draft)).isEqualTo(new Post.Outcome.Queued(draft.id()));

    within(() -> th.state(draft.id()) == DeliveryState.DELIVERED);
    assertThat(kh.bean(Exhibits.class).proofOf(draft.id()).orElseThrow().from()).isEqualTo("th");
    boolean first =
        kh.inTransaction(() ->
            kh.bean(Receipts.class).decided(draft.id(), Receipt.Decision.ACCEPTED, "PLACE_FOUND"));
    assertThat(first).isTrue();
    within(() -> th.state(draft.id()) == DeliveryState.ACCEPTED);
    assertThat(th.bean(Deliveries.class).of(caseFile)).hasSize(1);
    assertThat(th.bean(Deliveries.class).of(draft.id()).orElseThrow().reason())
        .isEqualTo("PLACE_FOUND");
  }

  @Test
  void an_answer_goes_back_in_the_same_thread_and_rests_on_the_request() throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft asked = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    th.send(asked);
    within(() -> th.state(asked.id()) == DeliveryState.DELIVERED);
    UUID theirs = UuidCreator.getTimeOrderedEpoch();
    Draft status = nodes.toldBack(asked.id(), theirs);

    Post.Outcome outcome =
        kh.inTransaction(() -> {
          kh.bean(Post.class).join(asked.id(), theirs, null);
          return kh.bean(Post.class).send(status);
        });

    assertThat(outcome).isInstanceOf(Post.Outcome.Queued.class);
    within(() -> kh.state(status.id()) == DeliveryState.DELIVERED);
    assertThat(th.bean(Taker.class).requests()).contains(status.id().value());
  }

  @Test
  void without_consent_nothing_is_stored_and_nothing_leaves() {
    PersonId person = th.person();
    long before = th.count("exchange.outbox") + th.count("exchange.thread");
    Draft draft = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");

    assertThat(th.send(draft)).isInstanceOf(Post.Outcome.NoAuthority.class);

    assertThat(th.count("exchange.outbox") + th.count("exchange.thread")).isEqualTo(before);
  }

  @Test
  // That an identifier nested in another type may be absent is not read from a class file.
  @SuppressWarnings("NullAway")
  void an_unknown_office_an_unknown_node_and_a_single_pair_of_eyes_are_refused() throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft good = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    Draft elsewhere = copy(good, "kh", "kh-nobody", good.approver());
    Draft nowhere = copy(good, "vn", "vn-focal-point", good.approver());
    Draft alone = copy(good, "kh", "kh-focal-point", good.author());

    assertThat(th.send(elsewhere)).isEqualTo(new Post.Outcome.UnknownRecipient());
    assertThat(th.send(nowhere)).isEqualTo(new Post.Outcome.UnknownRecipient());
    assertThat(th.send(alone)).isEqualTo(new Post.Outcome.NotApproved());
  }

  private static Draft copy(
      Draft of, String node, String office, org.sampan.accounts.Account.Id approver) {
    return new Draft(
        of.id(),
        of.kind(),
        node,
        office,
        of.person(),
        of.caseFile(),
        of.purpose(),
        of.legalBasis(),
        of.categories(),
        of.urgency(),
        null,
        of.author(),
        approver,
        List.of(),
        of.body());
  }

  @Test
  void duplicates_in_any_order_have_one_effect_each_in_order() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    PersonId person = th.person();
    th.consent(person, "kh");
    List<UUID> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Draft draft = th.request(person, caseFile, "kh");
      th.send(draft);
      sent.add(draft.id().value());
    }
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<byte[]> copies = new ArrayList<>();
    for (byte[] bytes : th.sealed(caseFile)) {
      copies.addAll(Collections.nCopies(1 + random.nextInt(5), bytes));
    }
    Collections.shuffle(copies, random);
    Map<String, String> receipts = new java.util.HashMap<>();

    for (byte[] bytes : copies) {
      HttpResponse<String> answer = kh.post("/x/v1/envelopes", bytes);
      assertThat(answer.statusCode()).isEqualTo(200);
      String key = org.sampan.sealing.Digest.of(bytes).hex();
      String earlier = receipts.putIfAbsent(key, answer.body());
      assertThat(earlier == null ? answer.body() : earlier).isEqualTo(answer.body());
    }

    assertThat(kh.bean(Taker.class).requests().stream().filter(sent::contains).toList())
        .as("seed %d", seed)
        .isEqualTo(sent);
  }

  @Test
  void a_lost_answer_is_asked_for_again_and_nothing_happens_twice() throws Exception {
    nodes.toKh.road = Faults.Road.ANSWER_LOST;
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft draft = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    th.send(draft);
    within(() ->
        th.sql()
                .sql("select count(*) from exchange.attempt where message = :id")
                .param("id", draft.id().value())
                .query(Long.class)
                .single()
            > 0);
    nodes.toKh.road = Faults.Road.OPEN;
    th.clock.goAhead(Duration.ofMinutes(1));

    within(() -> th.state(draft.id()) == DeliveryState.DELIVERED);

    assertThat(Collections.frequency(kh.bean(Taker.class).requests(), draft.id().value()))
        .isEqualTo(1);
  }

  @Test
  void an_effect_that_fails_leaves_no_receipt_and_is_tried_again() throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft draft = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    kh.bean(Taker.class).before =
        message -> {
          throw new IllegalStateException("the effect fails");
        };
    th.send(draft);
    within(
        () -> "HTTP_503".equals(th.bean(Deliveries.class).of(draft.id()).orElseThrow().failure()));
    assertThat(kh.bean(Inbox.class).find(draft.id().value())).isEmpty();
    kh.bean(Taker.class).before = message -> {};
    th.clock.goAhead(Duration.ofMinutes(1));

    within(() -> th.state(draft.id()) == DeliveryState.DELIVERED);
  }
}
