package org.sampan.administration;

import org.sampan.accounts.Account;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// She sets her password and second factor.
record InvitationPage(String token, Account account, SecondFactor secondFactor, Problems problems)
    implements Screen {

  /// What her authenticator must learn, in three ways.
  ///
  /// @param secret to type, base 32
  /// @param link to tap on the same phone
  /// @param picture to scan from another screen
  record SecondFactor(String secret, String link, QrDrawing.Picture picture) {

    /// In groups of four, as people type it.
    String inGroups() {
      return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
      return "SecondFactor[redacted]";
    }
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  @Override
  public String toString() {
    return "InvitationPage[" + account.id().value() + "]";
  }
}
