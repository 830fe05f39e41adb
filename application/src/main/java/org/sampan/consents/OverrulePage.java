package org.sampan.consents;

import java.util.UUID;
import org.sampan.accounts.SignedIn;
import org.sampan.vault.Personal;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// Going past her answer: the reason, in a code and in words, and what leaves.
@Personal
record OverrulePage(
    PersonId person,
    Care.InCare care,
    Recipients recipients,
    SignedIn reader,
    UUID id,
    ScopePage.Form scope,
    String reason,
    String explained,
    Problems problems)
    implements Screen {
  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  @Override
  public String toString() {
    return "OverrulePage[redacted]";
  }
}
