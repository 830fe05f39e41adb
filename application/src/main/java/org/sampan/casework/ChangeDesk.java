package org.sampan.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a case is changed.
@Controller
@RequestMapping("/cases/{id}")
class ChangeDesk {

  private final Cases cases;
  private final Facts facts;
  private final Handling handling;
  private final Lists lists;
  private final Accounts accounts;
  private final Audit audit;

  ChangeDesk(
      Cases cases, Facts facts, Handling handling, Lists lists, Accounts accounts, Audit audit) {
    this.cases = cases;
    this.facts = facts;
    this.handling = handling;
    this.lists = lists;
    this.accounts = accounts;
    this.audit = audit;
  }

  @GetMapping("/facts/{section}")
  @Needs(Duty.SEE_CASE)
  Screen form(@PathVariable UUID id, @PathVariable String section, SignedIn reader) {
    Optional<CaseFile> file = cases.find(new CaseFile.Id(id), reader).filter(CaseFile::isReadable);
    Optional<Question.Section> which = Typed.choice(Question.Section.class, section);
    if (file.isEmpty() || which.isEmpty()) {
      return new Absent();
    }
    audit.seen(reader.act("casework.fact.seen").on(id).inCase(id).with("section", which.get()));
    Fact stands = file.get().fact(which.get());
    TypedFacts typed = TypedFacts.of(stands, lists.today(reader));
    return page(file.get(), stands, typed, new Problems());
  }

  private SectionPage page(CaseFile file, Fact based, TypedFacts typed, Problems problems) {
    List<Fact> history = facts.history(file, based.section());
    Fact newest = history.isEmpty() ? Fact.none(based.section()) : history.getFirst();
    boolean moved = newest.version() != based.version();
    return new SectionPage(
        file,
        based.section(),
        typed,
        newest.version(),
        moved ? newest : null,
        history,
        people(history),
        lists,
        problems);
  }

  @PostMapping("/facts/{section}")
  @Needs(Duty.WORK_CASE)
  Screen write(
      @PathVariable UUID id,
      @PathVariable String section,
      @RequestParam MultiValueMap<String, String> form,
      SignedIn reader) {
    Optional<CaseFile> file = mine(id, reader).filter(CaseFile::isReadable);
    Optional<Question.Section> which = Typed.choice(Question.Section.class, section);
    String version = String.valueOf(form.getFirst("basedOn"));
    if (file.isEmpty() || which.isEmpty() || !version.matches("\\d{1,6}")) {
      return new Absent();
    }
    TypedFacts typed = new TypedFacts(form);
    int based = Integer.parseInt(version);
    Fact from = new Fact(which.get(), based, Map.of(), List.of(), null, null);
    if (form.containsKey("more")) {
      return page(file.get(), from, typed, new Problems());
    }
    Problems problems = new Problems();
    TypedFacts.Parsed parsed = typed.parsed(List.of(which.get()), lists.known(reader), problems);
    if (!problems.none()) {
      return page(file.get(), from, typed, problems);
    }
    Fact next =
        new Fact(which.get(), based + 1, parsed.values(), parsed.names(), null, reader.id());
    return switch (handling.write(file.get(), next, reader)) {
      case Handling.Outcome.Done done -> new Go("/cases/" + id);
      case Handling.Outcome.Stale stale -> page(file.get(), from, typed, problems);
      case Handling.Outcome.NotNow notNow ->
          page(file.get(), from, typed, problems.add("problems", "casework.problem.not-now"));
    };
  }

  @GetMapping("/handling")
  @Needs(Duty.SEE_CASE)
  Screen handling(@PathVariable UUID id, SignedIn reader) {
    return cases
        .find(new CaseFile.Id(id), reader)
        .<Screen>map(file -> handlingPage(file, new Problems(), reader))
        .orElse(new Absent());
  }

  private HandlingPage handlingPage(CaseFile file, Problems problems, SignedIn reader) {
    List<Account> colleagues =
        accounts.of(file.holding().office()).stream()
            .filter(one -> !one.id().equals(file.holding().owner()))
            .toList();
    boolean mayWork = reader.access(Duty.WORK_CASE, file.holding()) == Access.BY_DUTY;
    return new HandlingPage(file, colleagues, mayWork, Handling.mayErase(file, reader), problems);
  }

  @PostMapping("/assign")
  @Needs(Duty.WORK_CASE)
  Screen assign(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String off,
      SignedIn reader) {
    Optional<CaseFile> file = mine(id, reader);
    if (file.isEmpty()) {
      return new Absent();
    }
    colleague(file.get(), to).ifPresent(one -> handling.assign(file.get(), one, reader));
    Typed.identifier(off)
        .ifPresent(one -> handling.unassign(file.get(), new Account.Id(one), reader));
    return new Go("/cases/" + id + "/handling");
  }

  private Optional<Account.Id> colleague(CaseFile file, String to) {
    return Typed.identifier(to)
        .flatMap(one ->
            accounts.of(file.holding().office()).stream()
                .map(Account::id)
                .filter(account -> account.value().equals(one))
                .findFirst());
  }

  @PostMapping("/move")
  @Needs(Duty.WORK_CASE)
  Screen move(@PathVariable UUID id, @RequestParam(defaultValue = "") String to, SignedIn reader) {
    Optional<CaseFile> file = mine(id, reader);
    Optional<CaseFile.Status> status = Typed.choice(CaseFile.Status.class, to);
    if (file.isEmpty()) {
      return new Absent();
    }
    if (status.isEmpty()) {
      Problems problems = new Problems().add("to", "web.problem.choose");
      return handlingPage(file.get(), problems, reader);
    }
    return outcome(handling.move(file.get(), status.get(), reader), file.get(), reader);
  }

  @PostMapping("/erase")
  @Needs(Duty.APPROVE)
  Screen erase(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String sure, SignedIn reader) {
    Optional<CaseFile> file =
        cases.find(new CaseFile.Id(id), reader).filter(one -> Handling.mayErase(one, reader));
    if (file.isEmpty()) {
      return new Absent();
    }
    if (!sure.equals("yes")) {
      Problems problems = new Problems().add("sure", "casework.problem.sure");
      return handlingPage(file.get(), problems, reader);
    }
    return outcome(handling.erase(file.get(), reader), file.get(), reader);
  }

  private Screen outcome(Handling.Outcome outcome, CaseFile file, SignedIn reader) {
    return switch (outcome) {
      case Handling.Outcome.Done done -> new Go("/cases/" + file.id().value());
      case Handling.Outcome.Stale stale ->
          handlingPage(file, new Problems().add("problems", "casework.problem.stale"), reader);
      case Handling.Outcome.NotNow notNow ->
          handlingPage(file, new Problems().add("problems", "casework.problem.not-now"), reader);
    };
  }

  private Optional<CaseFile> mine(UUID id, SignedIn reader) {
    return cases
        .find(new CaseFile.Id(id), reader)
        .filter(file -> reader.access(Duty.WORK_CASE, file.holding()) == Access.BY_DUTY);
  }

  private Map<UUID, String> people(List<Fact> history) {
    Map<UUID, String> names = new HashMap<>();
    for (Fact fact : history) {
      Account.Id by = fact.by();
      if (by != null && !names.containsKey(by.value())) {
        accounts.find(by).ifPresent(account -> names.put(by.value(), account.name()));
      }
    }
    return names;
  }
}
