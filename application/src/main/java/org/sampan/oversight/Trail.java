package org.sampan.oversight;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The auditor's pages.
@Controller
class Trail {

  private final Audit audit;
  private final Accounts accounts;
  private final Offices offices;
  private final LastCheck check;

  Trail(Audit audit, Accounts accounts, Offices offices, LastCheck check) {
    this.audit = audit;
    this.accounts = accounts;
    this.offices = offices;
    this.check = check;
  }

  @GetMapping("/audit")
  @Needs(Duty.AUDIT)
  Screen trail(Asked asked, SignedIn reader) {
    return page(asked, "", new Problems(), reader);
  }

  /// What was typed becomes identifiers before it stands in an address.
  @PostMapping("/audit/find")
  @Needs(Duty.AUDIT)
  Screen find(
      @RequestParam(name = "caseFile", defaultValue = "") String caseFile,
      @RequestParam(name = "colleague", defaultValue = "") String colleague,
      @RequestParam(name = "act", defaultValue = "") String act,
      SignedIn reader) {
    Problems problems = new Problems();
    String file = Typed.text(caseFile).toLowerCase(Locale.ROOT);
    if (!file.isEmpty() && Typed.identifier(file).isEmpty()) {
      problems.add("caseFile", "oversight.problem.case");
    }
    String name = Typed.text(colleague).toLowerCase(Locale.ROOT);
    Optional<Account> who = name.isEmpty() ? Optional.empty() : accounts.named(name);
    if (!name.isEmpty() && who.isEmpty()) {
      problems.add("colleague", "oversight.problem.colleague");
    }
    Asked asked =
        new Asked(
            file,
            who.map(account -> account.id().value().toString()).orElse(null),
            act,
            null,
            null);
    return problems.none() ? new Go(asked.path(null, false)) : page(asked, name, problems, reader);
  }

  @PostMapping("/audit/check")
  @Needs(Duty.AUDIT)
  Screen check(SignedIn reader) {
    check.now(reader);
    return new Go("/audit");
  }

  private Screen page(Asked asked, String colleague, Problems problems, SignedIn reader) {
    Audit.Query query = asked.query();
    List<Entry> entries = audit.read(query, asked.atMost());
    audit.seen(
        reader
            .act("oversight.trail.seen")
            .inCase(query.caseFile())
            .with("shown", entries.size())
            .with("of", query.who() == null ? "everybody" : query.who()));
    Map<UUID, Account> colleagues = new HashMap<>();
    entries.stream()
        .map(Entry::who)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(id -> find(id).ifPresent(account -> colleagues.put(id, account)));
    Map<UUID, Office> byId = new HashMap<>();
    offices.all().forEach(office -> byId.put(office.id().value(), office));
    String named = asked.who() == null ? colleague : signInName(query.who());
    return new TrailPage(
        asked,
        named,
        entries.stream()
            .map(entry ->
                new TrailPage.Line(
                    entry,
                    Optional.ofNullable(colleagues.get(entry.who())),
                    Optional.ofNullable(byId.get(entry.office()))))
            .toList(),
        List.copyOf(audit.counts().keySet()),
        check.found(),
        problems);
  }

  private String signInName(@Nullable UUID who) {
    return who == null ? "" : find(who).map(Account::signInName).orElse("");
  }

  private Optional<Account> find(UUID id) {
    return accounts.find(new Account.Id(id));
  }
}
