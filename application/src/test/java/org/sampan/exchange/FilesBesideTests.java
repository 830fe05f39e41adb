package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sampan.accounts.Role;
import org.sampan.attachments.Attachments;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.consents.Consent;
import org.sampan.consents.PersonId;
import org.sampan.sealing.Letter;

/// A file beside a letter crosses from Thailand to Cambodia.
class FilesBesideTests extends OnTwoNodes {

  /// Looks like a photograph and is noise.
  static byte[] photograph(int size) {
    byte[] file = new byte[size];
    new Random(size).nextBytes(file);
    file[0] = (byte) 0xff;
    file[1] = (byte) 0xd8;
    file[2] = (byte) 0xff;
    return file;
  }

  record Sent(Draft draft, PersonId person, Consent.Id consent, UUID file) {
    UUID id() {
      return draft.id().value();
    }
  }

  // That an identifier nested in another type may be absent is not read from a class file.
  @SuppressWarnings("NullAway")
  static Draft with(Draft of, java.util.List<Letter.Attachment> files) {
    return new Draft(
        of.id(),
        of.kind(),
        of.toNode(),
        of.toOffice(),
        of.person(),
        of.caseFile(),
        of.purpose(),
        of.legalBasis(),
        of.categories(),
        of.urgency(),
        null,
        of.author(),
        of.approver(),
        files,
        of.body());
  }

  /// Sends a referral with this file beside it; `bend` may spoil what is kept before it leaves.
  static Sent send(byte[] file, UUID caseFile, String bend) throws Exception {
    return send(th, "kh", file, caseFile, bend);
  }

  static Sent send(NodeInTest from, String to, byte[] file, UUID caseFile, String bend)
      throws Exception {
    PersonId person = from.person();
    Consent.Id consent = from.consent(person, to);
    Draft draft = from.request(person, caseFile, to);
    UUID id = UUID.randomUUID();
    Attachments.New added = new Attachments.New(draft.id().value(), id, person.value(), "passport");
    Act act = Act.of("attachments.paper.added");
    Attachments files = from.bean(Attachments.class);
    assertThat(files.add(added, new ByteArrayInputStream(file), act))
        .isInstanceOf(Attachments.Added.Kept.class);
    if (!bend.isEmpty()) {
      from.inTransaction(() -> from.sql().sql(bend).param("record", draft.id().value()).update());
    }
    from.inTransaction(() ->
        from.bean(Post.class)
            .send(with(draft, from.bean(Enclosures.class).enclose(draft.id().value(), to))));
    return new Sent(draft, person, consent, id);
  }

