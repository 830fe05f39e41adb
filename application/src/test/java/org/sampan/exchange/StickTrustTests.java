package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.consents.PersonId;
import org.sampan.sealing.SigningKey;
import org.sampan.trust.Trust;

/// Lists, notices and heads of logs on a stick, for a node that no wire reaches.
class StickTrustTests extends OnTwoNodes {

  private static final long LARGE = 100_000_000;

  @BeforeEach
  void noWire() {
    nodes.toKh.road = Faults.Road.CUT;
  }

  private static Stick.Answer carry(NodeInTest from, NodeInTest to) throws Exception {
    List<Path> volumes = Stick.empty().write(from, to.name, LARGE);
    assertThat(volumes).hasSize(1);
    return Stick.take(to, volumes.getFirst());
  }

  @Test
  void a_revocation_reaches_who_has_no_line_though_nothing_else_waits() throws Exception {
    String notice = nodes.revoked("la", SigningKey.generate().kid());
    th.bean(Trust.class).offer(notice);

    Stick.Answer answer = carry(th, kh);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(kh.bean(Trust.class).texts()).contains(notice);
    assertThat(answer.said().path("trust").asInt())
        .as("the list and the notice")
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_newer_list_comes_before_the_letters_that_cite_it() throws Exception {
    String next = nodes.next();
    th.bean(Trust.class).offer(next);
    UUID letter = send();

    Stick.Answer answer = carry(th, kh);

    assertThat(answer.said().path("letters").asInt()).isPositive();
    assertThat(kh.bean(Trust.class).texts()).contains(next);
    within(() -> FilesBesideTests.stateThere(letter) == Inbox.State.PROCESSED);
  }

  @Test
  void an_old_list_on_a_stick_changes_nothing_and_stops_no_letter() throws Exception {
    UUID letter = send();
    List<Path> old = Stick.empty().write(th, "kh", LARGE);
    nodes.publish();
    List<String> before = kh.bean(Trust.class).texts();

    Stick.Answer answer = Stick.take(kh, old.getFirst());

    assertThat(answer.said().path("left").path("LIST_ROLLBACK").asInt()).isEqualTo(1);
    assertThat(kh.bean(Trust.class).texts()).isEqualTo(before);
    within(() -> FilesBesideTests.stateThere(letter) == Inbox.State.PROCESSED);
  }

  @Test
  void heads_of_logs_ride_on_the_stick() throws Exception {
    within(() -> th.count("witnesses.checkpoint") > 0);
    long newest = newestCheckpoint();

    carry(th, kh);

    assertThat(
            kh.sql()
                .sql("select count(*) from witnesses.heard where peer = 'th' and size >= :size")
                .param("size", newest)
                .query(Long.class)
                .single())
        .isPositive();
  }

  private static long newestCheckpoint() {
    return th.sql().sql("select max(size) from witnesses.checkpoint").query(Long.class).single();
  }

  @Test
  void a_missing_volume_is_named_by_the_name_of_its_file() throws Exception {
    FilesBesideTests.send(
        FilesBesideTests.photograph(7_000_000), UuidCreator.getTimeOrderedEpoch(), "");
    List<Path> volumes = Stick.empty().write(th, "kh", 4 * 1024 * 1024);
    assertThat(volumes).hasSizeGreaterThan(2);

    Stick.Answer first = Stick.take(kh, volumes.getFirst());

    assertThat(first.said().path("missing").values())
        .extracting(name -> name.asString())
        .containsExactlyElementsOf(
            volumes.stream().skip(1).map(path -> path.getFileName().toString()).toList());
    for (Path volume : volumes) {
      first = Stick.take(kh, volume);
    }
    assertThat(first.said().path("missing").isEmpty()).isTrue();
  }

  private static UUID send() throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft draft = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    th.send(draft);
    return draft.id().value();
  }
}
