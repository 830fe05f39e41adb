package org.sampan.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.sealing.log.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the log: the place of each entry, and the hashes over full rows of 256.
@Repository
class Places {

  private final JdbcClient sql;

  Places(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('audit.leaf'))";

  /// Until the end of the transaction nobody else gives places.
  void oneAtATime() {
    sql.sql(ONE_AT_A_TIME).query((row, n) -> true).list();
  }

  static final String TAKE =
      """
      with taken as (
        delete from audit.waiting
         where number in (select number from audit.waiting order by number limit :most)
        returning entry),
      next as (select coalesce(max(position) + 1, 0) as first from audit.leaf)
      insert into audit.leaf (position, entry, hash)
      select next.first + row_number() over (order by e.at, e.id) - 1, e.id, e.leaf
        from taken join audit.entry e on e.id = taken.entry cross join next
      """;

  /// Gives the entries that wait the next places, in the order of their times. Returns how many.
  int take(int most) {
    return sql.sql(TAKE).param("most", most).update();
  }

  static final String SIZE = "select coalesce(max(position) + 1, 0) as size from audit.leaf";

  long size() {
    return sql.sql(SIZE).query((row, n) -> row.getLong("size")).single();
  }

  static final String FULL =
      "select coalesce(max(position) + 1, 0) as size from audit.subtree where level = :level";

  /// How many full rows below this level have their hash.
  long full(int level) {
    return sql.sql(FULL).param("level", level).query((row, n) -> row.getLong("size")).single();
  }

  static final String SUBTREE =
      "insert into audit.subtree (level, position, hash) values (:level, :position, :hash)";

  void complete(int level, long position, Hash hash) {
    sql.sql(SUBTREE)
        .param("level", level)
        .param("position", position)
        .param("hash", hash.bytes())
        .update();
  }

  static final String LEAVES =
      "select hash from audit.leaf where position >= :from and position < :to order by position";
  static final String SUBTREES =
      """
      select hash from audit.subtree
       where level = :level and position >= :from and position < :to order by position
      """;

  /// Hashes in a row: of leaves on level 0, of full rows of 256 of the level below on the others.
  List<Hash> row(int level, long from, long to) {
    return sql.sql(level == 0 ? LEAVES : SUBTREES)
        .param("level", level)
        .param("from", from)
        .param("to", to)
        .query((row, n) -> Hash.of(row.getBytes("hash")))
        .list();
  }

  static final String PLACE = "select position from audit.leaf where entry = :entry";

  /// The place of an entry; none while it waits.
  Optional<Long> of(UUID entry) {
    return sql.sql(PLACE)
        .param("entry", entry)
        .query((row, n) -> row.getLong("position"))
        .optional();
  }

  static final String UNPLACED =
      """
      select count(*) as many from audit.entry e
       where not exists (select from audit.leaf l where l.entry = e.id)
         and not exists (select from audit.waiting w where w.entry = e.id)
      """;

  /// Entries that neither have a place nor wait for one: somebody took it away.
  long unplaced() {
    return sql.sql(UNPLACED).query((row, n) -> row.getLong("many")).single();
  }
}
