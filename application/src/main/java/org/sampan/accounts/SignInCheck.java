package org.sampan.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Joins [SignIns] to Spring Security.
@Component
class SignInCheck implements AuthenticationProvider {

  /// The one-time code typed beside name and password; forgotten once it was checked.
  record Code(String typed) implements Serializable {
    static Code of(HttpServletRequest request) {
      String typed = request.getParameter("code");
      return new Code(typed == null ? "" : typed);
    }

    @Override
    public String toString() {
      return "Code";
    }
  }

  private final SignIns signIns;

  SignInCheck(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String code = asked.getDetails() instanceof Code typed ? typed.typed() : "";
    return signIns
        .check(asked.getName(), String.valueOf(asked.getCredentials()), code)
        .map(SignInCheck::signedIn)
        .orElseThrow(() -> new BadCredentialsException("refused"));
  }

  private static Authentication signedIn(Account.Id account) {
    UsernamePasswordAuthenticationToken signedIn =
        UsernamePasswordAuthenticationToken.authenticated(
            account.value().toString(), null, List.of());
    // Without details of its own it would be given those of the request: the code, kept for long.
    signedIn.setDetails(new Code(""));
    return signedIn;
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
