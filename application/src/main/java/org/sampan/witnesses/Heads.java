package org.sampan.witnesses;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.log.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What this node knows of other nodes' logs: every head heard, the newest checkpoint proved, and
/// the alarms.
@Repository
class Heads {

  /// A head heard, not yet proved to be continued.
  record Heard(LogHead head, Instant at) {}

  /// The newest checkpoint of a peer that continued all before it.
  record Accepted(String peer, LogHead head, Instant at) {}

  /// A log that forked or went back.
  record Alarm(String peer, String kind, long size, long nowSize, Instant at) {
    String words() {
      return kind.equals("FORK") ? "witnesses.alarm.fork" : "witnesses.alarm.rollback";
    }
  }

  private final JdbcClient sql;

  Heads(JdbcClient sql) {
    this.sql = sql;
  }

  static final String HEAR =
      """
      with heard as (
        insert into witnesses.heard (peer, size, root, at) values (:peer, :size, :root, :at)
        on conflict (peer, size, root) do nothing)
      select size, root from witnesses.heard
       where peer = :peer and size = :size and root <> :root order by at limit 1
      """;

  /// Keeps a head.
  ///
  /// @return what was heard before of the same size with another root
  Optional<LogHead> hear(String peer, LogHead head, Instant at) {
    return sql.sql(HEAR)
        .param("peer", peer)
        .param("size", head.size())
        .param("root", head.root().hex())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, n) -> head(row))
        .optional();
  }

  static final String NOTES = "select peer, note from witnesses.seen order by peer";

  /// The newest checkpoint proved of each node, as it was signed.
  Map<String, String> notes() {
    Map<String, String> notes = new TreeMap<>();
    sql.sql(NOTES)
        .query((row, n) -> notes.put(row.getString("peer"), row.getString("note")))
        .list();
    return notes;
  }

  static final String OPEN =
      """
      select size, root, at from witnesses.heard
       where peer = :peer and state = 'OPEN' order by size limit 500
      """;

  /// Heads that wait for their proof, smallest first.
  List<Heard> open(String peer) {
    return sql.sql(OPEN)
        .param("peer", peer)
        .query((row, n) -> new Heard(head(row), at(row)))
        .list();
  }

  static final String SETTLE =
      """
      update witnesses.heard set state = :state
       where peer = :peer and size = :size and root = :root
      """;

  void settle(String peer, LogHead head, boolean proved) {
    sql.sql(SETTLE)
        .param("state", proved ? "PROVED" : "BROKEN")
        .param("peer", peer)
        .param("size", head.size())
        .param("root", head.root().hex())
        .update();
  }

  static final String SEEN = "select peer, size, root, at from witnesses.seen where peer = :peer";
  static final String ALL_SEEN = "select peer, size, root, at from witnesses.seen order by peer";

  Optional<Accepted> accepted(String peer) {
    return sql.sql(SEEN)
        .param("peer", peer)
        .query((row, n) -> new Accepted(row.getString("peer"), head(row), at(row)))
        .optional();
  }

  List<Accepted> allAccepted() {
    return sql.sql(ALL_SEEN)
        .query((row, n) -> new Accepted(row.getString("peer"), head(row), at(row)))
        .list();
  }

  static final String ACCEPT =
      """
      insert into witnesses.seen (peer, size, root, at, note) values (:peer, :size, :root, :at, :note)
      on conflict (peer) do update
         set size = excluded.size, root = excluded.root, at = excluded.at, note = excluded.note
      """;

  void accept(Checkpoint checkpoint, String note, Instant at) {
    sql.sql(ACCEPT)
        .param("peer", checkpoint.node().value())
        .param("size", checkpoint.size())
        .param("root", checkpoint.root().digest().hex())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("note", note)
        .update();
  }

  static final String ALARM =
      """
      insert into witnesses.alarm (peer, kind, size, root, now_size, now_root, at)
      values (:peer, :kind, :size, :root, :nowSize, :nowRoot, :at)
      on conflict (peer, kind, size, root) do nothing
      """;

  /// Returns whether it is news.
  boolean alarm(String kind, LogHead heard, Checkpoint instead, Instant at) {
    return sql.sql(ALARM)
            .param("peer", instead.node().value())
            .param("kind", kind)
            .param("size", heard.size())
            .param("root", heard.root().hex())
            .param("nowSize", instead.size())
            .param("nowRoot", instead.root().digest().hex())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  static final String ALARMS =
      "select peer, kind, size, now_size, at from witnesses.alarm order by at desc limit 100";

  List<Alarm> alarms() {
    return sql.sql(ALARMS)
        .query((row, n) ->
            new Alarm(
                row.getString("peer"),
                row.getString("kind"),
                row.getLong("size"),
                row.getLong("now_size"),
                at(row)))
        .list();
  }

  private static LogHead head(java.sql.ResultSet row) throws java.sql.SQLException {
    return new LogHead(row.getLong("size"), new Digest(row.getString("root")));
  }

  private static Instant at(java.sql.ResultSet row) throws java.sql.SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
