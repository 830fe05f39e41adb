package org.sampan.accounts;

import java.util.List;
import org.sampan.web.Open;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The sign-in page and the start page.
@Controller
class Front {

  private final List<Waiting> waiting;

  Front(List<Waiting> waiting) {
    this.waiting = waiting;
  }

  @GetMapping("/sign-in")
  @Open
  Screen signIn(
      @RequestParam(name = "refused", required = false) @org.jspecify.annotations.Nullable
          String refused,
      @RequestParam(name = "left", required = false) @org.jspecify.annotations.Nullable
          String left) {
    return new SignInPage(refused != null, left != null);
  }

  @GetMapping("/")
  @Needs(Duty.BE_HERE)
  Screen start(SignedIn reader) {
    return new StartPage(
        reader.name(),
        waiting.stream()
            .flatMap(source -> source.noticesFor(reader).stream())
            .filter(notice -> notice.count() > 0)
            .toList());
  }
}
