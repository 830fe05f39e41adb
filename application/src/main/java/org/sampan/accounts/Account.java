package org.sampan.accounts;

import java.util.Set;
import java.util.UUID;
import org.sampan.web.Language;

/// A person who works with Sampan.
///
/// @param signInName what she types to sign in, lower case
/// @param name how colleagues know her
public record Account(
    Id id,
    String signInName,
    String name,
    Office.Id office,
    Set<Role> roles,
    Language language,
    boolean active) {
  public record Id(UUID value) {}

  public Account {
    if (!signInName.matches("[a-z0-9][a-z0-9.-]{1,39}")) {
      throw new IllegalArgumentException("a sign-in name has 2 to 40 of a-z, 0-9, dot and hyphen");
    }
    roles = Set.copyOf(roles);
  }
}
