package org.sampan.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.consents.Authority;
import org.sampan.consents.Consent;
import org.sampan.consents.Consents;
import org.sampan.sealing.Letter;
import org.sampan.trust.Trust;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door for sending. What may leave is checked here, whatever page or job asks.
@Component
public class Post {

  /// What became of a draft.
  public sealed interface Outcome {
    /// Sealed and stored; it will be delivered, or somebody told.
    record Queued(MessageId id) implements Outcome {}

    /// Neither her consent nor an override allows it.
    record NoAuthority(Authority.Why why) implements Outcome {}

    /// This kind needs a second person's approval.
    record NotApproved() implements Outcome {}

    /// The trust list names no such office for this kind, or does not let us send it.
    record UnknownRecipient() implements Outcome {}

    /// It fits no envelope.
    record TooLarge() implements Outcome {}
  }

  /// The longest body: it fits the largest envelope with everything around it.
  private static final int MOST = 256 * 1024;

  private final Trust trust;
  private final Threads threads;
  private final Outbox outbox;
  private final Inbox inbox;
  private final Scribe scribe;
  private final Consents consents;
  private final Accounts accounts;
  private final Offices offices;
  private final Audit audit;
  private final Clock clock;

  Post(
      Trust trust,
      Threads threads,
      Outbox outbox,
      Inbox inbox,
      Scribe scribe,
      Consents consents,
      Accounts accounts,
      Offices offices,
      Audit audit,
      Clock clock) {
    this.trust = trust;
    this.threads = threads;
    this.outbox = outbox;
    this.inbox = inbox;
    this.scribe = scribe;
    this.consents = consents;
    this.accounts = accounts;
    this.offices = offices;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checks, seals and stores a draft in the caller's transaction. Anything but [Outcome.Queued]
  /// has stored nothing.
  ///
  /// @throws IllegalArgumentException when the kind is not one people send
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome send(Draft draft) {
    Kinds kind =
        Kinds.of(draft.kind())
            .filter(Kinds::personal)
            .orElseThrow(() -> new IllegalArgumentException("not a kind people send"));
    if (outbox.find(draft.id().value()).isPresent()) {
      return new Outcome.Queued(draft.id());
    }
    if (!trust.reaches(kind.kind(), draft.toNode(), draft.toOffice(), clock.instant())) {
      return new Outcome.UnknownRecipient();
    }
    if (kind.fourEyes() && (draft.approver() == null || draft.approver().equals(draft.author()))) {
      return new Outcome.NotApproved();
    }
    if (draft.said().bytes().length > MOST) {
      return new Outcome.TooLarge();
    }
    return switch (kind.authority()) {
      case CONSENT -> underConsent(kind, draft);
      case OF_THE_REQUEST -> underTheRequest(kind, draft);
      case NONE -> throw new IllegalArgumentException("not a kind people send");
    };
  }

  /// Ties what was received to a case of ours, so that later messages about the case go on in its
  /// thread.
  @Transactional(propagation = Propagation.MANDATORY)
  public void join(MessageId received, UUID caseFile, @Nullable UUID person) {
    inbox
        .find(received.value())
        .ifPresent(message -> threads.join(message.thread(), caseFile, person));
  }

  private Outcome underConsent(Kinds kind, Draft draft) {
    Consents.To to = new Consents.To(draft.toNode(), draft.toOffice());
    Authority authority =
        consents.authorityFor(
            draft.person(), draft.purpose(), to, draft.categories(), clock.instant());
    return switch (authority) {
      case Authority.None(Authority.Why why) -> new Outcome.NoAuthority(why);
      case Authority.Given given -> {
        Letter.Consent terms =
            Scribe.Rests.terms(
                Letter.ConsentState.GIVEN,
                given.categories(),
                given.recordHash(),
                until(given.validUntil()));
        yield write(kind, draft, new Scribe.Rests(given.consent().value(), null, terms));
      }
      case Authority.Overridden over -> {
        Letter.Consent terms =
            Scribe.Rests.terms(
                Letter.ConsentState.OVERRIDDEN, over.categories(), over.recordHash(), null);
        yield write(kind, draft, new Scribe.Rests(null, over.overruling().value(), terms));
      }
    };
  }

  /// An answer rests on what the request rested on, for as long as that stands. Our own request can
  /// always be taken back: that says nothing new about her.
  private Outcome underTheRequest(Kinds kind, Draft draft) {
    Optional<Outbox.Sent> ours = ours(draft);
    if (ours.isPresent()) {
      return draft.onlyTakesBack()
          ? write(kind, draft, restsOf(ours.get()))
          : new Outcome.NoAuthority(Authority.Why.NEVER_ASKED);
    }
    Optional<Inbox.Kept> request =
        Optional.ofNullable(draft.inReplyTo())
            .flatMap(id -> inbox.find(id.value()))
            .filter(message -> message.sender().equals(draft.toNode()));
    if (request.isEmpty() || request.get().consent().state() == Letter.ConsentState.NOT_NEEDED) {
      return new Outcome.NoAuthority(Authority.Why.NEVER_ASKED);
    }
    Letter.Consent consent = request.get().consent();
    Instant until = consent.validUntil();
    if (request.get().state() == Inbox.State.LOCKED) {
      return new Outcome.NoAuthority(Authority.Why.WITHDRAWN);
    }
    if (until != null && !until.isAfter(clock.instant())) {
      return new Outcome.NoAuthority(Authority.Why.RUN_OUT);
    }
    return write(kind, draft, new Scribe.Rests(null, null, consent));
  }

  /// The request of ours that a draft takes back: of the same person, sent to the same node.
  private Optional<Outbox.Sent> ours(Draft draft) {
    return Optional.ofNullable(draft.inReplyTo())
        .flatMap(id -> outbox.find(id.value()))
        .filter(draft::isOfTheSame)
        .filter(sent ->
            Kinds.of(sent.kind())
                .filter(kind -> kind.authority() == Kinds.Authority.CONSENT)
                .isPresent());
  }

  /// What a request of ours left under, also when its time has run out since.
  private Scribe.Rests restsOf(Outbox.Sent request) {
    String hash = Objects.requireNonNull(request.reliesOn());
    if (request.consent() == null) {
      Letter.Consent terms =
          Scribe.Rests.terms(Letter.ConsentState.OVERRIDDEN, Set.of(), hash, null);
      return new Scribe.Rests(null, request.overruling(), terms);
    }
    Consent consent = consents.find(new Consent.Id(request.consent())).orElseThrow();
    Instant until = until(consent.validUntil());
    Instant still = until != null && until.isAfter(clock.instant()) ? until : null;
    Letter.Consent terms =
        Scribe.Rests.terms(Letter.ConsentState.GIVEN, consent.scope().categories(), hash, still);
    return new Scribe.Rests(request.consent(), null, terms);
  }

  private static @Nullable Instant until(@Nullable LocalDate last) {
    return last == null ? null : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Outcome write(Kinds kind, Draft draft, Scribe.Rests rests) {
    Account author = accounts.find(draft.author()).orElseThrow();
    Office office = offices.find(author.office()).orElseThrow();
    scribe.next(
        new Scribe.Note(
            draft.id(),
            kind,
            line(draft),
            draft.toOffice(),
            draft.purpose().name(),
            draft.legalBasis(),
            rests,
            draft.urgency(),
            new Scribe.Author(
                author.id().value(),
                office.id().value(),
                office.agency().value(),
                author.roles().stream().sorted().findFirst().map(Enum::name).orElse("STAFF"),
                draft.approver() == null ? null : draft.approver().value()),
            draft.inReplyTo(),
            null,
            kind.says(draft.said(), draft.attachments())));
    audit.write(
        Act.of("exchange.message.queued")
            .by(author.id().value(), office.id().value())
            .on(draft.id().value())
            .inCase(draft.caseFile())
            .with("kind", draft.kind())
            .with("to", draft.toNode() + "/" + draft.toOffice())
            .with("relies-on", String.valueOf(rests.recordHash())));
    return new Outcome.Queued(draft.id());
  }

  private Threads.Line line(Draft draft) {
    UUID person = draft.person().value();
    MessageId answered = draft.inReplyTo();
    Optional<Threads.Line> there =
        answered == null
            ? threads.ofCase(draft.toNode(), draft.caseFile())
            : ours(draft)
                .map(Outbox.Sent::thread)
                .or(() -> inbox.find(answered.value()).map(Inbox.Kept::thread))
                .map(threads::lock);
    Threads.Line line =
        there.orElseGet(() ->
            threads.open(
                draft.toNode(), UUID.randomUUID(), draft.caseFile(), person, clock.instant()));
    if (line.person() == null) {
      threads.meet(line.id(), person);
      return threads.lock(line.id());
    }
    return line;
  }
}
