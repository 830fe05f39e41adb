package org.sampan.casework;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.sampan.accounts.Needs;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
import org.sampan.audit.Audit;
import org.sampan.consents.Consent;
import org.sampan.consents.Consents;
import org.sampan.consents.Recipients;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where cases are found and read.
@Controller
class CaseDesk implements Waiting {

  private final Cases cases;
  private final Acts acts;
  private final Matches matches;
  private final Handling handling;
  private final Consents consents;
  private final Recipients recipients;
  private final Lists lists;
  private final Accounts accounts;
  private final Offices offices;
  private final Audit audit;
  private final ObjectProvider<RiverSource> river;
  private final Clock clock;

  CaseDesk(
      Cases cases,
      Acts acts,
      Matches matches,
      Handling handling,
      Consents consents,
      Recipients recipients,
      Lists lists,
      Accounts accounts,
      Offices offices,
      Audit audit,
      ObjectProvider<RiverSource> river,
      Clock clock) {
    this.cases = cases;
    this.acts = acts;
    this.matches = matches;
    this.handling = handling;
    this.consents = consents;
    this.recipients = recipients;
    this.lists = lists;
    this.accounts = accounts;
    this.offices = offices;
    this.audit = audit;
    this.river = river;
    this.clock = clock;
  }

  @Bean
  static GuardedDoor casesDoor() {
    return GuardedDoor.to("/cases", "casework.door", 20, Duty.SEE_CASE);
  }

  @GetMapping("/cases")
  @Needs(Duty.SEE_CASE)
  Screen list(
      @RequestParam(defaultValue = "mine") String show,
      @RequestParam(defaultValue = "1") String page,
      SignedIn reader) {
    CasesPage.Show which = Typed.choice(CasesPage.Show.class, show).orElse(CasesPage.Show.MINE);
    int number = page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
    Cases.Shown shown =
        new Cases.Shown(which == CasesPage.Show.MINE, which != CasesPage.Show.CLOSED, number);
    List<CasesPage.Row> rows =
        cases.list(shown, reader).stream().map(file -> matches.row(file, false)).toList();
    if (!rows.isEmpty()) {
      audit.seen(reader.act("casework.list.seen").with("cases", rows.size()));
    }
    return new CasesPage(which, false, rows, cases.count(shown, reader), number, clock.instant());
  }

  @PostMapping("/cases/find")
  @Needs(Duty.SEE_CASE)
  Screen find(@RequestParam(defaultValue = "") String q, SignedIn reader) {
    String typed = Typed.text(q);
    List<CasesPage.Row> rows =
        typed.isEmpty() || typed.length() > PersonName.MOST_CHARACTERS
            ? List.of()
            : matches.search(typed, reader).rows();
    return new CasesPage(CasesPage.Show.MINE, true, rows, rows.size(), 1, clock.instant());
  }

  @GetMapping("/cases/{id}")
  @Needs(Duty.SEE_CASE)
  Screen one(@PathVariable UUID id, SignedIn reader) {
    CaseFile.Id which = new CaseFile.Id(id);
    Optional<CaseFile> file = cases.find(which, reader);
    if (file.isPresent()) {
      return page(file.get(), reader);
    }
    return cases
        .file(which)
        .filter(one -> Cases.access(one, reader) == Access.WITH_PURPOSE)
        .<Screen>map(one -> new PurposePage(which, "/cases/" + id, new Problems()))
        .orElse(new Absent());
  }

  @PostMapping("/cases/{id}/purpose")
  @Needs(Duty.SEE_CASE)
  Screen why(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String purpose, SignedIn reader) {
    CaseFile.Id which = new CaseFile.Id(id);
    Optional<CaseFile> file =
        cases.file(which).filter(one -> Cases.access(one, reader) == Access.WITH_PURPOSE);
    if (file.isEmpty()) {
      return new Absent();
    }
    if (!PurposePage.PURPOSES.contains(purpose)) {
      Problems problems = new Problems().add("purpose", "casework.problem.purpose");
      return new PurposePage(which, "/cases/" + id, problems);
    }
    handling.sayWhy(file.get(), purpose, reader);
    return new Go("/cases/" + id);
  }

  private Screen page(CaseFile file, SignedIn reader) {
    audit.seen(reader.act("casework.case.seen").on(file.id().value()).inCase(file.id().value()));
    List<Acts.Done> done = acts.of(file.id());
    List<Consent> answers = file.isReadable() ? consents.of(file.person()) : List.of();
    CasePage.River drawn =
        CasePage.River.of(done, answers, river.orderedStream().toList(), file.id());
    boolean mayWork = reader.access(Duty.WORK_CASE, file.holding()) == Access.BY_DUTY;
    boolean mayRefer = reader.access(Duty.REFER, file.holding()) == Access.BY_DUTY;
    boolean open = file.isReadable() && file.state().status().isOpen();
    String referPath =
        river
            .orderedStream()
            .filter(source -> mayRefer && open)
            .map(source -> source.referPath(file.id()))
            .filter(path -> !path.isEmpty())
            .findFirst()
            .orElse("");
    List<RiverSource.Way> ways =
        river
            .orderedStream()
            .filter(source -> open)
            .flatMap(source -> source.waysFrom(file, reader).stream())
            .toList();
    return new CasePage(
        file,
        drawn,
        answers,
        recipients,
        lists,
        why(file, reader),
        people(file, drawn),
        offices.all().stream().collect(Collectors.toMap(one -> one.id().value(), one -> one)),
        new CasePage.Rights(mayWork, referPath, Handling.mayErase(file, reader), ways),
        lists.today(reader),
        clock.instant());
  }

  private static String why(CaseFile file, SignedIn reader) {
    if (Cases.access(file, reader) == Access.WITH_PURPOSE) {
      return "casework.why.purpose";
    }
    if (file.holding().owner().equals(reader.id())) {
      return "casework.why.owner";
    }
    if (file.holding().assigned().contains(reader.id())) {
      return "casework.why.assigned";
    }
    return file.holding().office().equals(reader.office().id())
        ? "casework.why.office"
        : "casework.why.agency";
  }

  private Map<UUID, String> people(CaseFile file, CasePage.River drawn) {
    Map<UUID, String> names = new HashMap<>();
    for (Account.Id id : drawn.accounts(file)) {
      accounts.find(id).ifPresent(account -> names.put(id.value(), account.name()));
    }
    return names;
  }

  @Override
  public List<Notice> noticesFor(SignedIn reader) {
    if (!reader.has(Duty.SEE_CASE)) {
      return List.of();
    }
    return List.of(
        new Notice("casework.waiting.received", acts.unattended(reader), "/cases?show=office"));
  }
}
