package org.sampan.casework;

import java.util.List;
import org.sampan.accounts.Account;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// Who works on the case, where it stands, and, apart, its erasure.
///
/// @param colleagues those of the office it can be given to
record HandlingPage(
    CaseFile file, List<Account> colleagues, boolean mayWork, boolean mayErase, Problems problems)
    implements Screen {

  boolean isAssigned(Account colleague) {
    return file.holding().assigned().contains(colleague.id());
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}
