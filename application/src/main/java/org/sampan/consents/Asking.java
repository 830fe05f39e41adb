package org.sampan.consents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.vault.Keys;
import org.sampan.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what she answered, and that she took it back.
@Component
public class Asking {

  /// Her answer as it was heard, before it is written down.
  public record Heard(
      Consent.Id id,
      PersonId person,
      UUID caseFile,
      Scope scope,
      Consent.Answer answer,
      Consent.Giver giver,
      String language,
      LocalDate day,
      @Nullable LocalDate validUntil,
      Consent.Spoken spoken) {}

  private final Consents consents;
  private final Vault vault;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Asking(
      Consents consents, Vault vault, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.consents = consents;
    this.vault = vault;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Writes an answer down. A refusal takes back what was allowed before of the same thing. The
  /// same answer handed in twice is written once.
  @Transactional
  public void record(Heard heard, SignedIn reader) {
    consents.lock(heard.person());
    Instant now = now();
    Standing before = consents.standing(heard.person());
    Keys keys = vault.open(heard.person().value());
    byte[] spoken = Consents.seal(heard.person(), heard.id(), heard.spoken(), keys);
    Consent consent = consent(heard, spoken, now, reader);
    if (!consents.add(consent, spoken)) {
      return;
    }
    audit.write(
        reader
            .act(
                heard.answer() == Consent.Answer.GIVEN
                    ? "consents.consent.given"
                    : "consents.consent.refused")
            .on(heard.id().value())
            .inCase(heard.caseFile())
            .with("purpose", heard.scope().purpose())
            .with("recipient", heard.scope().recipient().code())
            .with("giver", heard.giver()));
    if (heard.answer() == Consent.Answer.REFUSED) {
      for (Consent earlier : before.takenBackBy(heard.scope(), day(now))) {
        takeBack(
            earlier,
            new Consent.Withdrawal(now, reader.id(), heard.giver(), Consent.Reason.REFUSED_LATER),
            new In(heard.caseFile(), reader));
      }
      end(before, heard.scope(), now);
    }
  }

  /// Where and by whom something is written down.
  private record In(UUID caseFile, SignedIn reader) {}

  /// Writes down that she took a consent back. Doing it again changes nothing.
  @Transactional
  public void withdraw(
      Consent consent, Consent.Giver giver, Consent.Reason reason, UUID caseFile, SignedIn reader) {
    consents.lock(consent.person());
    Instant now = now();
    Standing before = consents.standing(consent.person());
    takeBack(
        consent, new Consent.Withdrawal(now, reader.id(), giver, reason), new In(caseFile, reader));
    end(before, consent.scope(), now);
  }

  private void takeBack(Consent consent, Consent.Withdrawal withdrawal, In in) {
    if (consent.answer() != Consent.Answer.GIVEN || !consents.withdraw(consent.id(), withdrawal)) {
      return;
    }
    audit.write(
        in.reader()
            .act("consents.consent.withdrawn")
            .on(consent.id().value())
            .inCase(in.caseFile())
            .with("reason", withdrawal.reason())
            .with("giver", withdrawal.giver()));
    events.publishEvent(
        new ConsentWithdrawn(
            consent.id(), consent.person(), consent.scope().recipient(), withdrawal.at()));
  }

  private void end(Standing before, Scope refused, Instant now) {
    for (Overruling overruling : before.endedBy(refused)) {
      events.publishEvent(
          new OverrulingEnded(
              overruling.id(), overruling.person(), overruling.scope().recipient(), now));
    }
  }

  private static Consent consent(Heard heard, byte[] spoken, Instant now, SignedIn reader) {
    String hash =
        digest(
            heard.id().value(),
            heard.person().value(),
            heard.scope().purpose(),
            heard.scope().recipient().code(),
            String.join(",", Consents.names(heard.scope().categories())),
            heard.answer(),
            heard.giver(),
            heard.language(),
            heard.day(),
            Objects.toString(heard.validUntil(), ""),
            now,
            HexFormat.of().formatHex(spoken));
    return new Consent(
        heard.id(),
        heard.person(),
        heard.scope(),
        heard.answer(),
        heard.giver(),
        heard.language(),
        heard.day(),
        heard.validUntil(),
        new Consent.Recorded(now, reader.id(), reader.office().id(), hash),
        null);
  }

  /// Binds every column as it is stored. What is sealed goes in sealed: the digest travels to other
  /// countries, and nobody must be able to guess a witness back from it.
  static String digest(Object... columns) {
    StringBuilder all = new StringBuilder();
    for (Object column : columns) {
      all.append(column).append('\n');
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
