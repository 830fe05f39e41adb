package org.sampan.proof;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.sealing.Digest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Four eyes over what a court is handed: one asks, another decides, the first downloads. Whether
/// either may see the case, the desk has found out before.
@Component
class Granting {

  /// What became of a step.
  sealed interface Outcome {
    record Done() implements Outcome {}

    /// Somebody decided meanwhile, or its time is over.
    record Stale() implements Outcome {}

    /// Whoever asked never decides.
    record OwnWish() implements Outcome {}
  }

  private final Askings askings;
  private final Audit audit;
  private final Clock clock;

  Granting(Askings askings, Audit audit, Clock clock) {
    this.askings = askings;
    this.audit = audit;
    this.clock = clock;
  }

  /// Asks for it.
  @Transactional
  Outcome ask(Asking asking, CaseFile file, SignedIn author) {
    if (askings.add(asking, file.holding())) {
      audit.write(
          act(author, "proof.bundle.asked", asking).with("letters", asking.letters().size()));
    }
    return new Outcome.Done();
  }

  /// Approves exactly these letters, for a day.
  @Transactional
  Outcome approve(Asking.Id id, SignedIn approver) {
    return decide(id, Asking.State.APPROVED, "", approver);
  }

  /// Refuses it with a reason.
  @Transactional
  Outcome refuse(Asking.Id id, String why, SignedIn approver) {
    return decide(id, Asking.State.REFUSED, why, approver);
  }

  /// Its author no longer wants it.
  @Transactional
  Outcome withdraw(Asking.Id id, SignedIn author) {
    Instant now = now();
    Optional<Asking> found =
        askings
            .lock(id)
            .filter(one -> one.author().equals(author.id()))
            .filter(one -> one.waits(now));
    return found
        .map(asking -> settle(asking, Asking.State.WITHDRAWN, "", author))
        .orElse(new Outcome.Stale());
  }

  private Outcome decide(Asking.Id id, Asking.State to, String answer, SignedIn approver) {
    Instant now = now();
    Optional<Asking> found = askings.lock(id).filter(one -> one.waits(now));
    if (found.isEmpty()) {
      return new Outcome.Stale();
    }
    Asking asking = found.get();
    if (asking.author().equals(approver.id())) {
      audit.write(act(approver, "proof.approval.refused", asking).with("why", "author"));
      return new Outcome.OwnWish();
    }
    return settle(asking, to, answer, approver);
  }

  private Outcome settle(Asking asking, Asking.State to, String answer, SignedIn by) {
    Instant now = now();
    Instant until = to == Asking.State.APPROVED ? now.plus(Asking.TO_DOWNLOAD) : now;
    askings.decide(asking, new Asking.Standing(to, by.id(), now, answer, until, 0));
    Act act =
        switch (to) {
          case APPROVED -> act(by, "proof.bundle.approved", asking);
          case REFUSED -> act(by, "proof.bundle.refused", asking);
          case WITHDRAWN -> act(by, "proof.bundle.withdrawn", asking);
          case WAITING -> throw new IllegalArgumentException("nothing was decided");
        };
    audit.write(act.with("author", asking.author().value()));
    return new Outcome.Done();
  }

  /// Writes down that this very file left. False when it must not: it was not approved, its time is
  /// over, or somebody else asked for it.
  @Transactional
  boolean handOut(Asking.Id id, Digest file, SignedIn author) {
    Instant now = now();
    Optional<Asking> found =
        askings
            .lock(id)
            .filter(one -> one.author().equals(author.id()))
            .filter(one -> one.isOpen(now));
    found.ifPresent(asking -> {
      askings.taken(id);
      audit.write(
          act(author, "proof.bundle.downloaded", asking)
              .with("letters", asking.letters().size())
              .with("file", file));
    });
    return found.isPresent();
  }

  private static Act act(SignedIn reader, String name, Asking asking) {
    return reader
        .act(name)
        .on(asking.id().value())
        .inCase(asking.caseFile().value())
        .purpose(asking.ground().code());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
