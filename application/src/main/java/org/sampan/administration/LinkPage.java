package org.sampan.administration;

import org.sampan.accounts.Account;
import org.sampan.web.Screen;

/// A one-time link, shown once to be handed over.
record LinkPage(Account account, String link) implements Screen {
  @Override
  public String toString() {
    return "LinkPage[" + account.id().value() + "]";
  }
}
