package org.sampan.administration;

import java.util.List;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Grid;
import org.sampan.accounts.Role;
import org.sampan.web.Screen;

/// The grid: what each role may do, and how far.
record RolesPage() implements Screen {

  List<Role> roles() {
    return List.of(Role.values());
  }

  List<Duty> duties() {
    return List.of(Duty.values());
  }

  Grid.Cell cell(Duty duty, Role role) {
    return Grid.current().cell(duty, role);
  }
}
