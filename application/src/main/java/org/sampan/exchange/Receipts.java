package org.sampan.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.audit.Log;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Reason;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.TrustList;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The signed words on what became of a message: ours for what we received, theirs for what we
/// sent.
@Component
public class Receipts {

  private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Trust trust;
  private final Keyring keys;
  private final Threads threads;
  private final Inbox inbox;
  private final Replies replies;
  private final Outbox outbox;
  private final Scribe scribe;
  private final Enclosures enclosures;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Log log;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Receipts(
      Trust trust,
      Keyring keys,
      Threads threads,
      Inbox inbox,
      Replies replies,
      Outbox outbox,
      Scribe scribe,
      Enclosures enclosures,
      Audit audit,
      ApplicationEventPublisher events,
      Log log,
      TransactionTemplate transaction,
      Clock clock) {
    this.trust = trust;
    this.keys = keys;
    this.threads = threads;
    this.inbox = inbox;
    this.replies = replies;
    this.outbox = outbox;
    this.scribe = scribe;
    this.enclosures = enclosures;
    this.audit = audit;
    this.events = events;
    this.log = log;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// A person decided on what was received: R3 goes back, signed by this node, in the caller's
  /// transaction.
  ///
  /// @param reasonCode 1 to 40 of `A-Z 0-9 _`; never free text
  /// @return false when it was decided before, or no such message was received
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean decided(MessageId received, Receipt.Decision decision, String reasonCode) {
    return inbox
        .find(received.value())
        .filter(message -> decide(message, decision, reasonCode))
        .isPresent();
  }

  /// R1 for what was just opened.
  String relayed(Opener.Opened opened, Instant now) {
    return sign(new Receipt.Relayed(Receipt.Subject.of(opened), stamp(now)));
  }

  /// A signed refusal of bytes that can never be accepted.
  String bounced(org.sampan.sealing.Digest sealed, String reasonCode) {
    return sign(new Receipt.Bounced(sealed, stamp(clock.instant()), reasonCode));
  }

  /// R2: it stands in the office's inbox.
  void deliver(Inbox.Kept message) {
    String receipt = delivered(message);
    if (replies.delivered(message, receipt)) {
      answer(message, receipt);
    }
  }

  /// R2, for whoever keeps it beside the message and then has it sent by [#answer].
  String delivered(Inbox.Kept message) {
    return sign(new Receipt.Delivered(message.subject(), stamp(clock.instant())));
  }

  /// It was put aside: the sender is told at once, and once.
  void putAside(Inbox.Kept message, String reasonCode) {
    Receipt.Stamp by = stamp(clock.instant());
    String code = reasonCode.substring(0, Math.min(reasonCode.length(), 40));
    String receipt =
        sign(new Receipt.Decided(message.subject(), by, Receipt.Decision.REFUSED, code));
    if (replies.aside(message, receipt)) {
      answer(message, receipt);
    }
  }

  /// R3, by a person or by a rule that admits no other answer.
  boolean decide(Inbox.Kept message, Receipt.Decision decision, String reasonCode) {
    String receipt =
        sign(new Receipt.Decided(message.subject(), stamp(clock.instant()), decision, reasonCode));
    if (!replies.decided(message, receipt)) {
      return false;
    }
    answer(message, receipt);
    return true;
  }

  /// A receipt of ours arrived: checked against what we sent, kept, and told.
  ///
  /// @return false when it proves nothing about anything we sent
  boolean arrived(Letter letter, Instant now) {
    Optional<Outbox.Sent> sent =
        Optional.ofNullable(letter.route().inReplyTo()).flatMap(id -> outbox.lock(id.value()));
    Optional<String> text = Bodies.text(letter, "receipt");
    Optional<TrustList> list = trust.list();
    if (sent.isEmpty() || text.isEmpty() || list.isEmpty()) {
      audit.write(Act.of("exchange.receipt.unknown").on(letter.id().value()));
      return false;
    }
    NodeId from = letter.route().from();
    return switch (org.sampan.sealing.Receipts.check(
        text.get(), sent.get().subject(), from, list.get(), now)) {
      case Checked.Valid<Receipt>(Receipt receipt) -> keep(sent.get(), text.get(), receipt, now);
      case Checked.Refused<Receipt>(Reason reason) -> {
        audit.write(Act.of("exchange.receipt.refused").on(sent.get().id()).with("reason", reason));
        yield false;
      }
    };
  }

  private boolean keep(Outbox.Sent sent, String text, Receipt receipt, Instant now) {
    DeliveryState after;
    switch (receipt) {
      case Receipt.Delivered delivered -> after = replies.heardDelivered(sent, text, now);
      case Receipt.Decided decided -> after = replies.heardDecided(sent, text, decided, now);
      case Receipt.Relayed relayed -> {
        return true;
      }
      case Receipt.Bounced bounced -> {
        return false;
      }
    }
    // What is only put aside may still need its files.
    if (sent.files() && after != DeliveryState.KEPT) {
      enclosures.stop(sent.id());
    }
    audit.write(Act.of("exchange.receipt.kept").on(sent.id()).with("state", after));
    if (after != sent.state()) {
      events.publishEvent(new Deliveries.Changed(sent.messageId(), after));
    }
    return true;
  }

  /// Sends a receipt that stands beside its message.
  void answer(Inbox.Kept message, String receipt) {
    answer(message.thread(), message.id(), receipt);
  }

  /// While the sender cannot be written to, suspended perhaps, the receipt waits beside what it is
  /// for: [#tellAgain] finds it.
  private void answer(UUID thread, UUID message, String receipt) {
    try {
      Threads.Line line = threads.lock(thread);
      MessageId id = new MessageId(message);
      scribe.next(Scribe.Note.ofNode(Kinds.RECEIPT, line, id, Map.of("receipt", receipt)));
    } catch (Scribe.Unreachable later) {
      LOG.warn("receipt for {} waits for a key to seal to", message);
    }
  }

  /// Tells what could not be told when it was decided.
  @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
  void tellAgain() {
    for (Replies.Untold untold : replies.untold()) {
      transaction.executeWithoutResult(status ->
          untold.receipts().forEach(one -> answer(untold.thread(), untold.message(), one)));
    }
  }

  private String sign(Receipt receipt) {
    return org.sampan.sealing.Receipts.sign(receipt, keys.signing());
  }

  private Receipt.Stamp stamp(Instant now) {
    return new Receipt.Stamp(trust.self(), now, log.head().told());
  }

  /// Reads the few fields the nodes themselves put into bodies.
  static final class Bodies {
    private Bodies() {}

    static Optional<String> text(Letter letter, String field) {
      return Optional.ofNullable(JSON.readTree(letter.content().body().text()).get(field))
          .filter(node -> node.isString())
          .map(node -> node.stringValue());
    }

    static java.util.List<String> texts(Letter letter, String field) {
      return JSON.readTree(letter.content().body().text()).path(field).values().stream()
          .filter(node -> node.isString())
          .map(node -> node.stringValue())
          .limit(50)
          .toList();
    }
  }
}
