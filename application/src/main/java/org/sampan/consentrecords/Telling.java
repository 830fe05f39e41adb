package org.sampan.consentrecords;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.consents.Consent;
import org.sampan.consents.Consents;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.DeliveryState;
import org.sampan.exchange.Draft;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Post;
import org.sampan.sealing.Letter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells her consent itself ahead of the first letter under it.
@Component
class Telling {

  static final String RECORD = "consent.record/1.0";
  private static final String NAME = "consent.record";
  private static final Letter.LegalBasis NO_AGREEMENT = new Letter.LegalBasis("none", "not named");

  private final Records records;
  private final Consents consents;
  private final Deliveries deliveries;
  private final ObjectProvider<Post> post;
  private final Audit audit;
  private final Clock clock;

  Telling(
      Records records,
      Consents consents,
      Deliveries deliveries,
      ObjectProvider<Post> post,
      Audit audit,
      Clock clock) {
    this.records = records;
    this.consents = consents;
    this.deliveries = deliveries;
    this.post = post;
    this.audit = audit;
    this.clock = clock;
  }

  /// A letter of ours is about to be written.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void leaving(Deliveries.Leaving leaving) {
    UUID under = leaving.consent();
    UUID caseFile = leaving.caseFile();
    UUID author = leaving.author();
    String office = leaving.office();
    if (under == null
        || caseFile == null
        || author == null
        || office == null
        || leaving.kind().equals(NAME)) {
      return;
    }
    Optional<Consent> consent = consents.find(new Consent.Id(under));
    if (consent.isEmpty() || isTold(caseFile, leaving.peer(), consent.get())) {
      return;
    }
    Consent one = consent.get();
    Draft draft = draft(one, leaving.peer(), office, caseFile, new Account.Id(author));
    // Whoever cannot take records is sent what it can take.
    if (post.getObject().send(draft) instanceof Post.Outcome.Queued) {
      String hash = one.recorded().hash();
      records.told(draft.id(), caseFile, leaving.peer(), hash, clock.instant());
      audit.write(
          Act.of("consentrecords.record.told")
              .on(draft.id().value())
              .inCase(caseFile)
              .with("to", leaving.peer() + "/" + office));
    }
  }

  private static Draft draft(
      Consent one, String node, String office, UUID caseFile, Account.Id author) {
    return new Draft(
        MessageId.next(),
        RECORD,
        node,
        office,
        one.person(),
        caseFile,
        one.scope().purpose(),
        NO_AGREEMENT,
        one.scope().categories(),
        Letter.Urgency.ROUTINE,
        null,
        author,
        null,
        List.of(),
        body(one));
  }

  /// Whether a record of it is there or on its way.
  private boolean isTold(UUID caseFile, String node, Consent consent) {
    List<MessageId> told = records.told(caseFile, node, consent.recorded().hash());
    return told.stream()
        .flatMap(message -> deliveries.of(message).stream())
        .map(Deliveries.Delivery::state)
        .anyMatch(state ->
            state != DeliveryState.CANCELLED
                && state != DeliveryState.EXPIRED
                && state != DeliveryState.BOUNCED);
  }

  /// What is told of it: codes and days, no name and no word of hers.
  private static Map<String, Object> body(Consent consent) {
    Map<String, Object> body = new TreeMap<>();
    body.put("consent", consent.id().value().toString());
    body.put("sha256", consent.recorded().hash());
    body.put("purpose", consent.scope().purpose().name());
    body.put(
        "recipient",
        Map.of(
            "node", consent.scope().recipient().node(),
            "office", consent.scope().recipient().office()));
    body.put("categories", consent.scope().categories().stream().map(Enum::name).sorted().toList());
    body.put("giver", consent.giver().name());
    body.put("language", consent.language());
    body.put("day", consent.day().toString());
    if (consent.validUntil() != null) {
      body.put("validUntil", consent.validUntil().toString());
    }
    body.put("recorded", consent.recorded().at().toString());
    return body;
  }
}
