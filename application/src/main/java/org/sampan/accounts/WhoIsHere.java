package org.sampan.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.sampan.web.Language;
import org.sampan.web.LanguageChoice;
import org.sampan.web.Typed;
import org.springframework.stereotype.Component;

/// Finds the account behind a request, read anew each time: closing an account works at once.
@Component
class WhoIsHere implements LanguageChoice.Chosen {

  /// An account with its office.
  record Present(Account account, SignedIn signedIn) {}

  private final Accounts accounts;
  private final Offices offices;

  WhoIsHere(Accounts accounts, Offices offices) {
    this.accounts = accounts;
    this.offices = offices;
  }

  Optional<Present> is(HttpServletRequest request) {
    return account(request)
        .filter(Account::active)
        .flatMap(account ->
            offices
                .find(account.office())
                .map(office ->
                    new Present(
                        account,
                        new SignedIn(account.id(), account.name(), office, account.roles()))));
  }

  @Override
  public void chosen(HttpServletRequest request, Language language) {
    account(request).ifPresent(account -> accounts.speak(account.id(), language));
  }

  private Optional<Account> account(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    return Optional.ofNullable(principal)
        .flatMap(signedIn -> Typed.identifier(signedIn.getName()))
        .flatMap(id -> accounts.find(new Account.Id(id)));
  }
}
