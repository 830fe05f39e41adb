package org.sampan.transfers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Authority;
import org.sampan.consents.Consent;
import org.sampan.consents.Consents;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.DeliveryState;
import org.sampan.exchange.Draft;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Post;
import org.sampan.sealing.Letter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Hands a case of ours over: offered by one, approved and sent by another.
@Component
class Offering {

  static final String TRANSFER = "referral.transfer/1.0";
  static final String STATUS = "referral.status/1.0";
  static final Letter.LegalBasis NO_AGREEMENT = new Letter.LegalBasis("none", "not named");

  /// Where a case can go: an office that accepted a referral of it, under a consent that names it.
  record Choice(MessageId request, Transfer.Other to, Consent consent) {
    String code() {
      return request.value() + "|" + consent.id().value();
    }
  }

  /// What became of it.
  sealed interface Outcome {
    record Done() implements Outcome {}

    /// Somebody moved it meanwhile, or another transfer of the case is under way.
    record Stale() implements Outcome {}

    /// Whoever wrote it never approves it.
    record OwnWork() implements Outcome {}

    /// It did not leave; the key of why.
    record NotSent(String words) implements Outcome {}
  }

  private final Transfers transfers;
  private final Deliveries deliveries;
  private final Consents consents;
  private final Post post;
  private final Audit audit;
  private final Clock clock;

  Offering(
      Transfers transfers,
      Deliveries deliveries,
      Consents consents,
      Post post,
      Audit audit,
      Clock clock) {
    this.transfers = transfers;
    this.deliveries = deliveries;
    this.consents = consents;
    this.post = post;
    this.audit = audit;
    this.clock = clock;
  }

  /// All the ways this case can go now.
  List<Choice> choices(CaseFile file) {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    List<Consent> standing =
        consents.of(file.person()).stream().filter(one -> one.allowsOn(today)).toList();
    List<Choice> choices = new ArrayList<>();
    for (Deliveries.Delivery sent : deliveries.of(file.id().value())) {
      String office = sent.office();
      if (office != null
          && sent.kind().startsWith("referral.request/")
          && sent.state() == DeliveryState.ACCEPTED) {
        Transfer.Other to = new Transfer.Other(sent.peer(), office);
        standing.stream()
            .filter(one -> one.scope().recipient().covers(to.node(), to.office()))
            .forEach(one -> choices.add(new Choice(sent.id(), to, one)));
      }
    }
    return choices;
  }

  /// Writes it down; it waits for the second pair of eyes. The same form twice writes one.
  @Transactional
  public Outcome offer(
      Transfer.Id id, CaseFile file, Choice choice, OfferPage.Agreed agreed, SignedIn reader) {
    transfers.alone(file.id());
    if (transfers.find(id).isPresent()) {
      return new Outcome.Done();
    }
    if (transfers.of(file.id()).stream().anyMatch(Offering::isUnderWay)) {
      return new Outcome.Stale();
    }
    Instant now = now();
    Transfer.By by = by(reader);
    Transfer one =
        new Transfer(
            id,
            true,
            file.id(),
            file.person(),
            choice.to(),
            new Transfer.Terms(
                choice.request(),
                choice.consent().scope().purpose(),
                agreed.why(),
                agreed.giver(),
                now.atZone(reader.office().zone()).toLocalDate(),
                choice.consent().id().value()),
            Transfer.State.WAITING,
            "",
            1,
            by,
            now,
            new Transfer.Changed(now, by));
    transfers.add(one);
    done(one, "offered", reader);
    return new Outcome.Done();
  }

  private static boolean isUnderWay(Transfer one) {
    return switch (one.state()) {
      case WAITING, SENT, OFFERED -> true;
      case ACCEPTED -> one.ours();
      case CANCELLED, REFUSED, TAKEN_BACK, WITHDRAWN -> false;
    };
  }

  /// Approves and sends it in the same transaction.
  @Transactional
  public Outcome approve(Transfer.Id id, int basedOn, SignedIn approver) {
    Optional<Transfer> found = transfers.waiting(id, basedOn, Transfer.State.WAITING);
    if (found.isEmpty()) {
      return new Outcome.Stale();
    }
    Transfer one = found.get();
    Transfer.By author = one.author();
    if (author == null || author.account().equals(approver.id())) {
      audit.write(approver.act("transfers.approval.refused").on(id.value()).with("why", "author"));
      return new Outcome.OwnWork();
    }
    Consent consent =
        consents.find(new Consent.Id(Objects.requireNonNull(one.terms().consent()))).orElseThrow();
    Authority authority =
        consents.authorityFor(
            one.person(),
            one.terms().purpose(),
            new Consents.To(one.other().node(), one.other().office()),
            consent.scope().categories(),
            clock.instant());
    // Only her own word lets a case go: nobody goes past it.
    if (!(authority instanceof Authority.Given given)) {
      return new Outcome.NotSent("transfers.not-sent.no-consent");
    }
    Draft draft = draft(one, consent, author, approver);
    Post.Outcome posted = post.send(draft);
    if (!(posted instanceof Post.Outcome.Queued)) {
      return notSent(posted);
    }
    Transfers.Move sent = new Transfers.Move(Transfer.State.SENT, "", given.consent().value());
    transfers.move(id, sent, now(), by(approver));
    done(one, "sent", approver);
    return new Outcome.Done();
  }

  private static Draft draft(Transfer one, Consent consent, Transfer.By author, SignedIn approver) {
    TransferBody body =
        new TransferBody(
            one.terms().request().value(),
            one.terms().purpose(),
            one.terms().why(),
            one.terms().giver(),
            one.terms().agreed(),
            approver.office().code(),
            approver.name());
    return new Draft(
        one.id().message(),
        TRANSFER,
        one.other().node(),
        one.other().office(),
        one.person(),
        one.caseFile().value(),
        one.terms().purpose(),
        NO_AGREEMENT,
        consent.scope().categories(),
        Letter.Urgency.ROUTINE,
        null,
        author.account(),
        approver.id(),
        List.of(),
        body.json());
  }

  /// Why it did not leave.
  static Outcome notSent(Post.Outcome posted) {
    return new Outcome.NotSent(
        posted instanceof Post.Outcome.NoAuthority
            ? "transfers.not-sent.no-consent"
            : "transfers.not-sent.unreachable");
  }

  /// An answer about a transfer, to the other side.
  static Draft status(Transfer one, MessageId message, StatusBody body, SignedIn reader) {
    return new Draft(
        message,
        STATUS,
        one.other().node(),
        one.other().office(),
        one.person(),
        one.caseFile().value(),
        one.terms().purpose(),
        NO_AGREEMENT,
        Set.of(),
        Letter.Urgency.ROUTINE,
        one.id().message(),
        reader.id(),
        null,
        List.of(),
        body.json());
  }

  private void done(Transfer one, String what, SignedIn reader) {
    audit.write(
        reader
            .act("transfers.transfer." + what)
            .on(one.id().value())
            .inCase(one.caseFile().value())
            .with("to", one.other().node() + "/" + one.other().office()));
  }

  static Transfer.By by(SignedIn reader) {
    return new Transfer.By(reader.id(), reader.office().id());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
