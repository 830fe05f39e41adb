package org.sampan.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Offices;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Receipt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What a received message does here: handed to its receiver, answered, and kept as proof.
@Component
class Effects {

  private static final String WITHDRAWAL = Kinds.CONSENT_WITHDRAW.kind().toString();
  private static final String CANCELLATION = Kinds.TOMBSTONE.kind().toString();

  private final ObjectProvider<Receiver> receivers;
  private final Threads threads;
  private final Inbox inbox;
  private final Receipts receipts;
  private final Scribe scribe;
  private final Enclosures enclosures;
  private final Schemas schemas;
  private final Quarantine quarantine;
  private final Offices offices;
  private final Audit audit;
  private final Clock clock;

  Effects(
      ObjectProvider<Receiver> receivers,
      Threads threads,
      Inbox inbox,
      Receipts receipts,
      Scribe scribe,
      Enclosures enclosures,
      Schemas schemas,
      Quarantine quarantine,
      Offices offices,
      Audit audit,
      Clock clock) {
    this.receivers = receivers;
    this.threads = threads;
    this.inbox = inbox;
    this.receipts = receipts;
    this.scribe = scribe;
    this.enclosures = enclosures;
    this.schemas = schemas;
    this.quarantine = quarantine;
    this.offices = offices;
    this.audit = audit;
    this.clock = clock;
  }

  /// Its turn has come.
  ///
  /// @param byPerson whether a person had it taken though its files cannot be
  void have(Inbox.Kept message, Opener.Opened opened, boolean byPerson) {
    Letter letter = opened.letter();
    Kinds kind = Kinds.of(letter.route().kind()).orElse(null);
    if (kind != null && schemas.check(letter) instanceof Schemas.Fit.Breaks breaks) {
      refuse(message, opened, breaks.code());
      return;
    }
    switch (kind) {
      case RECEIPT -> {
        receipts.arrived(letter, clock.instant());
        keep(message, Inbox.State.PROCESSED, opened, null, null);
      }
      case TOMBSTONE -> keep(message, Inbox.State.PROCESSED, opened, null, null);
      case CONSENT_WITHDRAW -> withdraw(message, opened);
      case null, default -> hand(message, opened, byPerson);
    }
  }

  /// A lower number is missing: only what overtakes is obeyed now.
  void ahead(Inbox.Kept message, Opener.Opened opened) {
    if (Kinds.of(opened.letter().route().kind()).filter(Kinds::overtakes).isPresent()) {
      have(message, opened, false);
    }
  }

  /// Whether messages of this kind can be taken by this release.
  boolean knows(String kind) {
    return Kinds.of(kind).filter(known -> !known.forPeople()).isPresent()
        || !takers(kind).isEmpty();
  }

  /// Its tombstone came first: it is stored and never used.
  void buried(Inbox.Kept message, Opener.Opened opened) {
    keep(message, Inbox.State.LOCKED, opened, null, null);
  }

  /// The tombstone of a message that arrived after all. What was cancelled counts as withdrawn.
  void buries(Inbox.Kept tombstone, Opener.Opened opened, Inbox.Kept original) {
    keep(tombstone, Inbox.State.PROCESSED, opened, null, null);
    boolean cancelled =
        Receipts.Bodies.text(opened.letter(), "reason").filter("CANCELLED"::equals).isPresent();
    if (original.state().waits()) {
      inbox.settle(original, Inbox.State.LOCKED, null, null, null);
    } else if (cancelled && original.state() == Inbox.State.PROCESSED) {
      inbox.lock(original);
      boolean byPerson = Receipts.Bodies.texts(opened.letter(), "consents").isEmpty();
      String as = byPerson ? CANCELLATION : WITHDRAWAL;
      tellLocked(tombstone, opened, as, List.of(new MessageId(original.id())));
    }
  }

  private void hand(Inbox.Kept message, Opener.Opened opened, boolean byPerson) {
    List<Receiver> takers = takers(message.kind());
    if (takers.isEmpty()) {
      quarantine.put(message, Quarantine.UNSUPPORTED);
      return;
    }
    if (restsOnNothing(message, opened)) {
      return;
    }
    if (!byPerson
        && !opened.letter().content().attachments().isEmpty()
        && enclosures.standing(message.id()) instanceof Enclosures.Standing.Refused(String code)) {
      quarantine.put(message, code);
      return;
    }
    if (offices.coded(Objects.requireNonNullElse(message.office(), "")).isEmpty()) {
      quarantine.put(message, "UNKNOWN_OFFICE");
      return;
    }
    switch (offered(takers, received(message, opened, message.kind(), List.of()))) {
      case Receiver.Reception.Taken(@Nullable UUID person) -> {
        String receipt = receipts.delivered(message);
        keep(message, Inbox.State.PROCESSED, opened, person, receipt);
        if (person != null && threads.lock(message.thread()).person() == null) {
          threads.meet(message.thread(), person);
        }
        receipts.answer(message, receipt);
      }
      case Receiver.Reception.Elsewhere elsewhere -> refuse(message, opened, "UNKNOWN_REFERRAL");
      case Receiver.Reception.Aside(String code) -> quarantine.put(message, code);
      case Receiver.Reception.Refused(String code) -> refuse(message, opened, code);
    }
  }

