package org.sampan.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.consents.Authority;
import org.sampan.consents.Category;
import org.sampan.consents.Consents;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

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

  private static final JsonMapper JSON = JsonMapper.builder().build();

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
    if (!isReachable(kind, draft)) {
      return new Outcome.UnknownRecipient();
    }
    if (kind.fourEyes() && (draft.approver() == null || draft.approver().equals(draft.author()))) {
      return new Outcome.NotApproved();
    }
    if (bodyOf(draft).bytes().length > MOST) {
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

  private boolean isReachable(Kinds kind, Draft draft) {
    Optional<TrustList> current = trust.list();
    if (current.isEmpty()) {
      return false;
    }
    TrustList list = current.get();
    boolean mayWe =
        list.node(trust.self()).filter(self -> self.mayOriginate(kind.kind())).isPresent();
    return mayWe
        && list.nodes().stream()
            .filter(node -> node.id().value().equals(draft.toNode()))
            .filter(node ->
                node.status() == TrustedNode.Status.ACTIVE && !node.id().equals(trust.self()))
            .filter(node -> hasOffice(node, draft.toOffice(), kind))
            .anyMatch(node -> list.sealingKey(node.id(), clock.instant()).isPresent());
  }

  private static boolean hasOffice(TrustedNode node, String office, Kinds kind) {
    return node.offices().stream()
        .anyMatch(one -> one.id().equals(office) && one.kinds().contains(kind.kind().name()));
  }

  private Outcome underConsent(Kinds kind, Draft draft) {
    Consents.To to = new Consents.To(draft.toNode(), draft.toOffice());
    Authority authority =
        consents.authorityFor(
            draft.person(), draft.purpose(), to, draft.categories(), clock.instant());
    return switch (authority) {
      case Authority.None(Authority.Why why) -> new Outcome.NoAuthority(why);
      case Authority.Given given -> {
        LocalDate last = given.validUntil();
        Instant until =
            last == null ? null : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Letter.Consent terms =
            terms(Letter.ConsentState.GIVEN, given.categories(), given.recordHash(), until);
        yield write(kind, draft, new Scribe.Rests(given.consent().value(), null, terms));
      }
      case Authority.Overridden over -> {
        Letter.Consent terms =
            terms(Letter.ConsentState.OVERRIDDEN, over.categories(), over.recordHash(), null);
        yield write(kind, draft, new Scribe.Rests(null, over.overruling().value(), terms));
      }
    };
  }

  /// An answer rests on what the request rested on, for as long as that stands.
  private Outcome underTheRequest(Kinds kind, Draft draft) {
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

  private static Letter.Consent terms(
      Letter.ConsentState state,
      Set<Category> categories,
      String recordHash,
      @Nullable Instant until) {
    List<String> scope = categories.stream().map(Category::name).sorted().toList();
    return new Letter.Consent(state, scope, new Digest(recordHash), until);
  }

  private static CanonicalJson bodyOf(Draft draft) {
    TreeMap<String, Object> body = new TreeMap<>(draft.body());
    body.put("office", draft.toOffice());
    return CanonicalJson.of(JSON.writeValueAsString(body));
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
            bodyOf(draft)));
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
            : inbox.find(answered.value()).map(message -> threads.lock(message.thread()));
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
