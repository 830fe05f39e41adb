package org.sampan.administration;

import java.util.Optional;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.web.Screen;

/// One colleague's account.
///
/// @param enrolled whether she has set her password and second factor
/// @param herself whether it is the reader's own, which she cannot close
record PersonPage(Account account, Optional<Office> office, boolean enrolled, boolean herself)
    implements Screen {}
