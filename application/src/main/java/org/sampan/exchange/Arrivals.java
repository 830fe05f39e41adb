package org.sampan.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.attachments.AttachmentsStand;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Reason;
import org.sampan.web.Typed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes what was opened: its row, its effect, its audit entry and its stored receipt in one
/// commit. The same message again is answered with the same receipt and changes nothing.
@Component
class Arrivals {

  /// What to answer the sender.
  sealed interface Answer {
    /// R1.
    record Stored(String receipt) implements Answer {}

    /// A signed refusal: the sender says two things under one number or name.
    record Bounced(String receipt) implements Answer {}
  }

  private final Threads threads;
  private final Inbox inbox;
  private final Effects effects;
  private final Receipts receipts;
  private final Enclosures enclosures;
  private final Schemas schemas;
  private final Quarantine quarantine;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Arrivals(
      Threads threads,
      Inbox inbox,
      Effects effects,
      Receipts receipts,
      Enclosures enclosures,
      Schemas schemas,
      Quarantine quarantine,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.threads = threads;
    this.inbox = inbox;
    this.effects = effects;
    this.receipts = receipts;
    this.enclosures = enclosures;
    this.schemas = schemas;
    this.quarantine = quarantine;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Takes an opened letter with the bytes it came in.
  @Transactional
  public Answer take(Opener.Opened opened, byte[] sealed) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Letter letter = opened.letter();
    String from = letter.route().from().value();
    heard(from, letter.knowledge().log());
    // The thread is locked first: its messages are taken one after the other, duplicates included.
    Threads.Line line = threads.open(from, letter.order().caseId().value(), null, null, now);
    Ordering.Around around = inbox.around(letter, line.id());
    Optional<Inbox.Kept> known = around.known(letter);
    if (known.isPresent()) {
      return known.get().identity().equals(opened.identity().hex())
          ? new Answer.Stored(known.get().r1())
          : fork(opened, "EQUIVOCATION");
    }
    Inbox.Tombstone tombstone = tombstone(letter);
    Ordering.Place place = place(opened, line, tombstone, around);
    if (place == Ordering.Place.FORK) {
      return fork(opened, "NUMBER_TAKEN");
    }
    boolean next = place == Ordering.Place.NEXT && around.endsAt(letter.order().seq());
    String receipt = receipts.relayed(opened, now);
    // What has its effect at once need not be stored as it came, only to be taken out again.
    boolean waits = !next || !letter.content().attachments().isEmpty();
    Inbox.Kept message =
        store(
            opened,
            line,
            place,
            new Inbox.Arrived(line.id(), tombstone, now, sealed, waits, receipt));
    if (next) {
      next(line, message, opened, now);
      return new Answer.Stored(receipt);
    }
    switch (place) {
      case NEXT -> {}
      case AHEAD -> effects.ahead(message, opened);
      case BURIED -> effects.buried(message, opened);
      case BURIES -> effects.buries(message, opened, original(line, message));
      case FORK -> throw new IllegalStateException("answered above");
    }
    advance(line, now);
    return new Answer.Stored(receipt);
  }

  private Inbox.Kept store(
      Opener.Opened opened, Threads.Line line, Ordering.Place place, Inbox.Arrived arrived) {
    Letter letter = opened.letter();
    String from = letter.route().from().value();
    List<Letter.Attachment> files = letter.content().attachments();
    enclosures.announce(from, letter.id().value(), files, letter.life().notAfter());
    Inbox.Kept message = inbox.add(opened, arrived);
    audit.write(
        Act.of("exchange.message.received")
            .on(message.id())
            .inCase(line.caseFile())
            .with("from", from)
            .with("kind", letter.route().kind())
            .with("identity", opened.identity())
            .with("place", place));
    return message;
  }

  private void heard(String from, Letter.@Nullable LogHead head) {
    if (head != null) {
      events.publishEvent(new Peers.HeadHeard(from, head));
    }
  }

