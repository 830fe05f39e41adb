package org.sampan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a court is shown of a case: each letter as its sender signed it, with the receipts for it.
@Repository
public class Exhibits {

  /// One letter. It names people: whoever asks for it has been let through before.
  ///
  /// @param inner the sender's signed text; empty when the person was erased
  /// @param marks the digests that receipts name
  /// @param receipts the addressee's signed words, as far as they came
  public record Exhibit(
      MessageId id, Place place, Optional<String> inner, Marks marks, List<String> receipts) {
    @Override
    public String toString() {
      return "Exhibit[" + id.value() + "]";
    }
  }

  /// Where a letter stands: in which thread with which node, in which direction, under which
  /// number. A tombstone has the number of what it stands for.
  public record Place(UUID pairCase, String peer, boolean sent, long number) {

    /// Whether both are letters of one thread in one direction.
    public boolean beside(Place other) {
      return pairCase.equals(other.pairCase) && peer.equals(other.peer) && sent == other.sent;
    }
  }

  /// What receipts name a letter by.
  ///
  /// @param identity the digest of what was signed
  /// @param sealed the digest of the bytes that travelled
  public record Marks(Digest identity, Digest sealed) {}

  /// What proves a message we received: signed by that node, unchanged, for us.
  ///
  /// @param identity the digest of what was signed
  /// @param locked whether what it relies on was withdrawn
  public record Proof(
      MessageId id, String from, String kind, Instant received, String identity, boolean locked) {}

  /// A row before it is opened.
  private record Row(
      UUID id,
      Place place,
      @Nullable UUID person,
      byte[] inner,
      Marks marks,
      List<String> receipts) {}

  private final JdbcClient sql;
  private final Scribe scribe;

  Exhibits(JdbcClient sql, Scribe scribe) {
    this.sql = sql;
    this.scribe = scribe;
  }

  static final String PROOF =
      "select id, sender, kind, received, identity, state from exchange.inbox where id = :id and state <> 'HELD'";

  /// The proof of a message we received.
  @Transactional(readOnly = true)
  public Optional<Proof> proofOf(MessageId received) {
    return sql.sql(PROOF)
        .param("id", received.value())
        .query((row, n) ->
            new Proof(
                received,
                row.getString("sender"),
                row.getString("kind"),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                row.getString("identity"),
                row.getString("state").equals("LOCKED")))
        .optional();
  }

  static final String SENT =
      """
      select o.id, t.pair_case, t.peer, o.seq, o.person, o.inner_jws, o.identity, o.sealed_digest,
             o.r1, o.r2, o.r3
        from exchange.outbox o join exchange.thread t on t.id = o.thread
       where t.case_file = :caseFile and o.state not in ('CANCELLED', 'EXPIRED', 'BOUNCED')
       order by t.peer, t.pair_case, o.seq
      """;
  static final String RECEIVED =
      """
      select i.id, t.pair_case, t.peer, i.seq, i.person, i.inner_jws, i.identity, i.sealed_digest,
             i.r1, i.r2, coalesce(i.r3, i.aside) as r3
        from exchange.inbox i join exchange.thread t on t.id = i.thread
       where t.case_file = :caseFile and i.inner_jws is not null
       order by t.peer, t.pair_case, i.seq, i.received, i.id
      """;

  /// The letters of a case of ours, by thread and number.
  @Transactional(readOnly = true)
  public List<Exhibit> of(UUID caseFile) {
    List<Row> rows = new ArrayList<>(rows(SENT, caseFile, true));
    rows.addAll(rows(RECEIVED, caseFile, false));
    return rows.stream().map(this::opened).toList();
  }

  /// A receipt by which a node says that a letter arrived (R1).
  ///
  /// @param peer the other node: whose letter it was, or whose receipt it is
  public record Word(UUID id, String peer, String receipt) {}

  static final String GIVEN =
      """
      select id, sender as peer, r1 from exchange.inbox
       where id > :after and received < :before order by id limit 500
      """;
  static final String GOT =
      """
      select id, peer, r1 from exchange.outbox
       where peer = :peer and r1 is not null and id > :after and r1_at < :before order by id limit 500
      """;

  /// The next 500 receipts this node gave before a moment, after a letter's identifier.
  @Transactional(readOnly = true)
  public List<Word> given(UUID after, Instant before) {
    return words(sql.sql(GIVEN), after, before);
  }

  /// The next 500 receipts a node gave us before a moment, after a letter's identifier.
  @Transactional(readOnly = true)
  public List<Word> got(String peer, UUID after, Instant before) {
    return words(sql.sql(GOT).param("peer", peer), after, before);
  }

  private static List<Word> words(JdbcClient.StatementSpec asked, UUID after, Instant before) {
    return asked
        .param("after", after)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query((row, n) ->
            new Word(row.getObject("id", UUID.class), row.getString("peer"), row.getString("r1")))
        .list();
  }

  private List<Row> rows(String which, UUID caseFile, boolean sent) {
    return sql.sql(which).param("caseFile", caseFile).query((row, n) -> row(row, sent)).list();
  }

  private static Row row(ResultSet row, boolean sent) throws SQLException {
    List<String> receipts =
        Stream.of(row.getString("r1"), row.getString("r2"), row.getString("r3"))
            .filter(Objects::nonNull)
            .toList();
    return new Row(
        row.getObject("id", UUID.class),
        new Place(
            row.getObject("pair_case", UUID.class),
            row.getString("peer"),
            sent,
            row.getLong("seq")),
        row.getObject("person", UUID.class),
        row.getBytes("inner_jws"),
        new Marks(
            new Digest(row.getString("identity")), new Digest(row.getString("sealed_digest"))),
        receipts);
  }

  private Exhibit opened(Row row) {
    return new Exhibit(
        new MessageId(row.id()), row.place(), inner(row), row.marks(), row.receipts());
  }

  private Optional<String> inner(Row row) {
    try {
      return Optional.of(scribe.innerJws(row.id(), row.person(), row.inner()));
    } catch (Scribe.Unreachable erased) {
      return Optional.empty();
    }
  }
}
