package org.sampan.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.sampan.web.Frame;
import org.sampan.web.LanguageChoice;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// What happens once somebody is signed in: the language she chose on the sign-in page is kept with
/// her account, and she comes to her start page.
@Component
class SignedInHere implements AuthenticationSuccessHandler {

  private final Accounts accounts;
  private final Frame.NodeName node;

  SignedInHere(Accounts accounts, Frame.NodeName node) {
    this.accounts = accounts;
    this.node = node;
  }

  String languageCookie() {
    return LanguageChoice.cookie(node);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
      throws IOException {
    Account.Id account = new Account.Id(UUID.fromString(signedIn.getName()));
    LanguageChoice.before(request, node).ifPresent(language -> accounts.speak(account, language));
    response.sendRedirect("/");
  }
}
