package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.audit.Audit;
import org.sampan.consents.PersonId;

/// A node that was put back from its encrypted backup file says nothing until it knows where it
/// stood.
class RestoreTests {

  private static final char[] PASSPHRASE = "seven boats cross the river".toCharArray();

  private TwoNodes nodes;
  private NodeInTest th;
  private NodeInTest kh;
  private PersonId person;
  private UUID caseFile;

  @BeforeEach
  void twoNodesWithOneMessage() throws Exception {
    nodes = new TwoNodes();
    th = nodes.th;
    kh = nodes.kh;
    person = th.person();
    th.consent(person, "kh");
    caseFile = UuidCreator.getTimeOrderedEpoch();
    sendOne();
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  private UUID sendOne() {
    Draft draft = th.request(person, caseFile, "kh");
    th.send(draft);
    within(() -> th.state(draft.id()) == DeliveryState.DELIVERED);
    return draft.id().value();
  }

  @Test
  void a_restored_sender_goes_on_after_what_the_other_side_has() throws Exception {
    Path copy = th.backUp(PASSPHRASE);
    List<UUID> lost = List.of(sendOne(), sendOne(), sendOne());
    nodes.toKh.road = Faults.Road.CUT;
    th.restore(copy, PASSPHRASE);
    int letters = nodes.toKh.letters.get();
    Draft next = th.request(person, caseFile, "kh");
    th.send(next);
    Thread.sleep(1500);
    assertThat(nodes.toKh.letters.get()).as("silent until told").isEqualTo(letters);
    assertThat(th.state(next.id())).isEqualTo(DeliveryState.QUEUED);

    nodes.toKh.road = Faults.Road.OPEN;
    th.bean(Hellos.class).ask();

    within(() -> th.state(next.id()) == DeliveryState.DELIVERED);
    assertThat(seq(th, next.id().value())).isEqualTo(5);
    assertThat(kh.bean(Taker.class).requests())
        .hasSize(5)
        .containsAll(lost)
        .contains(next.id().value());
    assertThat(kh.bean(Audit.class).counts())
        .doesNotContainKeys("exchange.alarm.equivocation", "exchange.alarm.fork");
    assertThat(th.bean(Audit.class).counts())
        .containsKeys(
            "exchange.rollback.noticed", "exchange.rollback.confirmed", "exchange.rollback.lost");
  }

  @Test
  void a_restored_receiver_is_sent_again_what_it_lost() throws Exception {
    Path copy = kh.backUp(PASSPHRASE);
    List<UUID> lost = new ArrayList<>(List.of(sendOne(), sendOne()));
    // It greets as soon as it is there again: what that brings must not be there before we look.
    nodes.toKh.road = Faults.Road.CUT;
    kh.restore(copy, PASSPHRASE);
    assertThat(kh.count("exchange.inbox where kind like 'referral%'")).isEqualTo(1);

    nodes.toKh.road = Faults.Road.OPEN;
    th.inTransaction(() -> {
      th.bean(Circuits.class).heard("kh", th.clock.instant());
      return true;
    });
    kh.bean(Hellos.class).ask();

    within(() -> kh.bean(Taker.class).requests().containsAll(lost));
    assertThat(kh.bean(Taker.class).requests()).containsSubsequence(lost);
    lost.add(sendOne());
    assertThat(kh.bean(Taker.class).requests()).containsAll(lost);
    assertThat(th.bean(Audit.class).counts())
        .doesNotContainKeys("exchange.alarm.equivocation", "exchange.alarm.fork");
  }

  private static long seq(NodeInTest node, UUID message) {
    return node.sql()
        .sql("select seq from exchange.outbox where id = :id")
        .param("id", message)
        .query(Long.class)
        .single();
  }
}
