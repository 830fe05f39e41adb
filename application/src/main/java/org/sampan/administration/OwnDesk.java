package org.sampan.administration;

import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What each person may see of her own account, and of what every role may do.
@Controller
class OwnDesk {

  private final Audit audit;

  OwnDesk(Audit audit) {
    this.audit = audit;
  }

  @GetMapping("/settings")
  @Needs(Duty.BE_HERE)
  Screen settings(SignedIn reader) {
    return new SettingsPage(
        reader,
        audit.read(Audit.Query.ALL.on(reader.id().value()), 100).stream()
            .filter(entry -> entry.act().startsWith("accounts.sign-in."))
            .limit(20)
            .toList());
  }

  @GetMapping("/roles")
  @Needs(Duty.BE_HERE)
  Screen roles() {
    return new RolesPage();
  }
}
