package org.sampan.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Offices;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.casework.Handling;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Receiver;
import org.sampan.sealing.Letter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes what other nodes send about transfers. Asked before the capability that refers: answers
/// about a transfer are ours, all others are left to it.
@Component
@Order(0)
class Arriving implements Receiver {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WITHDRAW = "consent.withdraw/1.0";

  private final Transfers transfers;
  private final Cases cases;
  private final Handling handling;
  private final Deliveries deliveries;
  private final Offices offices;
  private final Audit audit;

  Arriving(
      Transfers transfers,
      Cases cases,
      Handling handling,
      Deliveries deliveries,
      Offices offices,
      Audit audit) {
    this.transfers = transfers;
    this.cases = cases;
    this.handling = handling;
    this.deliveries = deliveries;
    this.offices = offices;
    this.audit = audit;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Offering.TRANSFER, Offering.STATUS, WITHDRAW);
  }

  @Override
  public Reception receive(Received message) {
    String kind = message.kind().substring(0, message.kind().indexOf('/'));
    return switch (kind) {
      case "referral.transfer" -> offered(message);
      case "referral.status" -> answered(message);
      default -> {
        withdrawn(message.locked(), message.at());
        yield new Reception.Taken(message.person());
      }
    };
  }

  private static JsonNode body(Received message) {
    return JSON.readTree(message.letter().content().body().text());
  }

  private Reception offered(Received message) {
    TransferBody body = TransferBody.read(body(message));
    Optional<String> refusal = refusal(message, body);
    if (refusal.isPresent()) {
      return new Reception.Refused(refusal.get());
    }
    Optional<CaseFile> file = file(message, new MessageId(body.request()));
    if (file.isEmpty()) {
      return new Reception.Refused("UNKNOWN_REFERRAL");
    }
    if (transfers.of(file.get().id()).stream()
        .anyMatch(one -> one.state() == Transfer.State.OFFERED)) {
      return new Reception.Refused("UNDER_WAY");
    }
    Transfer one =
        new Transfer(
            new Transfer.Id(message.id().value()),
            false,
            file.get().id(),
            file.get().person(),
            new Transfer.Other(message.from(), body.office()),
            new Transfer.Terms(
                new MessageId(body.request()),
                body.purpose(),
                body.why(),
                body.giver(),
                body.agreed(),
                null),
            Transfer.State.OFFERED,
            "",
            1,
            null,
            message.at(),
            new Transfer.Changed(message.at(), null));
    transfers.add(one);
    told("transfers.received.offered", one.id().value(), one.caseFile(), message.from());
    return new Reception.Taken(file.get().person().value());
  }

  /// Why it cannot be offered, whatever case it is about.
  private static Optional<String> refusal(Received message, TransferBody body) {
    Letter.Terms terms = message.letter().terms();
    if (terms.consent().state() != Letter.ConsentState.GIVEN) {
      return Optional.of("CONSENT_NEEDED");
    }
    if (!terms.purpose().equals(body.purpose().name())) {
      return Optional.of("BODY_PURPOSE");
    }
    if (message.letter().actor().approver() == null) {
      return Optional.of("NOT_APPROVED");
    }
    LocalDate latest = message.at().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    return body.agreed().isAfter(latest) ? Optional.of("BODY_DAY") : Optional.empty();
  }

  /// Our case of the request it names: asked of us by that node, still readable, of that office.
  private Optional<CaseFile> file(Received message, MessageId request) {
    UUID known = message.caseFile();
    if (known == null
        || deliveries.requestsOf(known).stream()
            .filter(Deliveries.Request::stands)
            .noneMatch(one -> one.id().equals(request) && one.from().equals(message.from()))) {
      return Optional.empty();
    }
    return cases
        .file(new CaseFile.Id(known))
        .filter(CaseFile::isReadable)
        .filter(file ->
            offices
                .coded(message.office())
                .filter(office -> office.id().equals(file.holding().office()))
                .isPresent());
  }

  private Reception answered(Received message) {
    Letter.Id asked = message.letter().route().inReplyTo();
    Optional<Transfer> found =
        Optional.ofNullable(asked)
            .flatMap(id -> transfers.lock(new Transfer.Id(id.value())))
            .filter(one -> one.other().node().equals(message.from()));
    if (found.isEmpty()) {
      return new Reception.Elsewhere();
    }
    Transfer one = found.get();
    StatusBody body = StatusBody.read(body(message), message.at());
    if (one.ours() == (body.what() == StatusBody.What.TAKEN_BACK)
        || body.what() == StatusBody.What.FEEDBACK) {
      return new Reception.Refused("BODY_CODE");
    }
    switch (body.what()) {
      case ACCEPTED, REFUSED -> heard(one, body, message.at());
      case TAKEN_BACK -> {
        if (one.state() == Transfer.State.OFFERED) {
          transfers.move(
              one.id(), Transfers.Move.to(Transfer.State.TAKEN_BACK), message.at(), null);
          told("transfers.received.taken-back", one.id().value(), one.caseFile(), message.from());
        }
      }
      case FEEDBACK -> throw new IllegalStateException("refused above");
    }
    return new Reception.Taken(one.person().value());
  }

  private void heard(Transfer one, StatusBody body, Instant at) {
    if (!one.state().hears(body.what())) {
      return;
    }
    boolean yes = body.what() == StatusBody.What.ACCEPTED;
    Transfers.Move move =
        new Transfers.Move(
            yes ? Transfer.State.ACCEPTED : Transfer.State.REFUSED, body.reason(), null);
    transfers.move(one.id(), move, at, null);
    told(
        "transfers.transfer." + Transfer.code(body.what()),
        one.id().value(),
        one.caseFile(),
        one.other().node());
    if (yes) {
      handling.follow(one.caseFile(), CaseFile.Status.CLOSED_REFERRED, null);
    }
  }

  private void withdrawn(List<MessageId> locked, Instant at) {
    for (MessageId message : locked) {
      transfers
          .lock(new Transfer.Id(message.value()))
          .filter(one -> !one.ours() && one.state().endsWithConsent())
          .ifPresent(one -> {
            transfers.move(one.id(), Transfers.Move.to(Transfer.State.WITHDRAWN), at, null);
            told(
                "transfers.received.withdrawn",
                one.id().value(),
                one.caseFile(),
                one.other().node());
          });
    }
  }

  private void told(String act, UUID id, CaseFile.Id file, String from) {
    audit.write(Act.of(act).on(id).inCase(file.value()).with("from", from));
  }
}
