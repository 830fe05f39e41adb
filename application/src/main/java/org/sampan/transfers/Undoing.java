package org.sampan.transfers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Handling;
import org.sampan.consents.ConsentWithdrawn;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Post;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Ends a transfer of ours: given up, taken back, or undone with the consent it rests on.
@Component
class Undoing {

  private final Transfers transfers;
  private final Post post;
  private final Handling handling;
  private final Audit audit;
  private final Clock clock;

  Undoing(Transfers transfers, Post post, Handling handling, Audit audit, Clock clock) {
    this.transfers = transfers;
    this.post = post;
    this.handling = handling;
    this.audit = audit;
    this.clock = clock;
  }

  /// Gives it up before it left, or takes it back while nobody there has decided.
  @Transactional
  public Offering.Outcome takeBack(
      Transfer.Id id, int basedOn, MessageId message, SignedIn reader) {
    if (transfers.waiting(id, basedOn, Transfer.State.WAITING).isPresent()) {
      transfers.move(id, Transfers.Move.to(Transfer.State.CANCELLED), now(), Offering.by(reader));
      done(transfers.find(id).orElseThrow(), "cancelled", reader);
      return new Offering.Outcome.Done();
    }
    Optional<Transfer> found = transfers.waiting(id, basedOn, Transfer.State.SENT);
    if (found.isEmpty()) {
      return new Offering.Outcome.Stale();
    }
    Transfer one = found.get();
    StatusBody body = new StatusBody(StatusBody.What.TAKEN_BACK, now(), "", reader.name());
    Post.Outcome posted = post.send(Offering.status(one, message, body, reader));
    if (!(posted instanceof Post.Outcome.Queued)) {
      return Offering.notSent(posted);
    }
    transfers.move(id, Transfers.Move.to(Transfer.State.TAKEN_BACK), now(), Offering.by(reader));
    done(one, "taken-back", reader);
    return new Offering.Outcome.Done();
  }

  /// The consent is gone: what was under way ends, and a case that was handed over is ours again.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdrawn(ConsentWithdrawn withdrawn) {
    for (Transfer one : transfers.relyingOn(withdrawn.consent())) {
      if (one.state().endsWithConsent()) {
        transfers.move(one.id(), Transfers.Move.to(Transfer.State.WITHDRAWN), now(), null);
        done(one, "withdrawn", null);
        if (one.state() == Transfer.State.ACCEPTED) {
          handling.follow(one.caseFile(), CaseFile.Status.ACTIVE, null);
        }
      }
    }
  }

  private void done(Transfer one, String what, @Nullable SignedIn reader) {
    String name = "transfers.transfer." + what;
    audit.write(
        (reader == null ? Act.of(name) : reader.act(name))
            .on(one.id().value())
            .inCase(one.caseFile().value())
            .with("to", one.other().node() + "/" + one.other().office()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
