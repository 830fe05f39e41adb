package org.sampan.referrals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.consents.ConsentWithdrawn;
import org.sampan.consents.OverrulingEnded;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Withdrawals;
import org.sampan.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The second pair of eyes, and what ends a referral: it is sent, sent back, given up, taken back.
@Component
class Approving {

  /// What became of it.
  sealed interface Outcome {
    record Done() implements Outcome {}

    /// Somebody moved it meanwhile.
    record Stale() implements Outcome {}

    /// Whoever wrote it never approves it.
    record OwnWork() implements Outcome {}

    /// It did not leave.
    record NotSent(Sending.Outcome.NotSent why) implements Outcome {}
  }

  private final Referrals referrals;
  private final Steps steps;
  private final Taking taking;
  private final Sending sending;
  private final Withdrawals withdrawals;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  Approving(
      Referrals referrals,
      Steps steps,
      Taking taking,
      Sending sending,
      Withdrawals withdrawals,
      Vault vault,
      Audit audit,
      Clock clock) {
    this.referrals = referrals;
    this.steps = steps;
    this.taking = taking;
    this.sending = sending;
    this.withdrawals = withdrawals;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /// Approves exactly what was handed in, and sends it in the same transaction.
  @Transactional
  public Outcome approve(Referral.Id id, int basedOn, SignedIn approver) {
    Optional<Referral> found = referrals.lock(id).filter(one -> stands(one, basedOn));
    if (found.isEmpty()) {
      return new Outcome.Stale();
    }
    Referral referral = found.get();
    if (referral.author().account().equals(approver.id())) {
      audit.write(approver.act("referrals.approval.refused").on(id.value()).with("why", "author"));
      return new Outcome.OwnWork();
    }
    RequestBody body =
        Body.own(referrals.sealed(referral, vault.open(referral.person().value())).body());
    return switch (sending.request(referral, body, approver)) {
      case Sending.Outcome.NotSent why -> new Outcome.NotSent(why);
      case Sending.Outcome.Sent sent -> {
        UUID authority = UUID.fromString(body.consent());
        referrals.move(id, Referral.State.SENT, authority, now());
        yield done(referral, Steps.What.APPROVED, "", approver);
      }
    };
  }

  private static boolean stands(Referral referral, int basedOn) {
    return referral.version() == basedOn && referral.state() == Referral.State.WAITING;
  }

  /// Sends it back to its author with a reason.
  @Transactional
  public Outcome sendBack(Referral.Id id, int basedOn, String reason, SignedIn approver) {
    Optional<Referral> found = referrals.lock(id).filter(one -> stands(one, basedOn));
    if (found.isEmpty()) {
      return new Outcome.Stale();
    }
    referrals.move(id, Referral.State.SENT_BACK, null, now());
    return done(found.get(), Steps.What.SENT_BACK, reason, approver);
  }

  /// Gives it up before it left, or takes it back afterwards: then the other office is told.
  ///
  /// @param message the identifier of the message that tells it
  @Transactional
  public Outcome cancel(Referral.Id id, int basedOn, MessageId message, SignedIn reader) {
    Optional<Referral> found = referrals.lock(id).filter(one -> one.version() == basedOn);
    if (found.isEmpty()) {
      return new Outcome.Stale();
    }
    Referral referral = found.get();
    if (referral.state().open() || referral.state() == Referral.State.WAITING) {
      referrals.move(id, Referral.State.CANCELLED, null, now());
      return done(referral, Steps.What.CANCELLED, "", reader);
    }
    if (!referral.state().under()) {
      return new Outcome.Stale();
    }
    if (withdrawals.cancel(id.message(), reader) instanceof Withdrawals.Cancelling.Done) {
      // It still waited here: what that makes of the referral is written by [#cancelled].
      return new Outcome.Done();
    }
    StatusBody body =
        new StatusBody(
            StatusBody.What.TAKEN_BACK,
            now(),
            "",
            "",
            referral.terms().language(),
            reader.name(),
            Map.of());
    return switch (sending.takenBack(referral, message, body, reader)) {
      case Sending.Outcome.NotSent why -> new Outcome.NotSent(why);
      case Sending.Outcome.Sent sent -> {
        referrals.move(id, Referral.State.TAKEN_BACK, null, now());
        yield done(referral, Steps.What.TAKEN_BACK, "", reader);
      }
    };
  }

  /// A message of ours was taken back while it waited, here or on the page of deliveries: so is the
  /// referral it was, or the answer it told is noted as not told.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void cancelled(Deliveries.Cancelled cancelled) {
    UUID message = cancelled.message().value();
    Optional<Referral> ours =
        referrals.lock(new Referral.Id(message)).filter(one -> one.state().under());
    if (ours.isPresent()) {
      boolean tried = cancelled.tried();
      Referral.State to = tried ? Referral.State.TAKEN_BACK : Referral.State.CANCELLED;
      referrals.move(ours.get().id(), to, null, now());
      Steps.What what = tried ? Steps.What.TAKEN_BACK : Steps.What.CANCELLED;
      done(ours.get(), what, "", cancelled.by());
    }
    steps
        .notTold(message, "referrals.not-sent.cancelled")
        .ifPresent(step -> steps.add(step, cancelled.by(), now()));
  }

  /// Her consent is withdrawn: what left under it says so here, and its copy in this node is
  /// locked.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdrawn(ConsentWithdrawn withdrawn) {
    groundIsGone(withdrawn.consent().value());
  }

  /// As [#withdrawn], of what went past her answer.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void ended(OverrulingEnded ended) {
    groundIsGone(ended.overruling().value());
  }

  private void groundIsGone(UUID authority) {
    for (Referral referral : referrals.relyingOn(authority)) {
      referrals.move(referral.id(), Referral.State.WITHDRAWN, null, now());
      done(referral, Steps.What.WITHDRAWN, "", null);
      if (sending.isHere(referral.terms().to().node())) {
        taking.lock(List.of(referral.id().message()), now());
      }
    }
  }

  private Outcome done(
      Referral referral, Steps.What what, String words, @Nullable SignedIn reader) {
    UUID id = referral.id().value();
    steps.add(new Steps.New(id, referral.person(), what, "", words), reader, now());
    audit.write(
        Taking.act(reader, "referrals.referral." + Referral.code(what))
            .on(id)
            .inCase(referral.caseFile().value())
            .with("author", referral.author().account().value()));
    return new Outcome.Done();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
