package org.sampan.accounts;

import java.util.Set;

/// Whose a record is: what need-to-know is decided by.
///
/// @param compartment the wall it stands behind
/// @param owner who made it
/// @param assigned who was given it to work on
/// @param office the office that answers for it
/// @param agency that office's agency
public record Holding(
    Compartment compartment,
    Account.Id owner,
    Set<Account.Id> assigned,
    Office.Id office,
    Agency.Id agency) {
  public Holding {
    assigned = Set.copyOf(assigned);
  }
}
