package org.sampan.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.vault.Personal;

/// Her answer to one scope, as it was heard. What identifies people in it is read apart, as
/// [Spoken].
///
/// @param language the tag of the language it was read aloud in, or `other` through an interpreter
/// @param day the day she spoke
/// @param validUntil its last day; none means until she takes it back
public record Consent(
    Id id,
    PersonId person,
    Scope scope,
    Answer answer,
    Giver giver,
    String language,
    LocalDate day,
    @Nullable LocalDate validUntil,
    Recorded recorded,
    @Nullable Withdrawal withdrawal) {

  public record Id(UUID value) {}

  public enum Answer {
    GIVEN,
    REFUSED;

    public String words() {
      return "consents.answer." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// Who answers for her.
  public enum Giver {
    PERSON,
    GUARDIAN,
    /// A panel's decision in a child's best interest, with the child's own view.
    BEST_INTEREST;

    public String words() {
      return "consents.giver." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Who wrote it down, and the digest by which the other side can hold us to it.
  ///
  /// @param hash SHA-256 over the record as it is stored, in 64 hexadecimal digits
  public record Recorded(Instant at, Account.Id by, Office.Id office, String hash) {}

  /// That it was taken back.
  public record Withdrawal(Instant at, Account.Id by, Giver giver, Reason reason) {}

  /// Why it was taken back; she owes nobody a reason.
  public enum Reason {
    NO_REASON,
    CHANGED_HER_MIND,
    FEARS_HARM,
    NO_LONGER_NEEDED,
    HAD_NOT_UNDERSTOOD,
    /// A refusal of the same thing was recorded later.
    REFUSED_LATER;

    public String words() {
      return "consents.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Whether it still allows something on this day: given, not taken back, not run out.
  public boolean allowsOn(LocalDate today) {
    return answer == Answer.GIVEN
        && withdrawal == null
        && (validUntil == null || !today.isAfter(validUntil));
  }

  /// What was said around it and identifies people: sealed under her key.
  ///
  /// @param withheld what must not be told, and why, in words
  /// @param witness who heard it
  /// @param giver the guardian or the panel, when she did not answer for herself
  /// @param ownView the child's own view
  @Personal
  public record Spoken(String withheld, String witness, String giver, String ownView) {

    /// Nothing was said, or her key is gone.
    public static final Spoken NOTHING = new Spoken("", "", "", "");

    @Override
    public String toString() {
      return "Spoken[redacted]";
    }
  }
}
