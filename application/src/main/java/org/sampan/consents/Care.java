package org.sampan.consents;

import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Holding;
import org.sampan.accounts.SignedIn;
import org.sampan.vault.Personal;

/// Whose case a person is: told by the capability that keeps her case.
public interface Care {

  /// Her case as this reader may see it; none when it is absent, not hers to see, locked or erased.
  Optional<InCare> of(PersonId person, SignedIn reader);

  /// A person in somebody's care.
  ///
  /// @param calledBy the name to call her by, as stored
  /// @param language the tag of the language she speaks best, or an empty text
  /// @param child whether she is or may be under 18
  @Personal
  record InCare(UUID caseFile, Holding holding, String calledBy, String language, boolean child) {
    @Override
    public String toString() {
      return "InCare[redacted]";
    }
  }
}
