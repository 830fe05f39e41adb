package org.sampan.transfers;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Access;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.Exhibits;
import org.sampan.exchange.MessageId;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a transfer is read, approved, taken back and decided.
@Controller
class TransferDesk implements Waiting {

  private final Cases cases;
  private final Transfers transfers;
  private final Offering offering;
  private final Undoing undoing;
  private final Deciding deciding;
  private final Deliveries deliveries;
  private final Exhibits exhibits;
  private final Shown shown;
  private final Audit audit;
  private final Clock clock;

  TransferDesk(
      Cases cases,
      Transfers transfers,
      Offering offering,
      Undoing undoing,
      Deciding deciding,
      Deliveries deliveries,
      Exhibits exhibits,
      Shown shown,
      Audit audit,
      Clock clock) {
    this.cases = cases;
    this.transfers = transfers;
    this.offering = offering;
    this.undoing = undoing;
    this.deciding = deciding;
    this.deliveries = deliveries;
    this.exhibits = exhibits;
    this.shown = shown;
    this.audit = audit;
    this.clock = clock;
  }

  /// A transfer and the case it is about, as far as this reader may see them.
  private record Work(Transfer transfer, CaseFile file) {}

  private Optional<Work> work(UUID id, SignedIn reader) {
    return transfers
        .find(new Transfer.Id(id))
        .flatMap(one -> cases.find(one.caseFile(), reader).map(file -> new Work(one, file)));
  }

  private Optional<Work> work(UUID id, Duty duty, SignedIn reader) {
    return work(id, reader).filter(one -> has(duty, one.file(), reader));
  }

  private static boolean has(Duty duty, CaseFile file, SignedIn reader) {
    return reader.access(duty, file.holding()) == Access.BY_DUTY;
  }

  @GetMapping("/transfers/{id}")
  @Needs(Duty.SEE_CASE)
  Screen show(@PathVariable UUID id, SignedIn reader) {
    return page(id, new Problems(), reader);
  }

  private Screen page(UUID id, Problems problems, SignedIn reader) {
    Optional<Work> found = work(id, reader);
    if (found.isEmpty()) {
      return new Absent();
    }
    Transfer one = found.get().transfer();
    CaseFile file = found.get().file();
    audit.seen(reader.act("transfers.transfer.seen").on(id).inCase(file.id().value()));
    boolean waiting = one.state() == Transfer.State.WAITING;
    boolean wrote = one.author() != null && one.author().account().equals(reader.id());
    return new TransferPage(
        one,
        file,
        deliveries.of(one.id().message()),
        one.ours() ? Optional.empty() : exhibits.proofOf(one.id().message()),
        new TransferPage.Rights(
            waiting && !wrote && has(Duty.APPROVE, file, reader),
            waiting && wrote,
            (waiting || one.state() == Transfer.State.SENT) && has(Duty.REFER, file, reader),
            one.state() == Transfer.State.OFFERED && has(Duty.DECIDE, file, reader)),
        problems,
        UuidCreator.getTimeOrderedEpoch(),
        shown,
        clock.instant());
  }

  @PostMapping("/transfers/{id}/approve")
  @Needs(Duty.APPROVE)
  Screen approve(
      @PathVariable UUID id, @RequestParam(defaultValue = "0") int basedOn, SignedIn reader) {
    return work(id, Duty.APPROVE, reader)
        .map(work -> after(offering.approve(work.transfer().id(), basedOn, reader), id, reader))
        .orElse(new Absent());
  }

  @PostMapping("/transfers/{id}/take-back")
  @Needs(Duty.REFER)
  Screen takeBack(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int basedOn,
      @RequestParam(defaultValue = "") String message,
      SignedIn reader) {
    Optional<MessageId> number = number(message);
    return work(id, Duty.REFER, reader)
        .filter(work -> number.isPresent())
        .map(work -> {
          MessageId told = number.orElseThrow();
          return after(undoing.takeBack(work.transfer().id(), basedOn, told, reader), id, reader);
        })
        .orElse(new Absent());
  }

  @PostMapping("/transfers/{id}/decide")
  @Needs(Duty.DECIDE)
  Screen decide(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int basedOn,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason,
      SignedIn reader) {
    Optional<MessageId> number = number(message);
    if (work(id, Duty.DECIDE, reader).isEmpty() || number.isEmpty()) {
      return new Absent();
    }
    boolean yes = answer.equals("ACCEPTED");
    Optional<Transfer.Refusal> why = Typed.choice(Transfer.Refusal.class, reason);
    Problems problems = new Problems();
    if (!yes && !answer.equals("REFUSED")) {
      problems.add("answer", "transfers.problem.answer");
    } else if (!yes && why.isEmpty()) {
      problems.add("reason", "transfers.problem.reason");
    }
    if (!problems.none()) {
      return page(id, problems, reader);
    }
    Optional<Transfer.Refusal> no = yes ? Optional.empty() : why;
    return after(
        deciding.decide(new Transfer.Id(id), basedOn, number.get(), no, reader), id, reader);
  }

  private static Optional<MessageId> number(String typed) {
    return Typed.identifier(typed).filter(one -> one.version() == 7).map(MessageId::new);
  }

  private Screen after(Offering.Outcome outcome, UUID id, SignedIn reader) {
    @Nullable String problem = problem(outcome);
    return problem == null
        ? new Go("/transfers/" + id)
        : page(id, new Problems().add("act", problem), reader);
  }

  /// The key of what went wrong; none when nothing did.
  static @Nullable String problem(Offering.Outcome outcome) {
    return switch (outcome) {
      case Offering.Outcome.Done done -> null;
      case Offering.Outcome.Stale stale -> "transfers.problem.stale";
      case Offering.Outcome.OwnWork own -> "transfers.problem.own-work";
      case Offering.Outcome.NotSent(String words) -> words;
    };
  }

  @GetMapping("/transfers")
  @Needs(Duty.SEE_CASE)
  Screen waiting(SignedIn reader) {
    return new TransfersPage(waitingFor(reader), shown, clock.instant());
  }

  /// Those this reader can move on: approve what a colleague wrote, decide on what was offered.
  private List<Transfer> waitingFor(SignedIn reader) {
    if (!reader.has(Duty.APPROVE) && !reader.has(Duty.DECIDE)) {
      return List.of();
    }
    return transfers.open().stream()
        .filter(
            one -> cases.file(one.caseFile()).filter(file -> acts(one, file, reader)).isPresent())
        .toList();
  }

  private static boolean acts(Transfer one, CaseFile file, SignedIn reader) {
    if (!one.ours()) {
      return has(Duty.DECIDE, file, reader);
    }
    boolean wrote = one.author() != null && one.author().account().equals(reader.id());
    return !wrote && has(Duty.APPROVE, file, reader);
  }

  @Override
  public List<Notice> noticesFor(SignedIn reader) {
    return List.of(new Notice("transfers.waiting", waitingFor(reader).size(), "/transfers"));
  }
}
