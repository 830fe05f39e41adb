package org.sampan.transfers;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.consents.PersonId;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Receiver;
import org.sampan.sealing.Letter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Hears that a case we referred was closed where it went.
@Component
class HearingClosings implements Receiver {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Closings closings;
  private final Deliveries deliveries;
  private final Audit audit;

  HearingClosings(Closings closings, Deliveries deliveries, Audit audit) {
    this.closings = closings;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Deciding.CLOSE);
  }

  @Override
  public Reception receive(Received message) {
    ClosingBody body =
        ClosingBody.read(JSON.readTree(message.letter().content().body().text()), message.at());
    Letter.Id asked = message.letter().route().inReplyTo();
    UUID file = message.caseFile();
    @Nullable UUID person = message.person();
    if (asked == null
        || file == null
        || person == null
        || !asked.value().equals(body.request())
        || office(message, file, body.request()).isEmpty()) {
      return new Reception.Refused("UNKNOWN_REFERRAL");
    }
    Closing.Outcome outcome = body.outcome();
    if (outcome != null
        && !outcome.within(Set.copyOf(message.letter().terms().consent().scope()))) {
      return new Reception.Refused("BODY_BEYOND_CONSENT");
    }
    String office = office(message, file, body.request()).orElseThrow();
    closings.add(
        new Closing(
            new Closing.Id(message.id().value()),
            false,
            new CaseFile.Id(file),
            new PersonId(person),
            new Transfer.Other(message.from(), office),
            new MessageId(body.request()),
            outcome,
            outcome != null,
            body.at(),
            null));
    audit.write(
        Act.of("transfers.closing.heard")
            .on(message.id().value())
            .inCase(file)
            .with("from", message.from()));
    return new Reception.Taken(person);
  }

  /// The office we asked by this request about this case, at the node that now speaks.
  private Optional<String> office(Received message, UUID file, UUID request) {
    return deliveries.of(file).stream()
        .filter(sent -> sent.id().value().equals(request))
        .filter(sent -> sent.peer().equals(message.from()))
        .filter(sent -> sent.kind().startsWith("referral.request/"))
        .flatMap(sent -> Optional.ofNullable(sent.office()).stream())
        .findFirst();
  }
}
