package org.sampan.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which parcel must be brought to which node, and how far it is.
@Repository
class Errands {

  /// One parcel to one node.
  record Errand(UUID record, UUID parcel, String peer, int failures) {}

  private final JdbcClient sql;

  Errands(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into attachments.errand (record, parcel, peer, state, next_try)
      values (:record, :parcel, :peer, 'WAITS', :now) on conflict do nothing
      """;

  /// Notes one; it goes when its letter has arrived.
  void add(UUID record, UUID parcel, String peer, Instant now) {
    sql.sql(ADD)
        .param("record", record)
        .param("parcel", parcel)
        .param("peer", peer)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String GO =
      "update attachments.errand set state = 'GOES' where record = :record and state = 'WAITS'";

  /// The letter is there. How many begin now.
  int go(UUID record) {
    return sql.sql(GO).param("record", record).update();
  }

  static final String STOP =
      """
      update attachments.errand set state = 'STOPPED' where record = :record and state in ('WAITS', 'GOES')
      """;

  int stop(UUID record) {
    return sql.sql(STOP).param("record", record).update();
  }

  static final String DUE =
      "select distinct peer from attachments.errand where state = 'GOES' and next_try <= :now";

  /// The peers for whom something is due.
  List<String> due(Instant now) {
    return sql.sql(DUE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getString("peer"))
        .list();
  }

  static final String NEXT =
      """
      select record, parcel, peer, failures from attachments.errand
       where peer = :peer and state = 'GOES' and next_try <= :now order by next_try, record limit 1
      """;

  /// What is due for this peer, whatever waits for others.
  Optional<Errand> next(String peer, Instant now) {
    return sql.sql(NEXT)
        .param("peer", peer)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> errand(row))
        .optional();
  }

  static final String GOING_TO =
      """
      select e.record, e.parcel, e.peer, e.failures
        from attachments.errand e join attachments.parcel p on p.id = e.parcel
       where p.origin = '' and p.digest = :digest and e.peer = :peer and e.state in ('GOES', 'DONE')
       order by e.state desc, e.record limit 1
      """;

  /// What is under way to this peer, or went there before, under that name.
  Optional<Errand> goingTo(String peer, String digest) {
    return sql.sql(GOING_TO)
        .param("peer", peer)
        .param("digest", digest)
        .query((row, n) -> errand(row))
        .optional();
  }

  static final String GOES =
      """
      select exists (select from attachments.errand
                      where record = :record and parcel = :parcel and peer = :peer and state = 'GOES') as goes
      """;

  /// Whether it was not stopped meanwhile.
  boolean goes(Errand errand) {
    return of(GOES, errand).query((row, n) -> row.getBoolean("goes")).single();
  }

  static final String ARRIVED =
      """
      update attachments.errand
         set arrived = :arrived, sent = sent + :sent, failures = 0,
             state = case when state = 'GOES' and :whole then 'DONE' else state end
       where record = :record and parcel = :parcel and peer = :peer
      """;

  /// The other node said how much it holds.
  void arrived(Errand errand, long arrived, long sent, boolean whole) {
    of(ARRIVED, errand)
        .param("arrived", arrived)
        .param("sent", sent)
        .param("whole", whole)
        .update();
  }

  static final String FAILED =
      """
      update attachments.errand set failures = failures + 1, sent = sent + :sent, next_try = :next
       where record = :record and parcel = :parcel and peer = :peer
      """;

  /// It came to nothing this time.
  void failed(Errand errand, long sent, Instant next) {
    of(FAILED, errand).param("sent", sent).param("next", next.atOffset(ZoneOffset.UTC)).update();
  }

  static final String WAITING =
      """
      select e.record, p.digest, p.size from attachments.errand e join attachments.parcel p on p.id = e.parcel
       where e.peer = :peer and e.state in ('WAITS', 'GOES') order by e.record, p.digest
      """;

  /// What has not crossed yet to this peer.
  List<Enclosures.Parcel> waiting(String peer) {
    return sql.sql(WAITING)
        .param("peer", peer)
        .query((row, n) ->
            new Enclosures.Parcel(
                row.getObject("record", UUID.class), row.getString("digest"), row.getLong("size")))
        .list();
  }

  static final String AGAIN =
      "update attachments.errand set next_try = :now, failures = 0 where peer = :peer and state = 'GOES'";

  /// The peer was heard: what waits for it is tried at once.
  int again(String peer, Instant now) {
    return sql.sql(AGAIN).param("now", now.atOffset(ZoneOffset.UTC)).param("peer", peer).update();
  }

  private static Errand errand(ResultSet row) throws SQLException {
    return new Errand(
        row.getObject("record", UUID.class),
        row.getObject("parcel", UUID.class),
        row.getString("peer"),
        row.getInt("failures"));
  }

  private JdbcClient.StatementSpec of(String which, Errand errand) {
    return sql.sql(which)
        .param("record", errand.record())
        .param("parcel", errand.parcel())
        .param("peer", errand.peer());
  }
}
