package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sampan.consents.PersonId;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;
import org.sampan.trust.Rotations;
import org.sampan.trust.Trust;

/// Keys come, count and go while letters are on their way.
class KeysOverTimeTests extends OnTwoNodes {

  private static final Instant LONG_AGO = Instant.ofEpochSecond(1_700_000_000);

  @AfterEach
  void every_key_that_is_left_counts_again() throws Exception {
    nodes.toKh.road = Faults.Road.OPEN;
    th.clock.putBack();
    kh.clock.putBack();
    nodes.counts.clear();
    nodes.publish();
  }

  @Test
  void letters_flow_while_keys_rotate_and_an_old_key_proves_only_what_it_signed() throws Exception {
    SigningKey old = signing();
    List<PublicPart> before = Rotations.renew(th.bean(Keyring.class));
    assertThat(signing().kid()).as("the new ones wait for the signers").isEqualTo(old.kid());
    arrives(send());

    Instant now = th.clock.instant();
    for (PublicPart part : th.bean(Keyring.class).publicParts()) {
      nodes.counts.put(
          part.kid(),
          before.contains(part)
              ? List.of(LONG_AGO, now.plus(Duration.ofDays(2)))
              : List.of(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(365))));
    }
    nodes.publish();
    assertThat(signing().kid()).as("not yet").isEqualTo(old.kid());
    arrives(send());

    nodes.toKh.road = Faults.Road.CUT;
    Draft late = send();
    ahead(Duration.ofHours(36));
    assertThat(signing().kid()).as("both count, the newer signs").isNotEqualTo(old.kid());
    Draft between = send();
    ahead(Duration.ofDays(2));
    Draft after = send();
    open();

    arrives(late);
    arrives(between);
    arrives(after);
    within(() -> th.state(late.id()) == DeliveryState.DELIVERED);
    assertThat(hello(old)).as("what the old key signs now").isEqualTo(400);
    assertThat(hello(signing())).isEqualTo(200);
  }

  @Test
  void a_suspension_runs_from_node_to_node_and_ends_with_new_keys() throws Exception {
    NodeInTest la = nodes.another("la");
    try {
      arrives(send());
      nodes.toKh.road = Faults.Road.CUT;
      Draft underWay = send();
      String suspension =
          Rotations.suspension(th.bean(Trust.class), th.bean(Keyring.class), th.clock.instant());

      assertThat(kh.bean(Trust.class).offer(suspension)).isInstanceOf(Trust.Offered.Taken.class);

      within(() -> la.bean(Trust.class).texts().contains(suspension));
      assertThat(standing(la))
          .as("heard of the second node")
          .isEqualTo(TrustedNode.Status.SUSPENDED);
      assertThat(kh.post("/x/v1/envelopes", th.sealed(underWay.caseFile()).getFirst()).statusCode())
          .as("signed before, arrived after: a thief can choose the date")
          .isBetween(400, 503);
      assertThat(FilesBesideTests.stateThere(underWay.id().value())).isNull();
      assertThat(th.state(underWay.id())).isEqualTo(DeliveryState.QUEUED);

      Rotations.renew(th.bean(Keyring.class)).forEach(part -> nodes.retired.add(part.kid()));
      nodes.publish();
      assertThat(standing(kh)).isEqualTo(TrustedNode.Status.ACTIVE);
      open();
      arrives(send());
      within(() -> th.state(underWay.id()) == DeliveryState.BOUNCED);
    } finally {
      nodes.others.clear();
      nodes.publish();
      la.close();
    }
  }

  @Test
  void new_keys_known_only_to_the_stick_open_the_stick() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    Rotations.renew(th.bean(Keyring.class)).forEach(part -> nodes.retired.add(part.kid()));
    String next = nodes.next();
    th.bean(Trust.class).offer(next);
    Draft draft = send();
    List<Path> volumes = Stick.empty().write(th, "kh", 100_000_000);

    Stick.Answer answer = Stick.take(kh, volumes.getFirst());

    assertThat(answer.status()).as(answer.refused()).isEqualTo(200);
    assertThat(kh.bean(Trust.class).texts()).contains(next);
    arrives(draft);
  }

  private static SigningKey signing() {
    return th.bean(Keyring.class).signing();
  }

  private static void ahead(Duration by) {
    th.clock.goAhead(by);
    kh.clock.goAhead(by);
  }

  /// The road is open, and nobody waits until it is tried.
  private static void open() {
    nodes.toKh.road = Faults.Road.OPEN;
    th.inTransaction(() -> {
      th.bean(Circuits.class).heard("kh", th.clock.instant());
      return true;
    });
  }

  private static Draft send() throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft draft = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    th.send(draft);
    return draft;
  }

  private static void arrives(Draft draft) {
    within(() -> kh.bean(Taker.class).requests().contains(draft.id().value()));
  }

  private static int hello(SigningKey key) throws Exception {
    Statement hello =
        Statement.of(
            "sys.hello",
            new NodeId("th"),
            new NodeId("kh"),
            th.clock.instant(),
            CanonicalJson.of("{\"all\":false}"));
    return kh.post("/x/v1/hello", hello.sign(key).getBytes(StandardCharsets.US_ASCII)).statusCode();
  }

  private static TrustedNode.Status standing(NodeInTest at) {
    return at.bean(Trust.class).list().orElseThrow().node(new NodeId("th")).orElseThrow().status();
  }
}
