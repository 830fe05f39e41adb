package org.sampan.accounts;

import java.util.Set;
import org.sampan.audit.Act;

/// Who is signed in, and how far she reaches: a parameter of every route that is not open.
///
/// @param id her account
/// @param name how colleagues know her
/// @param office her office
/// @param roles her roles now, read anew at each request
public record SignedIn(Account.Id id, String name, Office office, Set<Role> roles) {
  public SignedIn {
    roles = Set.copyOf(roles);
  }

  /// Whether any of her roles has this duty at all.
  public boolean has(Duty duty) {
    return roles.stream()
        .anyMatch(role -> Grid.current().cell(duty, role).withPurpose() != Reach.NONE);
  }

  /// How far this duty reaches by duty alone, over all her roles.
  public Reach reach(Duty duty) {
    return roles.stream()
        .map(role -> Grid.current().cell(duty, role).byDuty())
        .max(Enum::compareTo)
        .orElse(Reach.NONE);
  }

  /// Whether she may do this to a record held so.
  public Access access(Duty duty, Holding holding) {
    Access best = Access.NONE;
    Reach needed = needed(holding);
    for (Role role : roles) {
      Grid.Cell cell = Grid.current().cell(duty, role);
      if (role.compartment() != holding.compartment()) {
        continue;
      }
      if (cell.byDuty().compareTo(needed) >= 0) {
        return Access.BY_DUTY;
      }
      if (cell.withPurpose().compareTo(needed) >= 0) {
        best = Access.WITH_PURPOSE;
      }
    }
    return best;
  }

  /// Begins an audit entry in her name.
  public Act act(String name) {
    return Act.of(name).by(id.value(), office.id().value());
  }

  private Reach needed(Holding holding) {
    if (holding.owner().equals(id)) {
      return Reach.OWN;
    }
    if (holding.assigned().contains(id)) {
      return Reach.ASSIGNED;
    }
    if (holding.office().equals(office.id())) {
      return Reach.OFFICE;
    }
    return holding.agency().equals(office.agency()) ? Reach.AGENCY : Reach.NODE;
  }

  @Override
  public String toString() {
    return "SignedIn[" + id.value() + "]";
  }
}
