package org.sampan.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.Letter;
import org.sampan.trust.Trust;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The short transactions around each attempt: one takes a message under a lease, one notes what
/// came of it. Between them nothing is held; whoever dies in between loses only the lease.
@Repository
class Dispatches {

  /// Longer than an attempt can take.
  static final Duration LEASE = Duration.ofSeconds(30);

  /// A message to be sent now, with its bytes.
  ///
  /// @param more whether another one waited for the same peer when it was taken
  record Outgoing(Outbox.Sent sent, byte[] sealed, boolean more) {}

  private final JdbcClient sql;
  private final Outbox outbox;
  private final Replies replies;
  private final Circuits circuits;
  private final Trust trust;
  private final Enclosures enclosures;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Dispatches(
      JdbcClient sql,
      Outbox outbox,
      Replies replies,
      Circuits circuits,
      Trust trust,
      Enclosures enclosures,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.outbox = outbox;
    this.replies = replies;
    this.circuits = circuits;
    this.trust = trust;
    this.enclosures = enclosures;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  static final String NOBODY_AT_IT =
      "update exchange.outbox set lease_until = null where lease_until is not null";

  /// At the start of the node nobody is at any message: what a killed process had taken goes at
  /// once.
  @Transactional
  public void nobodyAtIt() {
    sql.sql(NOBODY_AT_IT).update();
  }

  static final String CLAIM =
      """
      update exchange.outbox o
         set lease_until = :until, attempts = o.attempts + 1,
             state = case when o.state = 'QUEUED' then 'SENDING' else o.state end
       where o.id = (
         select w.id from exchange.outbox w
          where w.peer = :peer and w.sealed is not null
            and (w.again or w.state in ('QUEUED', 'SENDING') and w.not_after > :now)
            and (w.lease_until is null or w.lease_until < :now or w.lease_until > :wild)
            and (:fresh or not w.personal)
            and (w.overtakes or not exists (
              select from exchange.outbox e
               where e.thread = w.thread and e.seq < w.seq and e.state in ('QUEUED', 'SENDING')))
          order by w.attempts > 3, w.pressing desc, w.failed_at nulls first, w.created, w.id
          limit 1 for update skip locked)
      returning o.id, o.thread, o.seq, o.prev, o.peer, o.kind, o.state, o.created, o.not_after,
                o.sealed_digest, o.identity, o.person, o.consent, o.overruling, o.relies_on, o.attempts, o.files,
                o.sealed,
                exists (select from exchange.outbox n
                         where n.peer = o.peer and n.id <> o.id and n.lease_until is null
                           and (n.again or n.state in ('QUEUED', 'SENDING'))) as more
      """;

  /// Takes the next message for this peer under a lease: urgent ones first, in their order within a
  /// case. A lease that ends much later than one taken now would is of a clock that was set back.
  @Transactional
  public Optional<Outgoing> claim(String peer) {
    Instant now = clock.instant();
    if (!isFree(peer, now)) {
      return Optional.empty();
    }
    return sql.sql(CLAIM)
        .param("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
        .param("wild", wild(now))
        .param("peer", peer)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("fresh", trust.isFresh(now))
        .query((row, n) ->
            new Outgoing(Outbox.sent(row), row.getBytes("sealed"), row.getBoolean("more")))
        .optional();
  }

  /// No lease of now ends later, also when two workers read the clock one after the other.
  private static OffsetDateTime wild(Instant now) {
    return now.plus(LEASE.multipliedBy(2)).atOffset(ZoneOffset.UTC);
  }

  static final String FREE =
      """
      select p.node, p.failures, p.next_try, p.last_heard, p.last_failure, p.failed_since,
             (select count(*) from exchange.outbox o
               where o.peer = :peer and o.lease_until >= :now and o.lease_until <= :wild) as many,
             exists (select from exchange.rollback r
                      where not exists (select from exchange.confirmed c
                                         where c.rollback = r.id and c.peer = :peer)) as awaits
        from exchange.peer p where p.node = :peer
      """;

  /// Whether one more may go to this peer now: it answers, few are on their way, and after a
  /// restore it has said where we stand. All that in one question, for it is asked before every
  /// attempt.
  private boolean isFree(String peer, Instant now) {
    record Stand(Circuits.State circuit, long onTheWay, boolean awaits) {}
    Optional<Stand> stand =
        sql.sql(FREE)
            .param("peer", peer)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("wild", wild(now))
            .query((row, n) ->
                new Stand(Circuits.state(row), row.getLong("many"), row.getBoolean("awaits")))
            .optional();
    if (stand.isEmpty()) {
      circuits.of(peer, now);
      return isFree(peer, now);
    }
    Circuits.State circuit = stand.get().circuit();
    return !circuit.isOpen(now)
        && !stand.get().awaits()
        && stand.get().onTheWay() < Circuits.width(circuit.failures());
  }

  static final String ATTEMPT =
      "insert into exchange.attempt (message, at, outcome) values (:message, :at, :outcome) on conflict do nothing";

  private void attempted(UUID message, String outcome, Instant now) {
    sql.sql(ATTEMPT)
        .param("message", message)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("outcome", outcome)
        .update();
  }

  /// It left on a stick: nobody can say that it is not over there.
  void carried(UUID message) {
    attempted(message, "CARRIED", clock.instant());
  }

  /// R1 was verified: the peer has it. A receipt that comes after the end is kept as evidence.
  @Transactional
  public void relayed(Outbox.Sent sent, String receipt) {
    DeliveryState before = replies.heardRelayed(sent, receipt, clock.instant());
    if (sent.files()) {
      enclosures.follow(sent.id());
    }
    if (before.waits()) {
      audit.write(Act.of("exchange.message.relayed").on(sent.id()).with("to", sent.peer()));
      events.publishEvent(new Deliveries.Changed(sent.messageId(), DeliveryState.RELAYED));
    }
  }

  /// The same, with how far the peer said that its log reaches when it signed R1; and, in the same
  /// commit, the next message for this peer is taken if the caller goes on.
  @Transactional
  public Optional<Outgoing> relayed(
      Outbox.Sent sent, String receipt, Letter.@Nullable LogHead head, boolean goesOn) {
    // First, as an arrival does: two that wait for each other would wait in vain.
    if (head != null) {
      events.publishEvent(new Peers.HeadHeard(sent.peer(), head));
    }
    relayed(sent, receipt);
    return goesOn ? claim(sent.peer()) : Optional.empty();
  }

  static final String BACK =
      """
      update exchange.outbox
         set lease_until = null, last_failure = :reason, failed_at = :now,
             state = case when state = 'SENDING' then 'QUEUED' else state end
       where id = :id
      """;

  private void back(Outbox.Sent sent, String reason, Instant now) {
    sql.sql(BACK)
        .param("reason", reason)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", sent.id())
        .update();
  }

  /// It came to nothing this time.
  @Transactional
  public void failed(Outbox.Sent sent, String reason) {
    Instant now = clock.instant();
    back(sent, reason, now);
    attempted(sent.id(), reason, now);
    circuits.failed(sent.peer(), reason, now);
  }

  /// The peer refused these bytes for good, and signed it.
  @Transactional
  public void bounced(Outbox.Sent sent, String reason) {
    Instant now = clock.instant();
    back(sent, reason, now);
    attempted(sent.id(), "BOUNCED_" + reason, now);
    circuits.heard(sent.peer(), now);
    end(sent, DeliveryState.BOUNCED, now);
  }

  static final String TOO_LATE =
      """
      select id from exchange.outbox
       where state in ('QUEUED', 'SENDING') and not_after <= :now and (lease_until is null or lease_until < :now)
       order by not_after limit 500
      """;

  /// Ends what nobody could be given in time. Returns how many.
  @Transactional
  public int expire() {
    Instant now = clock.instant();
    List<UUID> late =
        sql.sql(TOO_LATE)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> row.getObject("id", UUID.class))
            .list();
    late.forEach(id -> end(outbox.find(id).orElseThrow(), DeliveryState.EXPIRED, now));
    return late.size();
  }

  private void end(Outbox.Sent sent, DeliveryState state, Instant now) {
    if (outbox.end(sent.id(), state, now)) {
      audit.write(Act.of("exchange.message.ended").on(sent.id()).with("state", state));
      events.publishEvent(new Deliveries.Changed(sent.messageId(), state));
    }
  }
}
