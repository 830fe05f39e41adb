package org.sampan.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Duty;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Changes a case: what is known, who works on it, where it stands; locks a copy, erases a person.
@Component
public class Handling {

  private final Cases cases;
  private final Facts facts;
  private final Writing writing;
  private final Vault vault;
  private final Clock clock;

  Handling(Cases cases, Facts facts, Writing writing, Vault vault, Clock clock) {
    this.cases = cases;
    this.facts = facts;
    this.writing = writing;
    this.vault = vault;
    this.clock = clock;
  }

  /// What became of a change.
  sealed interface Outcome {
    /// It stands, or it already stood so.
    record Done() implements Outcome {}

    /// Somebody changed it meanwhile: both are shown.
    record Stale() implements Outcome {}

    /// The case is closed, locked or erased.
    record NotNow() implements Outcome {}
  }

  /// Writes what was typed as the version after the one it was based on.
  @Transactional
  Outcome write(CaseFile file, Fact typed, SignedIn reader) {
    if (!file.isReadable() || !file.state().status().isOpen()) {
      return new Outcome.NotNow();
    }
    Fact stands =
        facts.history(file, typed.section()).stream()
            .findFirst()
            .orElse(Fact.none(typed.section()));
    if (stands.sameAs(typed)) {
      return new Outcome.Done();
    }
    Instant now = now();
    if (stands.version() != typed.version() - 1 || !writing.next(file, typed, now)) {
      return new Outcome.Stale();
    }
    Act act =
        reader
            .act("casework.fact.changed")
            .with("section", typed.section())
            .with("version", typed.version());
    writing.done(file, Acts.What.CHANGED, typed.section().code(), now, new Writing.By(reader, act));
    return new Outcome.Done();
  }

  /// Keeps why somebody opens what is not hers by duty, for three hours.
  @Transactional
  void sayWhy(CaseFile file, String purpose, SignedIn reader) {
    facts.sayWhy(file.id(), reader.id(), purpose);
    writing.audited(
        reader
            .act("casework.case.opened-for-purpose")
            .on(file.id().value())
            .inCase(file.id().value())
            .purpose(purpose));
  }

  /// Gives the case to a colleague to work on.
  @Transactional
  void assign(CaseFile file, Account.Id to, SignedIn reader) {
    if (file.holding().assigned().contains(to)) {
      return;
    }
    Instant now = now();
    writing.assign(file.id(), to, now);
    Act act = reader.act("casework.case.assigned").with("to", to.value());
    writing.done(file, Acts.What.ASSIGNED, to.value().toString(), now, new Writing.By(reader, act));
  }

  /// Takes the case off a colleague.
  @Transactional
  void unassign(CaseFile file, Account.Id from, SignedIn reader) {
    if (writing.unassign(file.id(), from)) {
      Act act = reader.act("casework.case.unassigned").with("from", from.value());
      writing.done(
          file, Acts.What.UNASSIGNED, from.value().toString(), now(), new Writing.By(reader, act));
    }
  }

  /// Closes, reopens or moves the case to follow-up.
  @Transactional
  Outcome move(CaseFile file, CaseFile.Status to, SignedIn reader) {
    CaseFile.State was = file.state();
    if (!file.isReadable()) {
      return new Outcome.NotNow();
    }
    if (was.status() == to) {
      return new Outcome.Done();
    }
    Instant now = now();
    if (!cases.change(file, state(was, to, was.lock(), was.erased()), now)) {
      return new Outcome.Stale();
    }
    Act act = reader.act("casework.case.moved").with("status", to.code());
    writing.done(file, Acts.What.STATUS, to.name(), now, new Writing.By(reader, act));
    return new Outcome.Done();
  }

  /// Locks the copy of a case that came from another country: from now on it says that it is locked
  /// and why, and opens no personal field. Locking again changes nothing.
  ///
  /// @param reason a code with words at `casework.lock.`, as `consent-withdrawn`
  @Transactional
  public void lock(CaseFile.Id id, String reason, Instant at) {
    CaseFile file = cases.file(id).orElseThrow();
    if (file.state().lock() != null || file.state().erased() != null) {
      return;
    }
    CaseFile.State was = file.state();
    if (!cases.change(file, state(was, was.status(), new CaseFile.Lock(reason, at), null), now())) {
      throw new IllegalStateException("the case was changed meanwhile; the message is tried again");
    }
    writing.forget(file);
    Act act = Act.of("casework.case.locked").with("reason", reason);
    writing.done(file, Acts.What.LOCKED, reason, at, new Writing.By(null, act));
  }

  /// The case is with another office now, or its work is done: it stands accordingly. False when it
  /// is locked or erased, or stands so already.
  ///
  /// @param reader who decided it; none when another node did
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean follow(CaseFile.Id id, CaseFile.Status to, @Nullable SignedIn reader) {
    CaseFile file = cases.file(id).orElseThrow();
    CaseFile.State was = file.state();
    if (!file.isReadable() || was.status() == to) {
      return false;
    }
    Instant now = now();
    if (!cases.change(file, state(was, to, null, null), now)) {
      throw new IllegalStateException("the case was changed meanwhile; the message is tried again");
    }
    Act act = reader == null ? Act.of("casework.case.moved") : reader.act("casework.case.moved");
    writing.done(
        file,
        Acts.What.STATUS,
        to.name(),
        now,
        new Writing.By(reader, act.with("status", to.code())));
    return true;
  }

  /// Whether this reader may erase: she approves by duty and did not open the case herself.
  static boolean mayErase(CaseFile file, SignedIn reader) {
    return reader.access(Duty.APPROVE, file.holding()) == Access.BY_DUTY
        && !file.holding().owner().equals(reader.id());
  }

  /// Destroys the person's key: nothing of hers can be read again, here or in a backup older than
  /// the last that held the key.
  @Transactional
  Outcome erase(CaseFile file, SignedIn reader) {
    if (!mayErase(file, reader) || file.state().erased() != null) {
      return new Outcome.NotNow();
    }
    Instant now = now();
    CaseFile.State was = file.state();
    if (!cases.change(file, state(was, CaseFile.Status.CLOSED, was.lock(), now), now)) {
      return new Outcome.Stale();
    }
    vault.erase(file.person().value());
    writing.forget(file);
    Act act = reader.act("casework.case.erased").with("person", file.person().value());
    writing.done(file, Acts.What.ERASED, "", now, new Writing.By(reader, act));
    return new Outcome.Done();
  }

  private static CaseFile.State state(
      CaseFile.State was,
      CaseFile.Status status,
      CaseFile.@Nullable Lock lock,
      @Nullable Instant erased) {
    return new CaseFile.State(
        status, was.version(), was.opened(), was.touched(), was.source(), lock, erased);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
