package org.sampan.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The threads this node shares with others. Whoever numbers a message locks its thread first.
@Repository
class Threads {

  /// One case as this node and a peer know it.
  ///
  /// @param pairCase its number between the two, made at random by whoever wrote first
  /// @param nextOut the number our next message gets
  /// @param lastOut the identity digest of the one before
  /// @param seen the highest number received without a gap
  record Line(
      UUID id,
      String peer,
      UUID pairCase,
      @Nullable UUID caseFile,
      @Nullable UUID person,
      long nextOut,
      @Nullable String lastOut,
      long seen,
      @Nullable String seenDigest) {

    Line numbered(long next, @Nullable String last) {
      return new Line(id, peer, pairCase, caseFile, person, next, last, seen, seenDigest);
    }
  }

  /// What a transaction has locked: until it ends nobody else can change those lines, so it need
  /// not read them again.
  private static final class Locked implements TransactionSynchronization {
    private final Map<UUID, Line> lines = new HashMap<>();
  }

  private final JdbcClient sql;

  Threads(JdbcClient sql) {
    this.sql = sql;
  }

  static final String OPEN =
      """
      insert into exchange.thread (id, peer, pair_case, case_file, person, made)
      values (:id, :peer, :pairCase, cast(:caseFile as uuid), cast(:person as uuid), :now)
      on conflict (peer, pair_case) do nothing
      """;
  static final String COLUMNS =
      "select id, peer, pair_case, case_file, person, next_out, last_out, seen, seen_digest from exchange.thread ";
  static final String BY_PAIR = COLUMNS + "where peer = :peer and pair_case = :pairCase for update";

  /// The thread of this pair number, made if new, locked until the transaction ends.
  Line open(
      String peer, UUID pairCase, @Nullable UUID caseFile, @Nullable UUID person, Instant now) {
    Optional<Line> there = byPair(peer, pairCase);
    if (there.isPresent()) {
      return there.get();
    }
    sql.sql(OPEN)
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("peer", peer)
        .param("pairCase", pairCase)
        .param("caseFile", caseFile)
        .param("person", person)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    return byPair(peer, pairCase).orElseThrow();
  }

  private Optional<Line> byPair(String peer, UUID pairCase) {
    return locking(BY_PAIR, Map.of("peer", peer, "pairCase", pairCase));
  }

