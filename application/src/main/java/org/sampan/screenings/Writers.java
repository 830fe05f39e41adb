package org.sampan.screenings;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.springframework.stereotype.Component;

/// How colleagues know those who gave answers or kept results.
@Component
class Writers {

  private final Accounts accounts;

  Writers(Accounts accounts) {
    this.accounts = accounts;
  }

  Map<Account.Id, String> named(Collection<Account.Id> writers) {
    Map<Account.Id, String> names = new HashMap<>();
    for (Account.Id writer : writers) {
      accounts.find(writer).ifPresent(account -> names.put(writer, account.name()));
    }
    return names;
  }
}
