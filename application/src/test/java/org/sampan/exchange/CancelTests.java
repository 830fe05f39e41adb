package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sampan.accounts.Role;
import org.sampan.audit.Audit;
import org.sampan.consents.PersonId;
import org.springframework.mock.web.MockHttpServletResponse;

/// A person takes back a message that still waits.
class CancelTests extends OnTwoNodes {

  private static Draft sent() throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft draft = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    th.send(draft);
    return draft;
  }

  private static String path(Draft draft) {
    return "/delivery/sent/" + draft.id().value();
  }

  private static MockHttpServletResponse cancel(UUID message, Reader by) throws Exception {
    return by.asks(post("/delivery/sent/" + message + "/cancel").with(csrf()));
  }

  private static boolean lockedThere(Draft draft) {
    return kh.bean(Exhibits.class).proofOf(draft.id()).filter(Exhibits.Proof::locked).isPresent();
  }

  private static void theRoadOpens(UUID caseFile) {
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
  }

  @Test
  void what_waits_is_taken_back_and_its_number_gets_a_tombstone() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    Draft draft = sent();
    Reader author = Reader.of(th, draft.author());
    assertThat(author.asks(get(path(draft))).getContentAsString())
        .contains("Take this message back")
        .containsAnyOf("It waits here", "It is on its way");

    assertThat(cancel(draft.id().value(), author).getStatus()).isEqualTo(303);

    assertThat(th.state(draft.id())).isEqualTo(DeliveryState.CANCELLED);
    assertThat(author.asks(get(path(draft))).getContentAsString())
        .contains("Taken back")
        .doesNotContain("Take this message back");
    assertThat(th.bean(Audit.class).read(Audit.Query.ALL.doing("exchange.message.cancelled"), 1))
        .first()
        .satisfies(entry -> assertThat(entry.record()).isEqualTo(draft.id().value()));
    theRoadOpens(draft.caseFile());
    assertThat(kh.bean(Taker.class).requests()).doesNotContain(draft.id().value());
    assertThat(
            th.count("exchange.outbox where kind like 'sys.tombstone/%' and replaces is not null"))
        .isPositive();
  }

  @Test
  void what_arrives_in_that_moment_is_locked_there_and_never_both() throws Exception {
    CountDownLatch arriving = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    kh.bean(Taker.class).before =
        message -> {
          if (message.kind().startsWith("referral.")) {
            arriving.countDown();
            await(cancelled);
          }
        };
    Draft draft = sent();
    await(arriving);

    assertThat(cancel(draft.id().value(), Reader.of(th, draft.author())).getStatus())
        .isEqualTo(303);
    cancelled.countDown();

    within(() -> th.state(draft.id()) == DeliveryState.CANCELLED && lockedThere(draft));
    assertThat(kh.bean(Taker.class).takenBack).contains(draft.id());
    assertThat(kh.bean(Taker.class).locked)
        .as("no consent was withdrawn")
        .doesNotContain(draft.id());
    assertThat(th.state(draft.id())).isEqualTo(DeliveryState.CANCELLED);
    assertThat(Reader.of(th, draft.author()).asks(get(path(draft))).getContentAsString())
        .contains("their copy is locked");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void in_a_race_with_the_courier_each_is_either_delivered_or_cancelled() throws Exception {
    List<Draft> drafts = new ArrayList<>();
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Draft draft = sent();
      drafts.add(draft);
      Thread.sleep(i * 6L);
      answers.add(cancel(draft.id().value(), Reader.of(th, draft.author())).getStatus());
    }

    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (answers.get(i) == 303) {
        theRoadOpens(draft.caseFile());
        assertThat(th.state(draft.id())).isEqualTo(DeliveryState.CANCELLED);
        boolean inUse =
            kh.bean(Exhibits.class)
                .proofOf(draft.id())
                .filter(proof -> !proof.locked())
                .isPresent();
        assertThat(inUse).as("taken back and in use over there").isFalse();
      } else {
        assertThat(answers.get(i)).isEqualTo(422);
        within(() -> th.state(draft.id()) == DeliveryState.DELIVERED);
        assertThat(lockedThere(draft)).isFalse();
      }
    }
  }

  @Test
  void what_the_other_node_has_signed_for_is_not_taken_back_and_she_is_told_why() throws Exception {
    Draft draft = sent();
    within(() -> th.state(draft.id()) == DeliveryState.DELIVERED);

    MockHttpServletResponse answer = cancel(draft.id().value(), Reader.of(th, draft.author()));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("the other country has it already");
    assertThat(th.state(draft.id())).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void only_who_wrote_or_approved_it_or_approves_for_that_office_takes_it_back() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    Draft draft = sent();
    UUID id = draft.id().value();
    Reader author = Reader.of(th, draft.author());
    Reader colleague = Reader.with(th, Role.CASE_MANAGER);
    Reader keeper = Reader.with(th, Role.ADMINISTRATOR);
    UUID receipt =
        th.sql()
            .sql("select id from exchange.outbox where author is null limit 1")
            .query(UUID.class)
            .optional()
            .orElseGet(UUID::randomUUID);

    assertThat(colleague.asks(get(path(draft))).getStatus()).isEqualTo(404);
    assertThat(cancel(id, colleague).getStatus()).isEqualTo(404);
    assertThat(keeper.asks(get(path(draft))).getContentAsString())
        .doesNotContain("Take this message back");
    assertThat(cancel(id, keeper).getStatus()).isEqualTo(404);
    assertThat(cancel(receipt, author).getStatus()).isEqualTo(404);
    assertThat(cancel(UUID.randomUUID(), author).getStatus()).isEqualTo(404);
    assertThat(author.asks(post(path(draft) + "/cancel")).getStatus()).isEqualTo(403);
    assertThat(th.state(draft.id()).waits()).isTrue();

    assertThat(cancel(id, Reader.with(th, Role.SUPERVISOR)).getStatus()).isEqualTo(303);
    assertThat(th.state(draft.id())).isEqualTo(DeliveryState.CANCELLED);
    assertThat(cancel(id, author).getStatus()).as("twice").isEqualTo(422);
  }
}
