package org.sampan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How each peer answers, and when it is tried next: one circuit a peer, so that a thousand waiting
/// messages knock once.
///
/// The steps rise to a quarter of an hour and stay there for as long as messages live: a node that
/// was away for weeks is found again within 15 minutes, and at once when it says hello. Jitter of
/// 50 to 100 % keeps many nodes from knocking together.
@Repository
public class Circuits {

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(45),
          Duration.ofMinutes(2),
          Duration.ofMinutes(6),
          Duration.ofMinutes(15));

  /// When to try again after so many failures in a row, 1 or more.
  static Instant nextTry(int failures, Instant now, RandomGenerator random) {
    Duration step = STEPS.get(Math.min(failures, STEPS.size()) - 1);
    long half = step.toMillis() / 2;
    return now.plusMillis(half + random.nextLong(half + 1));
  }

  /// How many messages may be on their way at once: one knocks first after a failure.
  static int width(int failures) {
    return failures == 0 ? 4 : 1;
  }

  /// A peer as the last attempts found it.
  record State(
      String peer,
      int failures,
      Instant nextTry,
      @Nullable Instant lastHeard,
      @Nullable String lastFailure,
      @Nullable Instant failedSince) {

    /// Whether it is not tried now. A next try further off than any step is of a clock that was set
    /// back, and does not count.
    boolean isOpen(Instant now) {
      return nextTry.isAfter(now) && !nextTry.isAfter(now.plus(STEPS.getLast()).plusSeconds(60));
    }
  }

  /// How it stands between us and another node, and how much waits for it.
  ///
  /// @param oldest since when the first of them waits; none when nothing does
  /// @param downSince since when no try has succeeded; none while the line is good
  /// @param failure the code of what the last try met; none while the line is good
  public record Road(
      String peer,
      long waiting,
      long urgent,
      @Nullable Instant oldest,
      @Nullable Instant lastHeard,
      @Nullable Instant nextTry,
      @Nullable Instant downSince,
      @Nullable String failure) {}

  private final JdbcClient sql;
  private final Enclosures enclosures;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();

  Circuits(
      JdbcClient sql,
      Enclosures enclosures,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.enclosures = enclosures;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  static final String MEET =
      "insert into exchange.peer (node, next_try) values (:peer, :now) on conflict (node) do nothing";
  private static final String COLUMNS =
      "select node, failures, next_try, last_heard, last_failure, failed_since from exchange.peer ";
  static final String OF = COLUMNS + "where node = :peer";

  /// The state of this peer; a new one may be tried at once.
  State of(String peer, Instant now) {
    return sql.sql(OF)
        .param("peer", peer)
        .query((row, n) -> state(row))
        .optional()
        .orElseGet(() -> met(peer, now));
  }

  private State met(String peer, Instant now) {
    sql.sql(MEET).param("peer", peer).param("now", now.atOffset(ZoneOffset.UTC)).update();
    return sql.sql(OF).param("peer", peer).query((row, n) -> state(row)).single();
  }

  static final String ALL = COLUMNS + "order by node";

  Map<String, State> all() {
    return sql.sql(ALL).query((row, n) -> state(row)).list().stream()
        .collect(Collectors.toMap(State::peer, state -> state));
  }

  static final String LOCK = COLUMNS + "where node = :peer for update";
  static final String FAILED =
      """
      update exchange.peer
         set failures = :failures, next_try = :nextTry, last_failure = :reason,
             failed_since = coalesce(failed_since, :now)
       where node = :peer
      """;

  /// A try came to nothing: the next one is later. Failures of attempts already on their way when
  /// the circuit opened count once.
  void failed(String peer, String reason, Instant now) {
    State state = sql.sql(LOCK).param("peer", peer).query((row, n) -> state(row)).single();
    boolean counted = state.failures() > 0 && state.isOpen(now);
    int failures = counted ? state.failures() : state.failures() + 1;
    Instant next = counted ? state.nextTry() : nextTry(failures, now, random);
    sql.sql(FAILED)
        .param("failures", failures)
        .param("nextTry", next.atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("peer", peer)
        .update();
  }

  /// Of a hundred answers in a second one is noted: the others would only wait for its row.
  static final String HEARD =
      """
      update exchange.peer
         set failures = 0, next_try = :now, last_heard = :now, last_failure = null, failed_since = null
       where node = :peer
         and (failures > 0 or failed_since is not null or last_heard is null
              or last_heard not between :lately and :now)
      """;

  /// Until when an earlier answer is as good as one at this moment.
  static OffsetDateTime lately(Instant now) {
    return now.minusSeconds(1).atOffset(ZoneOffset.UTC);
  }

  /// The peer answered, or said hello: it is tried again at once.
  void heard(String peer, Instant now) {
    sql.sql(HEARD)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("lately", lately(now))
        .param("peer", peer)
        .update();
  }

  static final String AGAIN = "update exchange.peer set next_try = :now where node = :peer";

  /// A person wants what waits for a peer tried at once; what is known of it stays. False when
  /// nothing was ever sent there.
  @Transactional
  public boolean again(String peer, Act act) {
    Instant now = clock.instant();
    boolean known =
        sql.sql(AGAIN).param("now", now.atOffset(ZoneOffset.UTC)).param("peer", peer).update() == 1;
    if (known) {
      enclosures.heard(peer);
      audit.write(act.with("peer", peer));
      events.publishEvent(new Courier.Waiting(peer));
    }
    return known;
  }

  static final String ROADS =
      """
      select w.*, p.failures, p.next_try, p.last_heard, p.last_failure, p.failed_since
        from (select o.peer, count(*) filter (where o.state in ('QUEUED', 'SENDING')) as many,
                     count(*) filter (where o.state in ('QUEUED', 'SENDING') and o.urgent) as urgent,
                     min(o.created) filter (where o.state in ('QUEUED', 'SENDING')) as oldest
                from exchange.outbox o
      """
          + Deliveries.CONCERNS
          + " group by o.peer) w left join exchange.peer p on p.node = w.peer order by w.peer";

  /// How it stands with each peer that [Deliveries#waiting] names.
  @Transactional(readOnly = true)
  public List<Road> roads(Deliveries.Whose whose) {
    Instant now = clock.instant();
    return Deliveries.whose(sql, ROADS, whose)
        .param("since", Deliveries.lately(now))
        .query((row, n) -> {
          Instant next = Deliveries.moment(row, "next_try");
          boolean apart = row.getInt("failures") > 0;
          return new Road(
              row.getString("peer"),
              row.getLong("many"),
              row.getLong("urgent"),
              Deliveries.moment(row, "oldest"),
              Deliveries.moment(row, "last_heard"),
              next != null && next.isAfter(now) ? next : null,
              apart ? Deliveries.moment(row, "failed_since") : null,
              apart ? row.getString("last_failure") : null);
        })
        .list();
  }

  static final String WAITING =
      "select distinct peer from exchange.outbox where state in ('QUEUED', 'SENDING') or again order by peer";

  /// The peers something waits for.
  List<String> waitedFor() {
    return sql.sql(WAITING).query((row, n) -> row.getString("peer")).list();
  }

  static State state(ResultSet row) throws SQLException {
    OffsetDateTime heard = row.getObject("last_heard", OffsetDateTime.class);
    OffsetDateTime since = row.getObject("failed_since", OffsetDateTime.class);
    return new State(
        row.getString("node"),
        row.getInt("failures"),
        row.getObject("next_try", OffsetDateTime.class).toInstant(),
        heard == null ? null : heard.toInstant(),
        row.getString("last_failure"),
        since == null ? null : since.toInstant());
  }
}
