package org.sampan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What this node received. Rows stay: a message that comes again is known for ever.
@Repository
class Inbox {

  /// What became of a received message.
  enum State {
    /// Verified and stored; waits for a lower number.
    HELD,
    /// Had its effect.
    PROCESSED,
    /// Verified and stored, and refused for what it is.
    REFUSED,
    /// Relies on a consent that was withdrawn: no longer to be used.
    LOCKED,
    /// Verified and stored, and not to be taken as it is: put aside, without effect, until a person
    /// rules on it.
    QUARANTINED;

    /// Whether it may still have its effect.
    boolean waits() {
      return this == HELD || this == QUARANTINED;
    }
  }

  /// A received message.
  ///
  /// @param also of a tombstone, the identity of the message it stands for; `*` when nobody knows
  ///   it
  /// @param beside the bytes it came in, where its row does not hold them: only whoever puts it
  ///   aside still stores them
  record Kept(
      String sender,
      UUID id,
      UUID thread,
      long seq,
      @Nullable String prev,
      String kind,
      @Nullable String office,
      State state,
      Instant received,
      String identity,
      String sealedDigest,
      Letter.Consent consent,
      @Nullable UUID replaces,
      @Nullable String also,
      String r1,
      byte @Nullable [] beside) {

    Receipt.Subject subject() {
      return new Receipt.Subject(new Letter.Id(id), new Digest(sealedDigest), new Digest(identity));
    }
  }

  private final JdbcClient sql;

  Inbox(JdbcClient sql) {
    this.sql = sql;
  }

  private static final String NAMES =
      "sender, id, thread, seq, prev, kind, office, state, received, identity, sealed_digest,"
          + " consent_state, consent_scope, consent_hash, consent_until, replaces, also, r1";
  static final String ADD =
      """
      insert into exchange.inbox
        (sender, id, thread, seq, prev, kind, office, state, received, not_after, identity, sealed_digest, sealed,
         consent_state, consent_scope, consent_hash, consent_until, in_reply_to, replaces, also, r1)
      values
        (:sender, :id, :thread, :seq, cast(:prev as text), :kind, cast(:office as text), 'HELD', :received,
         :notAfter, :identity, :sealedDigest, cast(:sealed as bytea),
         :consentState, :consentScope, cast(:consentHash as text),
         cast(:consentUntil as timestamptz), cast(:inReplyTo as uuid), cast(:replaces as uuid),
         cast(:also as text), :r1)
      returning
      """
          + NAMES;

  /// What is stored of a message beside its letter.
  ///
  /// @param waits whether its bytes are needed beyond this transaction
  record Arrived(
      UUID thread, Tombstone tombstone, Instant at, byte[] sealed, boolean waits, String r1) {}

  /// Which message a tombstone stands for; nothing for other kinds.
  record Tombstone(@Nullable UUID replaces, @Nullable String also) {
    static final Tombstone NONE = new Tombstone(null, null);
  }

  /// Adds it, held until its turn has come.
  Kept add(Opener.Opened opened, Arrived arrived) {
    Letter letter = opened.letter();
    Letter.Consent consent = letter.terms().consent();
    return sql.sql(ADD)
        .param("sender", letter.route().from().value())
        .param("id", letter.id().value())
        .param("thread", arrived.thread())
        .param("seq", letter.order().seq())
        .param("prev", letter.order().prev() == null ? null : letter.order().prev().hex())
        .param("kind", letter.route().kind().toString())
        .param("office", office(letter))
        .param("received", arrived.at().atOffset(ZoneOffset.UTC))
        .param("notAfter", letter.life().notAfter().atOffset(ZoneOffset.UTC))
        .param("identity", opened.identity().hex())
        .param("sealedDigest", opened.sealed().hex())
        .param("sealed", arrived.waits() ? arrived.sealed() : null)
        .param("consentState", consent.state().name())
        .param("consentScope", consent.scope().toArray(String[]::new))
        .param("consentHash", consent.recordHash() == null ? null : consent.recordHash().hex())
        .param(
            "consentUntil",
            consent.validUntil() == null ? null : consent.validUntil().atOffset(ZoneOffset.UTC))
        .param(
            "inReplyTo",
            letter.route().inReplyTo() == null ? null : letter.route().inReplyTo().value())
        .param("replaces", arrived.tombstone().replaces())
        .param("also", arrived.tombstone().also())
        .param("r1", arrived.r1())
        .query((row, n) -> kept(row, arrived.waits() ? null : arrived.sealed()))
        .single();
  }

