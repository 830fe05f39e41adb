package org.sampan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.SignedIn;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Reason;
import org.sampan.sealing.Receipt;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages that are right by signature and sealing and cannot be taken as they are: put aside with
/// the reason, told to their sender at once, and without any effect until a person here takes or
/// refuses them. Only what was put aside because its kind was unknown is taken without a person, at
/// the first start at which this node knows the kind.
@Repository
public class Quarantine {

  /// The code for a kind, or a major version of one, that this node does not know.
  public static final String UNSUPPORTED = "UNSUPPORTED";

  /// What the sender is told begins so: put aside, and why.
  private static final String TOLD = "KEPT_";

  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

  /// A message that was put aside. What it says is not told.
  ///
  /// @param office the code of the office it names, whether there is one of that code or not
  /// @param since when it was put aside
  /// @param why the code of why
  public record Aside(
      MessageId id,
      String from,
      String kind,
      @Nullable String office,
      Instant received,
      Instant since,
      String why) {}

  /// What came of a person's ruling.
  public sealed interface Ruling {
    /// So it was done: taken, or refused for good.
    record Done() implements Ruling {}

    /// It cannot be taken yet either; the code of why.
    record StillAside(String why) implements Ruling {}

    /// It is aside no longer: somebody ruled before, or it was taken back.
    record Gone() implements Ruling {}
  }

