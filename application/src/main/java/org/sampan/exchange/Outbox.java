package org.sampan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What this node sends, from the moment it is sealed until it is evidence.
@Repository
class Outbox {

  /// A message of ours as its delivery needs it.
  ///
  /// @param sealed the digest of the bytes that travel
  /// @param reliesOn the digest of the consent's record it leaves under
  /// @param files whether files may go beside it
  record Sent(
      UUID id,
      UUID thread,
      long seq,
      @Nullable String prev,
      String peer,
      String kind,
      DeliveryState state,
      Instant created,
      Instant notAfter,
      String sealed,
      String identity,
      @Nullable UUID person,
      @Nullable UUID consent,
      @Nullable UUID overruling,
      @Nullable String reliesOn,
      int attempts,
      boolean files) {

    MessageId messageId() {
      return new MessageId(id);
    }

    /// What receipts for it must name.
    Receipt.Subject subject() {
      return new Receipt.Subject(new Letter.Id(id), new Digest(sealed), new Digest(identity));
    }
  }

  private final JdbcClient sql;

  Outbox(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into exchange.outbox
        (id, thread, seq, prev, peer, office, kind, urgent, pressing, personal, overtakes, state, created,
         not_after, sealed, sealed_digest, identity, inner_jws, person, consent, overruling, relies_on,
         author, author_office, author_agency, approver, in_reply_to, replaces, files)
      values
        (:id, :thread, :seq, cast(:prev as text), :peer, cast(:office as text), :kind, :urgent, :urgent, :personal,
         :overtakes, 'QUEUED', :created, :notAfter, :sealed, :sealedDigest, :identity, :inner,
         cast(:person as uuid), cast(:consent as uuid), cast(:overruling as uuid), cast(:reliesOn as text),
         cast(:author as uuid), cast(:authorOffice as uuid), cast(:authorAgency as uuid), cast(:approver as uuid),
         cast(:inReplyTo as uuid), cast(:replaces as uuid), :files)
      """;

  void add(Scribe.Note note, Letter letter, Scribe.Written written) {
    sql.sql(ADD)
        .param("id", letter.id().value())
        .param("thread", note.line().id())
        .param("seq", letter.order().seq())
        .param("prev", letter.order().prev() == null ? null : letter.order().prev().hex())
        .param("peer", note.line().peer())
        .param("office", note.office())
        .param("kind", letter.route().kind().toString())
        .param("urgent", letter.life().urgency() == Letter.Urgency.URGENT)
        .param("personal", note.kind().personal())
        .param("overtakes", note.kind().overtakes())
        .param("created", letter.life().created().atOffset(ZoneOffset.UTC))
        .param("notAfter", letter.life().notAfter().atOffset(ZoneOffset.UTC))
        .param("sealed", written.envelope().bytes())
        .param("sealedDigest", written.envelope().sealed().hex())
        .param("identity", written.envelope().identity().hex())
        .param("inner", written.innerJws())
        .param("person", note.person())
        .param("consent", note.rests().consent())
        .param("overruling", note.rests().overruling())
        .param("reliesOn", note.rests().recordHash())
        .param("author", note.author() == null ? null : note.author().account())
        .param("authorOffice", note.author() == null ? null : note.author().office())
        .param("authorAgency", note.author() == null ? null : note.author().agency())
        .param("approver", note.author() == null ? null : note.author().approver())
        .param("inReplyTo", note.inReplyTo() == null ? null : note.inReplyTo().value())
        .param("replaces", note.replaces())
        .param("files", !letter.content().attachments().isEmpty())
        .update();
    if (letter.life().urgency() == Letter.Urgency.URGENT) {
      sql.sql(HURRY).param("thread", note.line().id()).update();
    }
  }

  static final String HURRY =
      """
      update exchange.outbox set pressing = true
       where thread = :thread and state in ('QUEUED', 'SENDING') and not pressing
      """;

  private static final String COLUMNS =
      """
      select o.id, o.thread, o.seq, o.prev, o.peer, o.kind, o.state, o.created, o.not_after, o.sealed_digest,
             o.identity, o.person, o.consent, o.overruling, o.relies_on, o.attempts, o.files
        from exchange.outbox o
      """;
  static final String FIND = COLUMNS + " where o.id = :id";

  Optional<Sent> find(UUID id) {
    return sql.sql(FIND).param("id", id).query((row, n) -> sent(row)).optional();
  }

  static final String LOCK = COLUMNS + " where o.id = :id for update";

  Optional<Sent> lock(UUID id) {
    return sql.sql(LOCK).param("id", id).query((row, n) -> sent(row)).optional();
  }

  static final String CANCEL_STATE =
      """
      update exchange.outbox set state = :state, ended = :now, lease_until = null, again = false
       where id = :id and state in ('QUEUED', 'SENDING')
      """;

  /// Ends a message that was never acknowledged. False when a receipt came first.
  boolean end(UUID id, DeliveryState state, Instant now) {
    return sql.sql(CANCEL_STATE)
            .param("state", state.name())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        == 1;
  }

  static final String WITHOUT_TOMBSTONE =
      COLUMNS
          + """
           where o.thread = :thread and o.state in ('CANCELLED', 'EXPIRED', 'BOUNCED')
             and o.kind not like 'sys.tombstone/%'
             and not exists (select from exchange.outbox t where t.replaces = o.id)
           order by o.seq
          """;

  /// Messages that ended without a receipt and whose number nothing has yet.
  List<Sent> withoutTombstone(UUID thread) {
    return sql.sql(WITHOUT_TOMBSTONE).param("thread", thread).query((row, n) -> sent(row)).list();
  }

  static final String RELYING =
      COLUMNS
          + """
           where o.person = :person
             and (o.consent = cast(:consent as uuid) or o.overruling = cast(:overruling as uuid))
           order by o.thread, o.seq
          """;

  /// Every message that left, or waits to leave, under this consent or this overruling.
  List<Sent> relyingOn(UUID person, @Nullable UUID consent, @Nullable UUID overruling) {
    return sql.sql(RELYING)
        .param("person", person)
        .param("consent", consent)
        .param("overruling", overruling)
        .query((row, n) -> sent(row))
        .list();
  }

  static final String RESEND =
      """
      update exchange.outbox set again = true
       where thread = :thread and seq >= :from and sealed is not null
         and state in ('RELAYED', 'KEPT', 'DELIVERED', 'ACCEPTED', 'REFUSED')
      """;

  /// Marks what the peer has lost for sending again: the same bytes.
  int sendAgain(UUID thread, long from) {
    return sql.sql(RESEND).param("thread", thread).param("from", from).update();
  }

  static Sent sent(ResultSet row) throws SQLException {
    return new Sent(
        row.getObject("id", UUID.class),
        row.getObject("thread", UUID.class),
        row.getLong("seq"),
        row.getString("prev"),
        row.getString("peer"),
        row.getString("kind"),
        DeliveryState.valueOf(row.getString("state")),
        row.getObject("created", OffsetDateTime.class).toInstant(),
        row.getObject("not_after", OffsetDateTime.class).toInstant(),
        row.getString("sealed_digest"),
        row.getString("identity"),
        row.getObject("person", UUID.class),
        row.getObject("consent", UUID.class),
        row.getObject("overruling", UUID.class),
        row.getString("relies_on"),
        row.getInt("attempts"),
        row.getBoolean("files"));
  }
}
