package org.sampan.transfers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Handling;
import org.sampan.consents.Category;
import org.sampan.consents.Purpose;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.Draft;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Post;
import org.sampan.exchange.Receipts;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Receipt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The office that was asked decides whether it takes the case over, and closes it when its work is
/// done.
@Component
class Deciding {

  static final String CLOSE = "referral.close/1.0";

  private final Transfers transfers;
  private final Closings closings;
  private final Deliveries deliveries;
  private final Receipts receipts;
  private final Post post;
  private final Handling handling;
  private final Audit audit;
  private final Clock clock;

  Deciding(
      Transfers transfers,
      Closings closings,
      Deliveries deliveries,
      Receipts receipts,
      Post post,
      Handling handling,
      Audit audit,
      Clock clock) {
    this.transfers = transfers;
    this.closings = closings;
    this.deliveries = deliveries;
    this.receipts = receipts;
    this.post = post;
    this.handling = handling;
    this.audit = audit;
    this.clock = clock;
  }

  /// Takes the case over, or says why not: the signed receipt goes back, and a status after it.
  ///
  /// @param reason why not; none takes it over
  @Transactional
  public Offering.Outcome decide(
      Transfer.Id id,
      int basedOn,
      MessageId message,
      Optional<Transfer.Refusal> reason,
      SignedIn reader) {
    Optional<Transfer> found =
        transfers
            .lock(id)
            .filter(one -> !one.ours() && one.state() == Transfer.State.OFFERED)
            .filter(one -> one.version() == basedOn);
    if (found.isEmpty()) {
      return new Offering.Outcome.Stale();
    }
    Transfer one = found.get();
    boolean yes = reason.isEmpty();
    String code = reason.map(Enum::name).orElse("");
    Instant now = now();
    StatusBody.What what = yes ? StatusBody.What.ACCEPTED : StatusBody.What.REFUSED;
    StatusBody body = new StatusBody(what, now, code, reader.name());
    Post.Outcome posted = post.send(Offering.status(one, message, body, reader));
    if (!(posted instanceof Post.Outcome.Queued)) {
      return Offering.notSent(posted);
    }
    Transfers.Move move =
        new Transfers.Move(yes ? Transfer.State.ACCEPTED : Transfer.State.REFUSED, code, null);
    transfers.move(id, move, now, Offering.by(reader));
    receipts.decided(
        id.message(),
        yes ? Receipt.Decision.ACCEPTED : Receipt.Decision.REFUSED,
        yes ? "ACCEPTED" : code);
    audit.write(
        reader
            .act("transfers.received." + Transfer.code(what))
            .on(id.value())
            .inCase(one.caseFile().value())
            .with("reason", code));
    return new Offering.Outcome.Done();
  }

  /// What asked us about this case: closing tells its office.
  Optional<Deliveries.Request> asked(CaseFile file) {
    List<Deliveries.Request> requests = deliveries.requestsOf(file.id().value());
    CaseFile.Source source = file.state().source();
    return requests.stream()
        .filter(Deliveries.Request::stands)
        .filter(request -> source != null && request.from().equals(source.node()))
        .findFirst();
  }

  /// Whether it may be closed and told now: it came from elsewhere, is open, and was not closed.
  boolean mayClose(CaseFile file) {
    return file.isReadable()
        && file.state().status().isOpen()
        && asked(file).isPresent()
        && closings.of(file.id()).isEmpty();
  }

  /// Closes the case here and tells the office that asked: the outcome when her consent covers it,
  /// else only that it is closed.
  @Transactional
  public Offering.Outcome close(
      CaseFile file, Closing.Id id, Closing.Outcome outcome, SignedIn reader) {
    transfers.alone(file.id());
    if (closings.of(file.id()).stream().anyMatch(one -> one.id().equals(id))) {
      return new Offering.Outcome.Done();
    }
    Optional<Deliveries.Request> asked = asked(file);
    CaseFile.Source source = file.state().source();
    if (asked.isEmpty() || source == null || !mayClose(file)) {
      return new Offering.Outcome.Stale();
    }
    Deliveries.Request request = asked.get();
    boolean told = outcome.within(request.allowed());
    Set<Category> categories = told ? outcome.categories() : Set.of();
    Instant now = now();
    ClosingBody body =
        new ClosingBody(request.id().value(), now, told ? outcome : null, reader.name());
    Draft draft =
        new Draft(
            id.message(),
            CLOSE,
            source.node(),
            source.office(),
            file.person(),
            file.id().value(),
            Purpose.FOLLOW_UP,
            Offering.NO_AGREEMENT,
            categories,
            Letter.Urgency.ROUTINE,
            request.id(),
            reader.id(),
            null,
            List.of(),
            body.json());
    Post.Outcome posted = post.send(draft);
    if (!(posted instanceof Post.Outcome.Queued)) {
      return Offering.notSent(posted);
    }
    closings.add(
        new Closing(
            id,
            true,
            file.id(),
            file.person(),
            new Transfer.Other(source.node(), source.office()),
            request.id(),
            outcome,
            told,
            now,
            Offering.by(reader)));
    handling.follow(file.id(), CaseFile.Status.CLOSED, reader);
    audit.write(
        reader
            .act("transfers.closing.told")
            .on(id.value())
            .inCase(file.id().value())
            .with("outcome", outcome)
            .with("told", told));
    return new Offering.Outcome.Done();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