  private final JdbcClient sql;
  private final Threads threads;
  private final Inbox inbox;
  private final Receipts receipts;
  private final Scribe scribe;
  private final Enclosures enclosures;
  private final ObjectProvider<Effects> effects;
  private final Keyring keys;
  private final Trust trust;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Quarantine(
      JdbcClient sql,
      Threads threads,
      Inbox inbox,
      Receipts receipts,
      Scribe scribe,
      Enclosures enclosures,
      ObjectProvider<Effects> effects,
      Keyring keys,
      Trust trust,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.sql = sql;
    this.threads = threads;
    this.inbox = inbox;
    this.receipts = receipts;
    this.scribe = scribe;
    this.enclosures = enclosures;
    this.effects = effects;
    this.keys = keys;
    this.trust = trust;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Whether an R3 says no more than that the message was put aside.
  static boolean isAside(Receipt.Decided decided) {
    return decided.reasonCode().equals(UNSUPPORTED) || decided.reasonCode().startsWith(TOLD);
  }

  /// The code of why a message was put aside or refused, as a receipt tells it.
  public static String why(String reasonCode) {
    return reasonCode.startsWith(TOLD) ? reasonCode.substring(TOLD.length()) : reasonCode;
  }

  static final String PUT =
      """
      update exchange.inbox set state = 'QUARANTINED', why = :why, sealed = coalesce(sealed, cast(:sealed as bytea)),
             aside_at = coalesce(aside_at, :now) where sender = :sender and id = :id
      """;

  /// Puts a message aside, in the transaction of whoever found that it cannot be taken.
  void put(Inbox.Kept message, String why) {
    sql.sql(PUT)
        .param("why", why)
        .param("sealed", message.beside())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("sender", message.sender())
        .param("id", message.id())
        .update();
    audit.write(
        Act.of("exchange.quarantine.put")
            .on(message.id())
            .with("peer", message.sender())
            .with("code", why));
    receipts.putAside(message, why.equals(UNSUPPORTED) ? why : TOLD + why);
  }

  private static final String COLUMNS =
      "select id, sender, thread, kind, office, received, aside_at, why from exchange.inbox";
  static final String ALL =
      COLUMNS + " where state = 'QUARANTINED' order by aside_at, received, id limit 500";

  /// Everything that is aside, oldest first.
  @Transactional(readOnly = true)
  public List<Aside> all() {
    return sql.sql(ALL).query((row, n) -> aside(row)).list();
  }

  static final String ONE =
      COLUMNS + " where sender = :sender and id = :id and state = 'QUARANTINED'";

  /// One of them, by its sender and number.
  @Transactional(readOnly = true)
  public Optional<Aside> find(String from, UUID id) {
    return sql.sql(ONE)
        .param("sender", from)
        .param("id", id)
        .query((row, n) -> aside(row))
        .optional();
  }

  private static Aside aside(ResultSet row) throws SQLException {
    return new Aside(
        new MessageId(row.getObject("id", UUID.class)),
        row.getString("sender"),
        row.getString("kind"),
        row.getString("office"),
        row.getObject("received", OffsetDateTime.class).toInstant(),
        row.getObject("aside_at", OffsetDateTime.class).toInstant(),
        row.getString("why"));
  }

  /// A person has it taken, as if its turn came now. Who may is the caller's to ask.
  @Transactional
  public Ruling release(String from, UUID id, SignedIn by) {
    Optional<Inbox.Kept> found = locked(from, id);
    if (found.isEmpty()) {
      return new Ruling.Gone();
    }
    audit.write(by.act("exchange.quarantine.released").on(id).with("peer", from));
    return take(found.get(), true);
  }

  /// A person refuses it for good; its sender is told.
  @Transactional
  public Ruling refuse(String from, UUID id, SignedIn by) {
    Optional<Inbox.Kept> found = locked(from, id);
    if (found.isEmpty()) {
      return new Ruling.Gone();
    }
    Inbox.Kept message = found.get();
    byte @Nullable [] inner =
        open(message) instanceof Checked.Valid<Opener.Opened>(Opener.Opened opened)
            ? scribe.proof(message.id(), null, opened.innerJws()).sealed()
            : null;
    inbox.settle(message, Inbox.State.REFUSED, inner, null, null);
    audit.write(by.act("exchange.quarantine.refused").on(message.id()).with("peer", from));
    receipts.decide(message, Receipt.Decision.REFUSED, "NOT_TAKEN");
    return new Ruling.Done();
  }

  /// The message with its thread locked; none when it is aside no longer.
  private Optional<Inbox.Kept> locked(String from, UUID id) {
    Optional<Inbox.Kept> found = inbox.from(from, id);
    found.ifPresent(message -> threads.lock(message.thread()));
    return found
        .flatMap(message -> inbox.from(from, id))
        .filter(message -> message.state() == Inbox.State.QUARANTINED);
  }

  static final String ANSWERS =
      """
      select sender, id from exchange.inbox
       where thread = :thread and in_reply_to = :id and state = 'QUARANTINED' order by seq
      """;

  /// Takes it, and then what its sender said to it since and could not be taken without it.
  private Ruling take(Inbox.Kept message, boolean byPerson) {
    switch (open(message)) {
      case Checked.Refused<Opener.Opened>(Reason reason) -> put(message, reason.name());
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) when waitsForFiles(opened) ->
          put(message, "ATTACHMENTS_COMING");
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) ->
          effects.getObject().have(message, opened, byPerson);
    }
    Optional<Aside> still = find(message.sender(), message.id());
    if (still.isPresent()) {
      return new Ruling.StillAside(still.get().why());
    }
    sql.sql(ANSWERS)
        .param("thread", message.thread())
        .param("id", message.id())
        .query((row, n) -> inbox.from(row.getString("sender"), row.getObject("id", UUID.class)))
        .list()
        .forEach(answer -> answer.ifPresent(one -> take(one, false)));
    return new Ruling.Done();
  }

  /// Whether files it names are still on their way.
  boolean waitsForFiles(Opener.Opened opened) {
    Letter letter = opened.letter();
    return !letter.content().attachments().isEmpty()
        && enclosures.standing(letter.id().value()) instanceof Enclosures.Standing.Coming;
  }

  /// Opens a stored message again, as of when it arrived.
  Checked<Opener.Opened> open(Inbox.Kept message) {
    byte[] sealed = inbox.bytes(message).orElse(new byte[0]);
    return Opener.open(
        sealed, keys.opening(), trust.list().orElseThrow(), trust.self(), message.received());
  }

  static final String UNLEARNED =
      COLUMNS + " where state = 'QUARANTINED' and why = 'UNSUPPORTED' order by thread, seq";

  /// At the start of the node, perhaps of a newer version: what was put aside because its kind was
  /// unknown is taken, in its order, if the kind is known now.
  @EventListener(ApplicationReadyEvent.class)
  public void learned() {
    for (Aside aside : sql.sql(UNLEARNED).query((row, n) -> aside(row)).list()) {
      if (effects.getObject().knows(aside.kind())) {
        try {
          transaction.executeWithoutResult(done -> learned(aside));
        } catch (RuntimeException fault) {
          LOG.error("{} stays aside {}", aside.id().value(), fault.getClass().getName());
        }
      }
    }
  }

  private void learned(Aside aside) {
    locked(aside.from(), aside.id().value())
        .ifPresent(message -> {
          audit.write(Act.of("exchange.quarantine.learned").on(message.id()));
          take(message, false);
        });
  }
}