  static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtext(:peer), hashtext(:caseFile))";
  static final String BY_CASE =
      COLUMNS
          + "where peer = :peer and case_file = :caseFile order by made desc, id desc limit 1 for update";

  /// The newest thread with this peer about a case of ours, locked; two first letters at once make
  /// one thread.
  Optional<Line> ofCase(String peer, UUID caseFile) {
    Optional<Line> there = byCase(peer, caseFile);
    if (there.isPresent()) {
      return there;
    }
    sql.sql(ONE_AT_A_TIME)
        .param("peer", peer)
        .param("caseFile", caseFile.toString())
        .query((row, n) -> true)
        .list();
    return byCase(peer, caseFile);
  }

  private Optional<Line> byCase(String peer, UUID caseFile) {
    return locking(BY_CASE, Map.of("peer", peer, "caseFile", caseFile));
  }

  private Optional<Line> locking(String question, Map<String, ?> of) {
    return sql.sql(question).params(of).query((row, n) -> keep(line(row))).optional();
  }

  static final String LOCK = COLUMNS + "where id = :id for update";

  /// The thread, locked until the transaction ends.
  Line lock(UUID id) {
    Line known = locked().map(mine -> mine.lines.get(id)).orElse(null);
    return known == null ? locking(LOCK, Map.of("id", id)).orElseThrow() : known;
  }

  private static Optional<Locked> locked() {
    return TransactionSynchronizationManager.isSynchronizationActive()
        ? TransactionSynchronizationManager.getSynchronizations().stream()
            .filter(Locked.class::isInstance)
            .map(Locked.class::cast)
            .findFirst()
        : Optional.empty();
  }

  private static Line keep(Line line) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      locked()
          .orElseGet(() -> {
            Locked mine = new Locked();
            TransactionSynchronizationManager.registerSynchronization(mine);
            return mine;
          })
          .lines
          .put(line.id(), line);
    }
    return line;
  }

  /// It was changed here: whoever wants it next reads it again.
  private static void changed(UUID id) {
    locked().ifPresent(mine -> mine.lines.remove(id));
  }

  static final String NUMBERED =
      "update exchange.thread set next_out = :next, last_out = cast(:last as text) where id = :id";

  /// Notes which number comes next, and the digest it must name.
  void numbered(UUID id, long next, @Nullable String last) {
    sql.sql(NUMBERED).param("next", next).param("last", last).param("id", id).update();
    locked().ifPresent(mine -> mine.lines.computeIfPresent(id, (_, it) -> it.numbered(next, last)));
  }

  static final String SEEN =
      """
      update exchange.thread
         set seen = :seen, seen_digest = cast(:digest as text),
             gap_since = case when :gap then coalesce(gap_since, cast(:now as timestamptz)) end
       where id = :id
      """;

  /// Notes how far the other side's numbers reach without a gap, and whether some lie beyond one.
  void seen(Line line, long seen, @Nullable String digest, boolean gap, Instant now) {
    sql.sql(SEEN)
        .param("seen", seen)
        .param("digest", digest)
        .param("gap", gap)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", line.id())
        .update();
    changed(line.id());
  }

  static final String JOIN =
      """
      update exchange.thread set case_file = cast(:caseFile as uuid), person = coalesce(cast(:person as uuid), person)
       where id = :id
      """;

  /// Ties the thread to a case of ours.
  void join(UUID id, UUID caseFile, @Nullable UUID person) {
    sql.sql(JOIN).param("caseFile", caseFile).param("person", person).param("id", id).update();
    changed(id);
  }

  static final String MEET =
      "update exchange.thread set person = cast(:person as uuid) where id = :id and person is null";

  /// Notes whose thread it is, once that is known.
  void meet(UUID id, UUID person) {
    sql.sql(MEET).param("person", person).param("id", id).update();
    changed(id);
  }

  static final String GAPS =
      COLUMNS
          + "where peer = :peer and gap_since <= :before"
          + " and not exists (select from exchange.inbox i where i.thread = thread.id and i.seq = thread.seen + 1)"
          + " order by gap_since limit 100";

  /// Threads that have waited for a missing number since then; not those whose next message is here
  /// and waits for its files.
  List<Line> gaps(String peer, Instant before) {
    return sql.sql(GAPS)
        .param("peer", peer)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query((row, n) -> line(row))
        .list();
  }

  static final String FIND = COLUMNS + "where peer = :peer and pair_case = :pairCase";

  Optional<Line> find(String peer, UUID pairCase) {
    return sql.sql(FIND)
        .param("peer", peer)
        .param("pairCase", pairCase)
        .query((row, n) -> line(row))
        .optional();
  }

  static final String HEAR =
      """
      insert into exchange.withdrawn (thread, consent_hash, at) values (:thread, :hash, :now)
      on conflict (thread, consent_hash) do nothing
      """;

  /// The other side says that this consent was withdrawn there.
  void hear(UUID thread, String hash, Instant now) {
    sql.sql(HEAR)
        .param("thread", thread)
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String HEARD =
      """
      select exists (select from exchange.withdrawn where thread = :thread and consent_hash = :hash) as heard
      """;

  /// Whether the other side said so, however early.
  boolean heard(UUID thread, String hash) {
    return sql.sql(HEARD)
        .param("thread", thread)
        .param("hash", hash)
        .query((row, n) -> row.getBoolean("heard"))
        .single();
  }

  static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getObject("id", UUID.class),
        row.getString("peer"),
        row.getObject("pair_case", UUID.class),
        row.getObject("case_file", UUID.class),
        row.getObject("person", UUID.class),
        row.getLong("next_out"),
        row.getString("last_out"),
        row.getLong("seen"),
        row.getString("seen_digest"));
  }
}
