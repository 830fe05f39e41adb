package org.sampan.consents;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;

/// Going past her answer, in somebody's name, for a reason that is reviewed.
///
/// @param caseFile the case it was made in
/// @param hash SHA-256 over the record as it is stored
public record Overruling(
    Id id,
    PersonId person,
    UUID caseFile,
    Scope scope,
    Reason reason,
    Made made,
    String hash,
    @Nullable Verdict verdict) {

  public record Id(UUID value) {}

  /// Why her answer was not waited for.
  public enum Reason {
    /// A life is in danger now.
    LIFE_IN_DANGER,
    /// She cannot be asked: unconscious, or not to be found.
    CANNOT_BE_ASKED,
    /// A child must be protected from whoever would answer for her.
    CHILD_PROTECTION,
    COURT_ORDER;

    public String words() {
      return "consents.override." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Who made it, when, for which office.
  public record Made(Instant at, Account.Id by, Office.Id office, Agency.Id agency) {}

  /// What the reviewer found.
  public record Verdict(Instant at, Account.Id by, Finding finding) {}

  public enum Finding {
    UPHELD,
    SET_ASIDE;

    public String words() {
      return "consents.finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Whether it was found wrong: nothing more leaves under it.
  public boolean isSetAside() {
    return verdict != null && verdict.finding() == Finding.SET_ASIDE;
  }
}
