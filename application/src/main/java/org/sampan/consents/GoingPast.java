package org.sampan.consents;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.vault.Keys;
import org.sampan.vault.Personal;
import org.sampan.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Goes past a person's answer in somebody's name, and has it reviewed by somebody else.
@Component
public class GoingPast {

  /// What is asked for, before it is written down.
  ///
  /// @param explained the reason in words
  @Personal
  public record Asked(
      Overruling.Id id,
      PersonId person,
      UUID caseFile,
      Scope scope,
      Overruling.Reason reason,
      String explained) {
    @Override
    public String toString() {
      return "Asked[redacted]";
    }
  }

  private final Consents consents;
  private final Overrulings overrulings;
  private final Vault vault;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  GoingPast(
      Consents consents, Vault vault, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.consents = consents;
    this.overrulings = consents.overrulings();
    this.vault = vault;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Writes the overruling down; the same form handed in twice is written once.
  @Transactional
  public void record(Asked asked, SignedIn reader) {
    consents.lock(asked.person());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Keys keys = vault.open(asked.person().value());
    byte[] explained =
        keys.seal(asked.person().value(), Overrulings.spot(asked.id()), asked.explained());
    Scope scope = asked.scope();
    String hash =
        Asking.digest(
            asked.id().value(),
            asked.person().value(),
            scope.purpose(),
            scope.recipient().code(),
            String.join(",", Consents.names(scope.categories())),
            asked.reason(),
            now,
            HexFormat.of().formatHex(explained));
    Overruling.Made made =
        new Overruling.Made(now, reader.id(), reader.office().id(), reader.office().agency());
    Overruling overruling =
        new Overruling(
            asked.id(), asked.person(), asked.caseFile(), scope, asked.reason(), made, hash, null);
    if (overrulings.add(overruling, explained)) {
      audit.write(
          reader
              .act("consents.overruling.made")
              .on(asked.id().value())
              .inCase(asked.caseFile())
              .purpose(asked.reason().name())
              .with("purpose", scope.purpose())
              .with("recipient", scope.recipient().code()));
    }
  }

  /// Keeps the reviewer's finding. Her own overruling she cannot judge.
  ///
  /// @return false when it was hers, or judged already
  @Transactional
  public boolean judge(Overruling overruling, Overruling.Finding finding, SignedIn reviewer) {
    consents.lock(overruling.person());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Overruling.Verdict verdict = new Overruling.Verdict(now, reviewer.id(), finding);
    if (overruling.made().by().equals(reviewer.id())
        || !overrulings.judge(overruling.id(), verdict)) {
      return false;
    }
    audit.write(
        reviewer
            .act("consents.overruling.reviewed")
            .on(overruling.id().value())
            .inCase(overruling.caseFile())
            .with("finding", finding));
    if (finding == Overruling.Finding.SET_ASIDE) {
      events.publishEvent(
          new OverrulingEnded(
              overruling.id(), overruling.person(), overruling.scope().recipient(), now));
    }
    return true;
  }
}