  private Inbox.Kept original(Threads.Line line, Inbox.Kept tombstone) {
    return inbox.at(line.id(), tombstone.seq()).stream()
        .filter(message -> message.id().equals(tombstone.replaces()))
        .findFirst()
        .orElseThrow();
  }

  /// The usual case: it follows what is there and nothing is there after it.
  private void next(Threads.Line line, Inbox.Kept message, Opener.Opened opened, Instant now) {
    if (quarantine.waitsForFiles(opened)) {
      threads.seen(line, line.seen(), line.seenDigest(), true, now);
      return;
    }
    effects.have(message, opened, false);
    threads.seen(line, message.seq(), message.identity(), false, now);
  }

  /// Gives every message its effect whose turn has come.
  private void advance(Threads.Line line, Instant now) {
    long seen = line.seen();
    String digest = line.seenDigest();
    for (List<Inbox.Kept> next = inbox.at(line.id(), seen + 1);
        !next.isEmpty();
        next = inbox.at(line.id(), seen + 1)) {
      List<Ordering.Present> before = new Ordering.Around(inbox.at(line.id(), seen)).at(seen);
      for (Inbox.Kept message : next) {
        boolean follows = Ordering.follows(message.prev(), message.seq(), before);
        if (!follows) {
          alarm("exchange.alarm.fork", message.id(), message.sender());
        }
        if (message.state() == Inbox.State.HELD) {
          if (!follows) {
            inbox.settle(message, Inbox.State.REFUSED, null, null, null);
          } else if (!haveItsTurn(message)) {
            threads.seen(line, seen, digest, true, now);
            return;
          }
        }
        digest = message.identity();
      }
      seen++;
    }
    threads.seen(line, seen, digest, !inbox.beyond(line.id(), seen).isEmpty(), now);
  }

  /// False when it must wait for its files.
  private boolean haveItsTurn(Inbox.Kept message) {
    switch (quarantine.open(message)) {
      case Checked.Valid<Opener.Opened>(Opener.Opened opened)
          when quarantine.waitsForFiles(opened) -> {
        return false;
      }
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) ->
          effects.have(message, opened, false);
      // Its sender was suspended since, or its key is gone: a person must look.
      case Checked.Refused<Opener.Opened>(Reason reason) -> quarantine.put(message, reason.name());
    }
    return true;
  }

  /// The files of a message are here, or never will be: its turn may have come.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void again(AttachmentsStand stand) {
    inbox
        .from(stand.sender(), stand.message())
        .ifPresent(message -> advance(threads.lock(message.thread()), clock.instant()));
  }

  private static Ordering.Place place(
      Opener.Opened opened, Threads.Line line, Inbox.Tombstone tombstone, Ordering.Around around) {
    Letter letter = opened.letter();
    Ordering.Coming coming =
        new Ordering.Coming(
            letter.id().value(),
            opened.identity().hex(),
            letter.order().seq(),
            letter.order().prev() == null ? null : letter.order().prev().hex(),
            Kinds.TOMBSTONE.is(letter),
            tombstone.replaces());
    return Ordering.place(
        coming, line.seen(), around.at(letter.order().seq()), around.at(letter.order().seq() - 1));
  }

  /// What it stands for; nothing when its body is not what a tombstone says.
  private Inbox.Tombstone tombstone(Letter letter) {
    if (!Kinds.TOMBSTONE.is(letter) || !(schemas.check(letter) instanceof Schemas.Fit.Fits)) {
      return Inbox.Tombstone.NONE;
    }
    return new Inbox.Tombstone(
        Receipts.Bodies.text(letter, "message").flatMap(Typed::identifier).orElse(null),
        Receipts.Bodies.text(letter, "identity").orElse("*"));
  }

  private Answer fork(Opener.Opened opened, String code) {
    Letter letter = opened.letter();
    alarm("exchange.alarm.equivocation", letter.id().value(), letter.route().from().value());
    return new Answer.Bounced(receipts.bounced(opened.sealed(), code));
  }

  private void alarm(String act, UUID message, String peer) {
    audit.write(Act.of(act).on(message).with("peer", peer));
  }
}
