package org.sampan.administration;

import java.util.List;
import java.util.Locale;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Entry;
import org.sampan.web.Screen;

/// Her own account: language, roles, and every sign-in with her name, so that she notices one that
/// was not hers.
record SettingsPage(SignedIn reader, List<Entry> signIns) implements Screen {

  /// The key of the words for a sign-in that was done, refused, or made the account rest.
  static String words(Entry signIn) {
    return "administration." + signIn.act().substring("accounts.".length());
  }

  /// The part of a key that stands for a code: `first-responder`.
  static String key(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
