package org.sampan.transfers;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Access;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.exchange.Deliveries;
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

/// Where a case leaves this office: offered to another, or closed and told.
@Controller
class CaseEndDesk {

  private final Cases cases;
  private final Offering offering;
  private final Deciding deciding;
  private final Shown shown;

  CaseEndDesk(Cases cases, Offering offering, Deciding deciding, Shown shown) {
    this.cases = cases;
    this.offering = offering;
    this.deciding = deciding;
    this.shown = shown;
  }

  private Optional<CaseFile> open(UUID id, Duty duty, SignedIn reader) {
    return cases
        .find(new CaseFile.Id(id), reader)
        .filter(file -> reader.access(duty, file.holding()) == Access.BY_DUTY)
        .filter(file -> file.isReadable() && file.state().status().isOpen());
  }

  @GetMapping("/cases/{file}/transfer")
  @Needs(Duty.REFER)
  Screen offer(@PathVariable UUID file, SignedIn reader) {
    OfferPage.Form fresh = OfferPage.Form.fresh(UuidCreator.getTimeOrderedEpoch());
    return open(file, Duty.REFER, reader)
        .<Screen>map(one -> new OfferPage(one, offering.choices(one), fresh, new Problems(), shown))
        .orElse(new Absent());
  }

  @PostMapping("/cases/{file}/transfer")
  @Needs(Duty.REFER)
  Screen offered(
      @PathVariable UUID file,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String giver,
      SignedIn reader) {
    Optional<CaseFile> found = open(file, Duty.REFER, reader);
    Optional<UUID> number = Typed.identifier(id).filter(one -> one.version() == 7);
    if (found.isEmpty() || number.isEmpty()) {
      return new Absent();
    }
    Problems problems = new Problems();
    Optional<Offering.Choice> choice =
        offering.choices(found.get()).stream().filter(one -> one.code().equals(to)).findFirst();
    if (choice.isEmpty()) {
      problems.add("to", "transfers.problem.to");
    }
    OfferPage.Form form = new OfferPage.Form(id, to, why, giver);
    Optional<OfferPage.Agreed> agreed = OfferPage.agreed(form, problems);
    if (choice.isPresent() && agreed.isPresent()) {
      Transfer.Id which = new Transfer.Id(number.get());
      @Nullable String problem =
          TransferDesk.problem(
              offering.offer(which, found.get(), choice.get(), agreed.get(), reader));
      if (problem == null) {
        return new Go("/transfers/" + number.get());
      }
      problems.add("to", problem);
    }
    return new OfferPage(found.get(), offering.choices(found.get()), form, problems, shown);
  }

  @GetMapping("/cases/{file}/closing")
  @Needs(Duty.APPROVE)
  Screen close(@PathVariable UUID file, SignedIn reader) {
    String id = UuidCreator.getTimeOrderedEpoch().toString();
    return open(file, Duty.APPROVE, reader)
        .flatMap(one -> page(one, id, "", new Problems()))
        .orElse(new Absent());
  }

  private Optional<Screen> page(CaseFile file, String id, String outcome, Problems problems) {
    CaseFile.Source source = file.state().source();
    Optional<Deliveries.Request> asked =
        deciding.asked(file).filter(one -> deciding.mayClose(file));
    return asked.isEmpty() || source == null
        ? Optional.empty()
        : Optional.of(
            new ClosingPage(
                file,
                new Transfer.Other(source.node(), source.office()),
                asked.get().allowed(),
                id,
                outcome,
                problems,
                shown));
  }

  @PostMapping("/cases/{file}/closing")
  @Needs(Duty.APPROVE)
  Screen closed(
      @PathVariable UUID file,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String outcome,
      SignedIn reader) {
    Optional<CaseFile> found =
        cases
            .find(new CaseFile.Id(file), reader)
            .filter(one -> reader.access(Duty.APPROVE, one.holding()) == Access.BY_DUTY);
    Optional<UUID> number = Typed.identifier(id).filter(one -> one.version() == 7);
    if (found.isEmpty() || number.isEmpty()) {
      return new Absent();
    }
    Problems problems = new Problems();
    Optional<Closing.Outcome> chosen = Typed.choice(Closing.Outcome.class, outcome);
    if (chosen.isEmpty()) {
      problems.add("outcome", "transfers.problem.outcome");
      return page(found.get(), id, outcome, problems).orElse(new Absent());
    }
    @Nullable String problem =
        TransferDesk.problem(
            deciding.close(found.get(), new Closing.Id(number.get()), chosen.get(), reader));
    if (problem == null) {
      return new Go("/cases/" + file);
    }
    return page(found.get(), id, outcome, problems.add("outcome", problem)).orElse(new Absent());
  }
}
