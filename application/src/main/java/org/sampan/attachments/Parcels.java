package org.sampan.attachments;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sealed bytes, in pieces.
@Repository
class Parcels {

  /// How far a parcel is.
  enum State {
    /// Bytes are missing.
    COMING,
    /// All bytes are here; nobody has looked yet.
    WHOLE,
    CHECKED,
    /// It is not what was announced, or must not be opened.
    REFUSED
  }

  /// A parcel without its bytes.
  ///
  /// @param origin the node it comes from; empty for this one
  /// @param held so many bytes of it are here, from the beginning
  /// @param why the code of a refusal
  record Parcel(
      UUID id,
      String origin,
      String digest,
      long size,
      long held,
      State state,
      @Nullable String why) {}

  private final JdbcClient sql;

  Parcels(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into attachments.parcel (id, origin, digest, size, held, state, until, made)
      values (:id, :origin, :digest, :size, 0, 'COMING', cast(:until as timestamptz), :now)
      on conflict (origin, digest) do update set until = greatest(attachments.parcel.until, excluded.until)
      returning id
      """;

  /// Makes room for a parcel; the same one a second time is the first.
  UUID add(String origin, String digest, long size, @Nullable Instant until, Instant now) {
    return sql.sql(ADD)
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("origin", origin)
        .param("digest", digest)
        .param("size", size)
        .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getObject("id", UUID.class))
        .single();
  }

  static final String NAMED =
      """
      update attachments.parcel set digest = :digest, size = :size, held = :size, state = 'CHECKED' where id = :id
      """;

  /// One of our own is finished: only now its name is known.
  void named(UUID id, String digest, long size) {
    sql.sql(NAMED).param("digest", digest).param("size", size).param("id", id).update();
  }

  private static final String COLUMNS =
      "select id, origin, digest, size, held, state, why from attachments.parcel ";
  static final String FIND = COLUMNS + "where id = :id";
  static final String FROM = COLUMNS + "where origin = :origin and digest = :digest";
  static final String LOCK = FROM + " for update";

  Optional<Parcel> find(UUID id) {
    return sql.sql(FIND).param("id", id).query((row, n) -> parcel(row)).optional();
  }

  Optional<Parcel> from(String origin, String digest) {
    return ask(FROM, origin, digest);
  }

  /// The same, kept from others until the transaction ends.
  Optional<Parcel> lock(String origin, String digest) {
    return ask(LOCK, origin, digest);
  }

  private Optional<Parcel> ask(String which, String origin, String digest) {
    return sql.sql(which)
        .param("origin", origin)
        .param("digest", digest)
        .query((row, n) -> parcel(row))
        .optional();
  }

  static final String WHOLE = COLUMNS + "where state = 'WHOLE' order by made limit 100";

  /// Those somebody must look at.
  List<Parcel> unchecked() {
    return sql.sql(WHOLE).query((row, n) -> parcel(row)).list();
  }

  static final String PUT =
      "insert into attachments.piece (parcel, at, bytes) values (:parcel, :at, :bytes)";
  static final String HELD =
      """
      update attachments.parcel
         set held = :held, state = case when :held >= size and origin <> '' then 'WHOLE' else state end
       where id = :id
      """;

  /// Adds the next piece.
  void put(UUID parcel, long at, byte[] bytes) {
    sql.sql(PUT).param("parcel", parcel).param("at", at).param("bytes", bytes).update();
    sql.sql(HELD).param("held", at + bytes.length).param("id", parcel).update();
  }

  static final String PIECE =
      """
      select at, bytes from attachments.piece where parcel = :parcel and at <= :at order by at desc limit 1
      """;

  /// A piece.
  record Piece(long at, byte[] bytes) {}

  /// The piece that holds this byte, if it is here.
  Optional<Piece> piece(UUID parcel, long at) {
    return sql.sql(PIECE)
        .param("parcel", parcel)
        .param("at", at)
        .query((row, n) -> new Piece(row.getLong("at"), row.getBytes("bytes")))
        .optional()
        .filter(piece -> at < piece.at() + piece.bytes().length);
  }

  static final String LOOK_AGAIN =
      "update attachments.parcel set state = 'WHOLE' where id = :id and state = 'CHECKED'";

  /// One that is here already was announced again: it is checked for that letter too.
  void lookAgain(UUID id) {
    sql.sql(LOOK_AGAIN).param("id", id).update();
  }

  static final String STATE =
      """
      update attachments.parcel set state = :state, why = cast(:why as text) where id = :id and state <> :state
      """;
  static final String EMPTY = "delete from attachments.piece where parcel = :id";

  /// It was looked at.
  void checked(UUID id) {
    move(id, State.CHECKED, null);
  }

  /// It is refused for good: its bytes go, so that nobody opens them by mistake.
  void refused(UUID id, String why) {
    move(id, State.REFUSED, why);
    sql.sql(EMPTY).param("id", id).update();
  }

  private void move(UUID id, State to, @Nullable String why) {
    sql.sql(STATE).param("state", to.name()).param("why", why).param("id", id).update();
  }

  static final String REMOVE =
      """
      delete from attachments.parcel p where p.id = :id
        and not exists (select from attachments.paper f where f.parcel = p.id)
        and not exists (select from attachments.errand e where e.parcel = p.id)
      """;

  /// Takes one away with its bytes, unless some paper still needs it.
  void remove(UUID id) {
    sql.sql(REMOVE).param("id", id).update();
  }

  static final String COMING =
      """
      select coalesce(sum(size - held), 0) as bytes from attachments.parcel
       where origin = :origin and state in ('COMING', 'WHOLE')
      """;

  /// How many bytes a node has announced and not yet brought.
  long coming(String origin) {
    return sql.sql(COMING).param("origin", origin).query((row, n) -> row.getLong("bytes")).single();
  }

  static final String COMING_FROM =
      COLUMNS + "where origin = :origin and state = 'COMING' order by made, id limit 100";

  /// Those of this node whose bytes are missing, the oldest first.
  List<Parcel> comingFrom(String origin) {
    return sql.sql(COMING_FROM).param("origin", origin).query((row, n) -> parcel(row)).list();
  }

  static final String LATE =
      COLUMNS + "where state = 'COMING' and origin <> '' and until <= :now limit 100";

  /// Those that were waited for long enough.
  List<Parcel> late(Instant now) {
    return sql.sql(LATE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> parcel(row))
        .list();
  }

  private static Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(
        row.getObject("id", UUID.class),
        row.getString("origin"),
        row.getString("digest"),
        row.getLong("size"),
        row.getLong("held"),
        State.valueOf(row.getString("state")),
        row.getString("why"));
  }
}