  private static @Nullable String office(Letter letter) {
    return Receipts.Bodies.text(letter, "office").filter(text -> text.length() <= 60).orElse(null);
  }

  private static final String COLUMNS = "select " + NAMES + " from exchange.inbox";
  static final String FROM = COLUMNS + " where sender = :sender and id = :id";

  Optional<Kept> from(String sender, UUID id) {
    return all(FROM, Map.of("sender", sender, "id", id)).stream().findFirst();
  }

  static final String FIND = COLUMNS + " where id = :id order by received limit 1";

  Optional<Kept> find(UUID id) {
    return sql.sql(FIND).param("id", id).query((row, n) -> kept(row, null)).optional();
  }

  static final String AROUND =
      COLUMNS
          + " where sender = :sender and id = :id union all ("
          + COLUMNS
          + " where thread = :thread and seq >= :seq - 1 order by seq limit 6)";

  /// What stands where a message comes in.
  Ordering.Around around(Letter letter, UUID thread) {
    return new Ordering.Around(
        all(
            AROUND,
            Map.of(
                "sender", letter.route().from().value(),
                "id", letter.id().value(),
                "thread", thread,
                "seq", letter.order().seq())));
  }

  static final String AT = COLUMNS + " where thread = :thread and seq = :seq order by received, id";

  /// What has this number in the thread: one message, or one and the tombstone that stands for it.
  List<Kept> at(UUID thread, long seq) {
    return all(AT, Map.of("thread", thread, "seq", seq));
  }

  static final String BEYOND =
      COLUMNS + " where thread = :thread and seq > :seq order by seq, received limit 100";

  /// What was received beyond a gap.
  List<Kept> beyond(UUID thread, long seq) {
    return all(BEYOND, Map.of("thread", thread, "seq", seq));
  }

  static final String RELYING = COLUMNS + " where thread = :thread and consent_hash = :hash";

  List<Kept> relyingOn(UUID thread, String hash) {
    return all(RELYING, Map.of("thread", thread, "hash", hash));
  }

  static final String BYTES =
      "select sealed from exchange.inbox where sender = :sender and id = :id";

  /// The sealed bytes of a held message.
  Optional<byte[]> bytes(Kept message) {
    return sql.sql(BYTES)
        .param("sender", message.sender())
        .param("id", message.id())
        .query((row, n) -> row.getBytes("sealed"))
        .optional();
  }

  static final String SETTLE =
      """
      update exchange.inbox
         set state = :state, sealed = null, inner_jws = cast(:inner as bytea), person = cast(:person as uuid),
             r2 = coalesce(r2, cast(:r2 as text))
       where sender = :sender and id = :id
      """;

  /// It had its effect or will never have one: the bytes go, what was signed stays for proof.
  ///
  /// @param r2 what its sender is told of it, if anything
  void settle(
      Kept message,
      State state,
      byte @Nullable [] inner,
      @Nullable UUID person,
      @Nullable String r2) {
    sql.sql(SETTLE)
        .param("state", state.name())
        .param("inner", inner)
        .param("person", person)
        .param("r2", r2)
        .param("sender", message.sender())
        .param("id", message.id())
        .update();
  }

  static final String LOCK =
      "update exchange.inbox set state = 'LOCKED' where sender = :sender and id = :id";

  void lock(Kept message) {
    sql.sql(LOCK).param("sender", message.sender()).param("id", message.id()).update();
  }

  private List<Kept> all(String question, Map<String, ?> of) {
    return sql.sql(question).params(of).query((row, n) -> kept(row, null)).list();
  }

  private static Kept kept(ResultSet row, byte @Nullable [] beside) throws SQLException {
    String hash = row.getString("consent_hash");
    OffsetDateTime until = row.getObject("consent_until", OffsetDateTime.class);
    return new Kept(
        row.getString("sender"),
        row.getObject("id", UUID.class),
        row.getObject("thread", UUID.class),
        row.getLong("seq"),
        row.getString("prev"),
        row.getString("kind"),
        row.getString("office"),
        State.valueOf(row.getString("state")),
        row.getObject("received", OffsetDateTime.class).toInstant(),
        row.getString("identity"),
        row.getString("sealed_digest"),
        new Letter.Consent(
            Letter.ConsentState.valueOf(row.getString("consent_state")),
            List.of((String[]) row.getArray("consent_scope").getArray()),
            hash == null ? null : new Digest(hash),
            until == null ? null : until.toInstant()),
        row.getObject("replaces", UUID.class),
        row.getString("also"),
        row.getString("r1"),
        beside);
  }
}
