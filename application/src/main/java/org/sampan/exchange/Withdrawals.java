package org.sampan.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.SignedIn;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.consents.ConsentWithdrawn;
import org.sampan.consents.OverrulingEnded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to messages whose ground is gone, or whose author thinks better of it: those that
/// wait are taken back and a signed tombstone gets their number; whoever may hold a copy is told to
/// lock it.
///
/// Both are sealed in the transaction that withdraws. When the other node cannot be written to just
/// then (suspended, no key), the withdrawal still stands here and is sealed as soon as it can be.
@Repository
public class Withdrawals {

  /// What came of taking back one message.
  public sealed interface Cancelling {
    /// It is taken back.
    ///
    /// @param tried whether it may be over there nevertheless: then its tombstone locks that copy
    record Done(boolean tried) implements Cancelling {}

    /// The other node has it, and signed that: only a new message can undo it.
    record TooLate() implements Cancelling {}

    /// No such message of ours, or one that is not for people to take back.
    record Nothing() implements Cancelling {}
  }

  /// As many as one letter may name.
  private static final int AT_ONCE = 50;

  private static final Logger LOG = LoggerFactory.getLogger(Withdrawals.class);

  private final JdbcClient sql;
  private final Threads threads;
  private final Outbox outbox;
  private final Scribe scribe;
  private final Enclosures enclosures;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Withdrawals(
      JdbcClient sql,
      Threads threads,
      Outbox outbox,
      Scribe scribe,
      Enclosures enclosures,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.sql = sql;
    this.threads = threads;
    this.outbox = outbox;
    this.scribe = scribe;
    this.enclosures = enclosures;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  static final String TAKES_BACK =
      """
      select exists (select from exchange.outbox o join exchange.outbox r on r.id = o.in_reply_to
                      where o.id = :id) as back
      """;

  /// Whether it takes back a message of ours: that was the second thought.
  private boolean takesBack(UUID message) {
    return sql.sql(TAKES_BACK)
        .param("id", message)
        .query((row, n) -> row.getBoolean("back"))
        .single();
  }

  static final String BY = "update exchange.outbox set cancelled_by = :by where id = :id";

  /// A person takes back a message that has no receipt yet. Who may is the caller's to ask.
  ///
  /// A receipt and a cancellation lock the same row: whichever commits first stands. Should the
  /// bytes be on their way just then, the tombstone under the same number locks them there.
  @Transactional
  public Cancelling cancel(MessageId message, SignedIn by) {
    Optional<Outbox.Sent> found =
        outbox
            .find(message.value())
            .filter(sent -> Kinds.of(sent.kind()).filter(Kinds::personal).isPresent())
            .filter(sent -> !takesBack(sent.id()));
    if (found.isEmpty()) {
      return new Cancelling.Nothing();
    }
    threads.lock(found.get().thread());
    Outbox.Sent sent = outbox.lock(message.value()).orElseThrow();
    if (!outbox.end(sent.id(), DeliveryState.CANCELLED, clock.instant())) {
      return new Cancelling.TooLate();
    }
    boolean tried = sent.attempts() > 0;
    enclosures.stop(sent.id());
    sql.sql(BY).param("by", by.id().value()).param("id", sent.id()).update();
    audit.write(by.act("exchange.message.cancelled").on(sent.id()).with("tried", tried));
    events.publishEvent(new Deliveries.Changed(message, DeliveryState.CANCELLED));
    events.publishEvent(new Deliveries.Cancelled(message, tried, by));
    settle(sent.thread());
    return new Cancelling.Done(tried);
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdrawn(ConsentWithdrawn withdrawn) {
    takeBack(withdrawn.person().value(), withdrawn.consent().value(), null);
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void ended(OverrulingEnded ended) {
    takeBack(ended.person().value(), null, ended.overruling().value());
  }

  private void takeBack(UUID person, @Nullable UUID consent, @Nullable UUID overruling) {
    Set<UUID> touched = new TreeSet<>();
    outbox.relyingOn(person, consent, overruling).forEach(sent -> touched.add(sent.thread()));
    // Always in the same order, so that two withdrawals never wait for each other.
    touched.forEach(threads::lock);
    Instant now = clock.instant();
    Map<UUID, Set<String>> owed = new LinkedHashMap<>();
    for (Outbox.Sent sent : outbox.relyingOn(person, consent, overruling)) {
      enclosures.stop(sent.id());
      boolean cancelled =
          sent.state().waits() && outbox.end(sent.id(), DeliveryState.CANCELLED, now);
      if (cancelled) {
        events.publishEvent(new Deliveries.Changed(sent.messageId(), DeliveryState.CANCELLED));
        audit.write(Act.of("exchange.message.cancelled").on(sent.id()));
      }
      // What was never tried cannot be over there.
      if (sent.reliesOn() != null && (!cancelled || sent.attempts() > 0)) {
        owed.computeIfAbsent(sent.thread(), t -> new TreeSet<>()).add(sent.reliesOn());
      }
    }
    owed.forEach((thread, hashes) -> hashes.forEach(hash -> owe(thread, hash, now)));
    touched.forEach(this::settle);
  }

  static final String OWE =
      """
      insert into exchange.owed (thread, relies_on, at) values (:thread, :hash, :now)
      on conflict (thread, relies_on) do nothing
      """;

  private void owe(UUID thread, String hash, Instant now) {
    sql.sql(OWE)
        .param("thread", thread)
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String OWED =
      "select relies_on from exchange.owed where thread = :thread and told is null order by relies_on for update";
  static final String TOLD =
      "update exchange.owed set told = :now where thread = :thread and relies_on = :hash";

  /// Seals what this thread still needs: tombstones for numbers without a message, withdrawals not
  /// told.
  void settle(UUID thread) {
    try {
      for (Outbox.Sent ended : outbox.withoutTombstone(thread)) {
        bury(ended);
      }
      List<String> hashes =
          sql.sql(OWED)
              .param("thread", thread)
              .query((row, n) -> row.getString("relies_on"))
              .list();
      for (int at = 0; at < hashes.size(); at += AT_ONCE) {
        List<String> some = hashes.subList(at, Math.min(at + AT_ONCE, hashes.size()));
        Map<String, Object> body = Map.of("at", clock.instant().toString(), "consents", some);
        scribe.next(Scribe.Note.ofNode(Kinds.CONSENT_WITHDRAW, threads.lock(thread), null, body));
        some.forEach(hash -> told(thread, hash));
      }
    } catch (Scribe.Unreachable later) {
      LOG.warn("thread {} waits for a key to seal to", thread);
    }
  }

  private void told(UUID thread, String hash) {
    sql.sql(TOLD)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("thread", thread)
        .param("hash", hash)
        .update();
  }

  private void bury(Outbox.Sent ended) {
    Map<String, Object> body = new TreeMap<>();
    body.put("reason", ended.state().name());
    body.put("message", ended.id().toString());
    body.put("identity", ended.identity());
    // A person's second thought says nothing about a consent.
    if (ended.reliesOn() != null && !byPerson(ended.id())) {
      body.put("consents", List.of(ended.reliesOn()));
    }
    Scribe.Note note =
        Scribe.Note.ofNode(Kinds.TOMBSTONE, threads.lock(ended.thread()), null, body);
    scribe.instead(note.insteadOf(ended.id()), ended.seq(), ended.prev());
  }

  static final String BY_PERSON =
      "select cancelled_by is not null as person from exchange.outbox where id = :id";

  private boolean byPerson(UUID message) {
    return sql.sql(BY_PERSON)
        .param("id", message)
        .query((row, n) -> row.getBoolean("person"))
        .single();
  }

  static final String UNSETTLED =
      """
      select distinct o.thread from exchange.outbox o
       where o.state in ('CANCELLED', 'EXPIRED', 'BOUNCED') and o.kind not like 'sys.tombstone/%'
         and not exists (select from exchange.outbox t where t.replaces = o.id)
      union
      select thread from exchange.owed where told is null
      """;

  /// Seals what could not be sealed before, and gives the numbers of expired messages to
  /// tombstones.
  @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
  void settleAll() {
    List<UUID> waiting =
        sql.sql(UNSETTLED).query((row, n) -> row.getObject("thread", UUID.class)).list();
    for (UUID thread : waiting) {
      transaction.executeWithoutResult(done -> {
        threads.lock(thread);
        settle(thread);
      });
    }
  }
}
