package org.sampan.administration;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.SignIns;
import org.sampan.accounts.TimeCode;
import org.sampan.web.Frame;
import org.sampan.web.Go;
import org.sampan.web.Open;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/// The page behind a one-time link: she sets her password and second factor herself.
@Controller
class InvitationDesk {

  private final SignIns signIns;
  private final Accounts accounts;
  private final QrDrawing drawing;
  private final Frame.NodeName node;

  InvitationDesk(SignIns signIns, Accounts accounts, QrDrawing drawing, Frame.NodeName node) {
    this.signIns = signIns;
    this.accounts = accounts;
    this.drawing = drawing;
    this.node = node;
  }

  @GetMapping("/invitation")
  @Open
  Screen invitation(@RequestParam(name = "token", defaultValue = "") String token) {
    return invited(token)
        .<Screen>map(account -> page(token, account, new Problems()))
        .orElseGet(ExpiredPage::new);
  }

  @PostMapping("/invitation")
  @Open
  Screen accept(
      @RequestParam(name = "token", defaultValue = "") String token,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "again", defaultValue = "") String again,
      @RequestParam(name = "code", defaultValue = "") String code) {
    Optional<Account> invited = invited(token);
    if (invited.isEmpty()) {
      return new ExpiredPage();
    }
    Problems problems = problems(invited.get(), password, again);
    if (problems.none() && signIns.accept(token, password, code)) {
      return new Go("/sign-in");
    }
    if (problems.none()) {
      problems.add("code", "administration.problem.code-wrong");
    }
    return page(token, invited.get(), problems);
  }

  private static Problems problems(Account account, String password, String again) {
    Problems problems = new Problems();
    int length = password.codePointCount(0, password.length());
    if (length < SignIns.PASSWORD_LEAST || length > SignIns.PASSWORD_MOST) {
      problems.add("password", "administration.problem.password-length", 12, 64);
    } else if (password.toLowerCase(Locale.ROOT).contains(account.signInName())) {
      problems.add("password", "administration.problem.password-name");
    } else if (password.codePoints().distinct().count() < 5) {
      problems.add("password", "administration.problem.password-plain");
    } else if (!password.equals(again)) {
      problems.add("again", "administration.problem.password-again");
    }
    return problems;
  }

  private Screen page(String token, Account account, Problems problems) {
    String secret = TimeCode.base32(signIns.offered(token));
    String issuer = encoded("Sampan " + node.name());
    String link =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(issuer, account.signInName(), secret, issuer);
    return new InvitationPage(
        token, account, new InvitationPage.SecondFactor(secret, link, drawing.of(link)), problems);
  }

  private Optional<Account> invited(String token) {
    return signIns.invited(token).flatMap(accounts::find).filter(Account::active);
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