  /// Without a consent that stands now it is not used, and that is said back.
  private boolean restsOnNothing(Inbox.Kept message, Opener.Opened opened) {
    Letter.Consent consent = message.consent();
    if (consent.recordHash() == null || consent.state() == Letter.ConsentState.WITHDRAWN) {
      refuse(message, opened, "NO_CONSENT");
      return true;
    }
    if (threads.heard(message.thread(), consent.recordHash().hex())) {
      keep(message, Inbox.State.LOCKED, opened, null, null);
      receipts.decide(message, Receipt.Decision.REFUSED, "CONSENT_WITHDRAWN");
      return true;
    }
    if (consent.validUntil() == null || consent.validUntil().isAfter(clock.instant())) {
      return false;
    }
    refuse(message, opened, "CONSENT_RUN_OUT");
    return true;
  }

  /// What the first makes of it whose affair it is.
  private static Receiver.Reception offered(List<Receiver> takers, Receiver.Received message) {
    return takers.stream()
        .map(taker -> taker.receive(message))
        .filter(one -> !(one instanceof Receiver.Reception.Elsewhere))
        .findFirst()
        .orElseGet(Receiver.Reception.Elsewhere::new);
  }

  private void withdraw(Inbox.Kept message, Opener.Opened opened) {
    Instant now = clock.instant();
    List<MessageId> locked = new ArrayList<>();
    for (String hash : Receipts.Bodies.texts(opened.letter(), "consents")) {
      threads.hear(message.thread(), hash, now);
      for (Inbox.Kept relying : inbox.relyingOn(message.thread(), hash)) {
        if (relying.state() == Inbox.State.PROCESSED) {
          inbox.lock(relying);
          locked.add(new MessageId(relying.id()));
        } else if (relying.state() == Inbox.State.QUARANTINED) {
          inbox.settle(relying, Inbox.State.LOCKED, null, null, null);
        }
        enclosures.giveUp(relying.id(), "CONSENT_WITHDRAWN");
      }
    }
    keep(message, Inbox.State.PROCESSED, opened, null, null);
    audit.write(Act.of("exchange.consent.obeyed").on(message.id()).with("locked", locked.size()));
    tellLocked(message, opened, WITHDRAWAL, locked);
    receipts.deliver(message);
    receipts.decide(message, Receipt.Decision.ACCEPTED, "LOCKED");
  }

  private void tellLocked(
      Inbox.Kept message, Opener.Opened opened, String as, List<MessageId> locked) {
    takers(as).forEach(taker -> taker.receive(received(message, opened, as, locked)));
  }

  private void refuse(Inbox.Kept message, Opener.Opened opened, String code) {
    keep(message, Inbox.State.REFUSED, opened, null, null);
    audit.write(
        Act.of("exchange.message.refused")
            .on(message.id())
            .with("peer", message.sender())
            .with("code", code));
    receipts.decide(message, Receipt.Decision.REFUSED, code);
  }

  /// Keeps it as proof: under the person's key if she has one, with the R2 for it if there is one.
  private void keep(
      Inbox.Kept message,
      Inbox.State state,
      Opener.Opened opened,
      @Nullable UUID person,
      @Nullable String r2) {
    Scribe.Proof proof = scribe.proof(message.id(), person, opened.innerJws());
    inbox.settle(message, state, proof.sealed(), proof.person(), r2);
  }

  private Receiver.Received received(
      Inbox.Kept message, Opener.Opened opened, String kind, List<MessageId> locked) {
    Threads.Line line = threads.lock(message.thread());
    return new Receiver.Received(
        new MessageId(message.id()),
        message.sender(),
        kind,
        Objects.requireNonNullElse(message.office(), ""),
        line.caseFile(),
        line.person(),
        message.received(),
        opened.letter(),
        locked);
  }

  private List<Receiver> takers(String kind) {
    return receivers.orderedStream().filter(taker -> taker.takes(kind)).toList();
  }
}
