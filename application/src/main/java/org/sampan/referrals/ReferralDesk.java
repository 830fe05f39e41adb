package org.sampan.referrals;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Access;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.consents.Authority;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.MessageId;
import org.sampan.vault.Keys;
import org.sampan.vault.Vault;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a referral of ours is read, kept small, handed in, approved, taken back.
@Controller
@RequestMapping("/referrals/{id}")
class ReferralDesk {

  private final Cases cases;
  private final Referrals referrals;
  private final Preparing preparing;
  private final Approving approving;
  private final Steps steps;
  private final Deliveries deliveries;
  private final Shown shown;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  ReferralDesk(
      Cases cases,
      Referrals referrals,
      Preparing preparing,
      Approving approving,
      Steps steps,
      Deliveries deliveries,
      Shown shown,
      Vault vault,
      Audit audit,
      Clock clock) {
    this.cases = cases;
    this.referrals = referrals;
    this.preparing = preparing;
    this.approving = approving;
    this.steps = steps;
    this.deliveries = deliveries;
    this.shown = shown;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /// A referral and the case it is about, as far as this reader may see them.
  private record Work(Referral referral, CaseFile file) {}

  private Optional<Work> work(UUID id, SignedIn reader) {
    return referrals
        .find(new Referral.Id(id))
        .flatMap(referral ->
            cases.find(referral.caseFile(), reader).map(file -> new Work(referral, file)));
  }

  private Optional<Work> mine(UUID id, SignedIn reader) {
    return work(id, reader).filter(work -> ReferDesk.mayRefer(work.file(), reader));
  }

  private Optional<Work> approvable(UUID id, SignedIn reader) {
    return work(id, reader).filter(work -> mayApprove(work.file(), reader));
  }

  private static boolean mayApprove(CaseFile file, SignedIn reader) {
    return reader.access(Duty.APPROVE, file.holding()) == Access.BY_DUTY;
  }

  @GetMapping
  @Needs(Duty.SEE_CASE)
  Screen show(@PathVariable UUID id, SignedIn reader) {
    return page(id, new Problems(), reader);
  }

  private Screen page(UUID id, Problems problems, SignedIn reader) {
    Optional<Work> found = work(id, reader);
    if (found.isEmpty()) {
      return new Absent();
    }
    Referral referral = found.get().referral();
    CaseFile file = found.get().file();
    Keys keys = vault.open(referral.person().value());
    audit.seen(reader.act("referrals.referral.seen").on(id).inCase(referral.caseFile().value()));
    boolean mine = ReferDesk.mayRefer(file, reader);
    boolean wrote = referral.author().account().equals(reader.id());
    boolean waiting = referral.state() == Referral.State.WAITING;
    return new ReferralPage(
        referral,
        file,
        content(referral, file, keys, reader),
        steps.of(id, referral.person(), keys),
        deliveries.of(referral.id().message()),
        new ReferralPage.Rights(
            mine && referral.state().open(),
            waiting && !wrote && mayApprove(file, reader),
            waiting && wrote,
            mine && (referral.state().open() || waiting || referral.state().under())),
        problems,
        UuidCreator.getTimeOrderedEpoch(),
        shown,
        clock.instant());
  }

  private ReferralPage.Content content(
      Referral referral, CaseFile file, Keys keys, SignedIn reader) {
    Referrals.Sealed sealed = referrals.sealed(referral, keys);
    boolean readable = file.isReadable();
    if (readable && referral.state().open()) {
      Preparing.Drawn drawn = preparing.draw(file, referral, reader);
      Authority.@Nullable Why why =
          drawn.authority() instanceof Authority.None(Authority.Why none) ? none : null;
      return new ReferralPage.Content(
          drawn.extract().goes(),
          drawn.extract().stays(),
          why,
          drawn.extract().missing(),
          sealed.noAgreement());
    }
    Map<Extract.Item, List<String>> told =
        readable && !sealed.body().isEmpty() ? Body.own(sealed.body()).told() : Map.of();
    return new ReferralPage.Content(
        told, referral.stays(), null, Set.of(), readable ? sealed.noAgreement() : "");
  }

  @PostMapping("/keep")
  @Needs(Duty.REFER)
  Screen keep(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int basedOn,
      @RequestParam(required = false) @Nullable List<String> keep,
      SignedIn reader) {
    return open(id, basedOn, reader)
        .map(work -> preparing.keep(work.referral(), Extract.Item.named(keep), reader))
        .map(outcome -> after(outcome, id, reader))
        .orElseGet(() -> problem(id, "referrals.problem.stale", reader));
  }

  @PostMapping("/hand-in")
  @Needs(Duty.REFER)
  Screen handIn(
      @PathVariable UUID id, @RequestParam(defaultValue = "0") int basedOn, SignedIn reader) {
    return open(id, basedOn, reader)
        .map(work -> preparing.handIn(work.referral(), work.file(), reader))
        .map(outcome -> after(outcome, id, reader))
        .orElseGet(() -> problem(id, "referrals.problem.stale", reader));
  }

  /// The draft of this version, if she may change it.
  private Optional<Work> open(UUID id, int basedOn, SignedIn reader) {
    return mine(id, reader)
        .filter(work -> work.referral().version() == basedOn && work.referral().state().open());
  }

  private Screen after(Preparing.Outcome outcome, UUID id, SignedIn reader) {
    return switch (outcome) {
      case Preparing.Outcome.Done done -> new Go("/referrals/" + id);
      case Preparing.Outcome.Stale stale -> problem(id, "referrals.problem.stale", reader);
      case Preparing.Outcome.NotCovered(Authority.Why why) -> problem(id, why.words(), reader);
      case Preparing.Outcome.TooLong tooLong -> problem(id, "referrals.problem.too-long", reader);
    };
  }

  private Screen problem(UUID id, String words, SignedIn reader) {
    return page(id, new Problems().add("act", words), reader);
  }

  @PostMapping("/approve")
  @Needs(Duty.APPROVE)
  Screen approve(
      @PathVariable UUID id, @RequestParam(defaultValue = "0") int basedOn, SignedIn reader) {
    return approvable(id, reader)
        .map(work -> after(approving.approve(work.referral().id(), basedOn, reader), id, reader))
        .orElse(new Absent());
  }

  @PostMapping("/send-back")
  @Needs(Duty.APPROVE)
  Screen sendBack(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int basedOn,
      @RequestParam(defaultValue = "") String reason,
      SignedIn reader) {
    Optional<Work> found = approvable(id, reader);
    if (found.isEmpty()) {
      return new Absent();
    }
    Problems problems = new Problems();
    String why = Typed.required("reason", reason, ReferPage.MOST_WORDS, problems);
    return problems.none()
        ? after(approving.sendBack(found.get().referral().id(), basedOn, why, reader), id, reader)
        : page(id, problems, reader);
  }

  @PostMapping("/cancel")
  @Needs(Duty.REFER)
  Screen cancel(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int basedOn,
      @RequestParam(defaultValue = "") String message,
      SignedIn reader) {
    Optional<UUID> number = Typed.identifier(message).filter(one -> one.version() == 7);
    return mine(id, reader)
        .filter(work -> number.isPresent())
        .map(work -> {
          MessageId told = new MessageId(number.orElseThrow());
          return after(approving.cancel(work.referral().id(), basedOn, told, reader), id, reader);
        })
        .orElse(new Absent());
  }

  private Screen after(Approving.Outcome outcome, UUID id, SignedIn reader) {
    return switch (outcome) {
      case Approving.Outcome.Done done -> new Go("/referrals/" + id);
      case Approving.Outcome.Stale stale -> problem(id, "referrals.problem.stale", reader);
      case Approving.Outcome.OwnWork own -> problem(id, "referrals.problem.own-work", reader);
      case Approving.Outcome.NotSent(Sending.Outcome.NotSent(String words, var why)) -> {
        Problems problems = new Problems().add("act", words);
        yield page(id, why == null ? problems : problems.add("act", why), reader);
      }
    };
  }
}