  static byte[] opened(Sent sent) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    kh.bean(Attachments.class).open(sent.id(), sent.file()).orElseThrow().content().writeTo(file);
    return file.toByteArray();
  }

  static Inbox.@Nullable State stateThere(UUID message) {
    return kh.bean(Inbox.class).find(message).map(Inbox.Kept::state).orElse(null);
  }

  @Test
  void a_letter_waits_for_its_file_and_then_has_its_effect() throws Exception {
    nodes.toKh.cutAfter.set(0);
    byte[] file = photograph(2_500_000);
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    Sent sent = send(file, caseFile, "");
    within(() -> th.state(sent.draft().id()) == DeliveryState.RELAYED);
    Draft next = th.request(sent.person(), caseFile, "kh");
    th.send(next);
    within(() -> th.state(next.id()) == DeliveryState.RELAYED);

    assertThat(stateThere(sent.id())).isEqualTo(Inbox.State.HELD);
    assertThat(stateThere(next.id().value()))
        .as("its turn comes later")
        .isEqualTo(Inbox.State.HELD);
    assertThat(kh.bean(Attachments.class).open(sent.id(), sent.file())).isEmpty();

    nodes.toKh.cutAfter.set(Integer.MAX_VALUE);

    within(() -> heard() && th.state(next.id()) == DeliveryState.DELIVERED);
    assertThat(th.state(sent.draft().id())).isEqualTo(DeliveryState.DELIVERED);
    assertThat(opened(sent)).isEqualTo(file);
  }

  @Test
  void a_transfer_cut_again_and_again_goes_on_where_it_was() throws Exception {
    int size = 6 * 1024 * 1024 + 77;
    nodes.toKh.cutAfter.set(0);
    Sent sent = send(photograph(size), UuidCreator.getTimeOrderedEpoch(), "");
    within(() -> th.state(sent.draft().id()) == DeliveryState.RELAYED);
    for (int cut = 0; cut < 3; cut++) {
      // One question where it stands, and two ranges.
      nodes.toKh.cutAfter.set(3);
      within(() -> heard() && nodes.toKh.cutAfter.get() < 0);
    }
    nodes.toKh.cutAfter.set(Integer.MAX_VALUE);

    within(() -> heard() && th.state(sent.draft().id()) == DeliveryState.DELIVERED);

    long put = number("select sent from attachments.errand where record = :record", sent);
    long parcel =
        number(
            "select p.size from attachments.parcel p join attachments.paper f on f.parcel = p.id where f.record = :record",
            sent);
    assertThat(put)
        .as("each cut costs one range at most")
        .isLessThanOrEqualTo(parcel + 3 * 1024 * 1024L);
    assertThat(opened(sent)).hasSize(size);
  }

  /// The ferry need not wait for its next turn.
  private static boolean heard() {
    th.bean(Enclosures.class).heard("kh");
    return true;
  }

  private static long number(String question, Sent sent) {
    return th.sql().sql(question).param("record", sent.id()).query(Long.class).single();
  }

  @Test
  void a_file_that_is_not_what_was_said_is_refused_and_never_opens() throws Exception {
    Sent other =
        send(
            photograph(5_000),
            UuidCreator.getTimeOrderedEpoch(),
            "update attachments.paper set media_type = 'image/png' where record = :record");
    Sent wrongSize =
        send(
            photograph(5_001),
            UuidCreator.getTimeOrderedEpoch(),
            "update attachments.paper set size = 5002 where record = :record");
    Sent altered =
        send(
            photograph(5_003),
            UuidCreator.getTimeOrderedEpoch(),
            "update attachments.paper set sha256 = repeat('0', 64) where record = :record");

    within(() -> th.state(altered.draft().id()) == DeliveryState.KEPT);
    within(() -> th.state(other.draft().id()) == DeliveryState.KEPT);
    assertThat(reason(other)).isEqualTo("KEPT_ATTACHMENT_TYPE");
    assertThat(reason(altered)).isEqualTo("KEPT_ATTACHMENT_DAMAGED");
    assertThat(stateThere(altered.id())).isEqualTo(Inbox.State.QUARANTINED);
    assertThat(kh.bean(Attachments.class).open(other.id(), other.file())).isEmpty();
    assertThat(kh.bean(Taker.class).requests()).doesNotContain(other.id(), altered.id());
    assertThat(stateThere(wrongSize.id())).as("it never becomes whole").isEqualTo(Inbox.State.HELD);
    kh.bean(Quarantine.class).release("th", other.id(), Reader.with(kh, Role.FOCAL_POINT).she());
    assertThat(kh.bean(Taker.class).requests()).as("taken without it").contains(other.id());
    assertThat(kh.bean(Attachments.class).open(other.id(), other.file())).isEmpty();
  }

  private static String reason(Sent sent) {
    return String.valueOf(th.bean(Deliveries.class).of(sent.draft().id()).orElseThrow().reason());
  }

  @Test
  void files_that_cannot_go_hold_up_no_others() throws Exception {
    nodes.toKh.cutAfter.set(0);
    Sent sent = send(photograph(7_000), UuidCreator.getTimeOrderedEpoch(), "");
    within(() -> th.state(sent.draft().id()) == DeliveryState.RELAYED);
    th.inTransaction(() -> th.sql().sql(NOBODY).param("record", sent.id()).update());
    nodes.toKh.cutAfter.set(Integer.MAX_VALUE);

    within(() -> heard() && th.state(sent.draft().id()) == DeliveryState.DELIVERED);

    assertThat(opened(sent)).hasSize(7_000);
    th.inTransaction(
        () -> th.sql().sql("delete from attachments.errand where peer = 'nobody'").update());
  }

  /// For a node that has no address, since yesterday.
  private static final String NOBODY =
      """
      insert into attachments.errand (record, parcel, peer, state, next_try)
      select gen_random_uuid(), e.parcel, 'nobody', 'GOES', e.next_try - interval '1 day'
        from attachments.errand e, generate_series(1, 150) where e.record = :record
      """;

  @Test
  void a_withdrawal_is_obeyed_while_the_file_is_still_missing() throws Exception {
    nodes.toKh.cutAfter.set(0);
    Sent sent = send(photograph(9_000), UuidCreator.getTimeOrderedEpoch(), "");
    within(() -> th.state(sent.draft().id()) == DeliveryState.RELAYED);

    th.withdraw(sent.consent(), sent.person(), "kh");

    within(() -> stateThere(sent.id()) == Inbox.State.LOCKED);
    nodes.toKh.cutAfter.set(Integer.MAX_VALUE);
    within(() -> heard() && th.state(sent.draft().id()) == DeliveryState.REFUSED);
    assertThat(kh.bean(Attachments.class).open(sent.id(), sent.file())).isEmpty();
    assertThat(
            kh.count(
                "attachments.piece p join attachments.paper f on f.parcel = p.parcel where f.record = '"
                    + sent.id()
                    + "'"))
        .isZero();
  }
}
