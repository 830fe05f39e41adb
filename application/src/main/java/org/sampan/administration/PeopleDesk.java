package org.sampan.administration;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignedIn;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages by which an administrator keeps people.
@Controller
class PeopleDesk {

  static final int ON_A_PAGE = 50;

  private final Accounts accounts;
  private final Offices offices;
  private final Staff staff;
  private final String address;

  PeopleDesk(
      Accounts accounts, Offices offices, Staff staff, @Value("${sampan.address}") String address) {
    this.accounts = accounts;
    this.offices = offices;
    this.staff = staff;
    this.address = address;
  }

  @GetMapping("/people")
  @Needs(Duty.ADMINISTER)
  Screen people(@RequestParam(name = "page", defaultValue = "1") String page) {
    int pages = Math.max(1, (accounts.count() + ON_A_PAGE - 1) / ON_A_PAGE);
    int number = page.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(page), 1, pages) : 1;
    return new PeoplePage(
        "", accounts.listed("", (number - 1) * ON_A_PAGE, ON_A_PAGE), byId(), number, pages);
  }

  /// Names are looked for by POST, so that none stands in an address.
  @PostMapping("/people/find")
  @Needs(Duty.ADMINISTER)
  Screen find(@RequestParam(name = "part", defaultValue = "") String typed) {
    String part = Typed.text(typed);
    if (part.isEmpty() || part.length() > 200) {
      return new Go("/people");
    }
    return new PeoplePage(part, accounts.listed(part, 0, ON_A_PAGE), byId(), 1, 1);
  }

  @GetMapping("/people/new")
  @Needs(Duty.ADMINISTER)
  Screen newPerson(SignedIn reader) {
    NewPerson empty =
        NewPerson.empty(
            UuidCreator.getTimeOrderedEpoch(),
            reader.office(),
            accounts.find(reader.id()).map(Account::language).orElse(Language.ENGLISH));
    return new NewPersonPage(empty, offices.all(), new Problems());
  }

  @PostMapping("/people")
  @Needs(Duty.ADMINISTER)
  Screen add(NewPerson typed, SignedIn reader) {
    List<Office> all = offices.all();
    return switch (typed.parsed(all)) {
      case NewPerson.Wrong(Problems problems) -> new NewPersonPage(typed, all, problems);
      case NewPerson.Valid(Account account) -> added(typed, account, all, reader);
    };
  }

  private Screen added(NewPerson typed, Account account, List<Office> all, SignedIn reader) {
    Optional<String> token = staff.add(account, reader);
    if (token.isPresent()) {
      return link(account, token.get());
    }
    // The same form sent twice leads to the person; a name somebody else has must be mended.
    return accounts.find(account.id()).isPresent()
        ? new Go("/people/" + account.id().value())
        : new NewPersonPage(
            typed,
            all,
            new Problems().add("signInName", "administration.problem.sign-in-name-taken"));
  }

  @GetMapping("/people/{id}")
  @Needs(Duty.ADMINISTER)
  Screen person(@PathVariable("id") String id, SignedIn reader) {
    return account(id).map(account -> page(account, reader)).orElseGet(Absent::new);
  }

  @PostMapping("/people/{id}/invitation")
  @Needs(Duty.ADMINISTER)
  Screen inviteAgain(@PathVariable("id") String id, SignedIn reader) {
    return account(id)
        .map(account -> link(account, staff.inviteAgain(account.id(), reader)))
        .orElseGet(Absent::new);
  }

  @PostMapping("/people/{id}/active")
  @Needs(Duty.ADMINISTER)
  Screen setActive(
      @PathVariable("id") String id,
      @RequestParam(name = "active", required = false) @Nullable String active,
      SignedIn reader) {
    Optional<Account> account = account(id);
    if (account.isEmpty()) {
      return new Absent();
    }
    if ("true".equals(active)) {
      staff.reopen(account.get().id(), reader);
    } else {
      staff.close(account.get().id(), reader);
    }
    return new Go("/people/" + account.get().id().value());
  }

  private Screen page(Account account, SignedIn reader) {
    return new PersonPage(
        account,
        Optional.ofNullable(byId().get(account.office())),
        accounts.enrolled(account.id()),
        account.id().equals(reader.id()));
  }

  private Screen link(Account account, String token) {
    return new LinkPage(account, address + "/invitation?token=" + token);
  }

  private Optional<Account> account(String id) {
    return Typed.identifier(id).flatMap(known -> accounts.find(new Account.Id(known)));
  }

  private Map<Office.Id, Office> byId() {
    return offices.all().stream().collect(Collectors.toMap(Office::id, Function.identity()));
  }
}
