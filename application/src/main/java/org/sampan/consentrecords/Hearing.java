package org.sampan.consentrecords;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Receiver;
import org.sampan.sealing.Letter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes consent records of other nodes, and ends them when they are withdrawn.
@Component
class Hearing implements Receiver {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WITHDRAW = "consent.withdraw/1.0";

  private final Records records;
  private final Audit audit;
  private final String node;

  Hearing(Records records, Audit audit, @Value("${sampan.node}") String node) {
    this.records = records;
    this.audit = audit;
    this.node = node;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Telling.RECORD, WITHDRAW);
  }

  @Override
  public Reception receive(Received message) {
    return message.kind().startsWith("consent.record/") ? heard(message) : withdrawn(message);
  }

  private Reception heard(Received message) {
    var body = JSON.readTree(message.letter().content().body().text());
    Heard one = Heard.read(message.id(), message.from(), body, message.at());
    boolean ours = body.path("recipient").path("node").asString("").equals(node);
    String office = one.allowed().office();
    if (!ours || !(office.equals("*") || office.equals(message.office()))) {
      return new Reception.Refused("NOT_FOR_US");
    }
    if (!says(one, message.letter().terms())) {
      return new Reception.Refused("BODY_CONSENT");
    }
    records.heard(one);
    audit.write(
        Act.of("consentrecords.record.heard")
            .on(message.id().value())
            .inCase(message.caseFile())
            .with("from", message.from()));
    return new Reception.Taken(message.person());
  }

  /// Whether the record says what its own letter rests on: one statement, not two.
  private static boolean says(Heard one, Letter.Terms terms) {
    Letter.Consent consent = terms.consent();
    Set<String> categories = new TreeSet<>();
    one.allowed().categories().forEach(category -> categories.add(category.name()));
    return consent.state() == Letter.ConsentState.GIVEN
        && consent.recordHash() != null
        && consent.recordHash().hex().equals(one.hash())
        && new TreeSet<>(consent.scope()).equals(categories)
        && terms.purpose().equals(one.allowed().purpose().name())
        && (consent.validUntil() == null) == (one.last() == null);
  }

  private Reception withdrawn(Received message) {
    Instant at = message.at();
    for (MessageId locked : message.locked()) {
      if (records.end(locked, message.from(), at)) {
        audit.write(
            Act.of("consentrecords.record.ended")
                .on(Objects.requireNonNull(locked.value()))
                .with("from", message.from()));
      }
    }
    return new Reception.Taken(message.person());
  }
}
