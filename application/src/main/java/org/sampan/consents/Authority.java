package org.sampan.consents;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a message may leave under.
public sealed interface Authority {

  /// She said yes.
  ///
  /// @param recordHash the digest of her consent as it is stored
  /// @param validUntil its last day; none means until she takes it back
  record Given(
      Consent.Id consent,
      String recordHash,
      @Nullable LocalDate validUntil,
      Purpose purpose,
      Set<Category> categories)
      implements Authority {}

  /// A named person went past her answer; it is reviewed.
  record Overridden(
      Overruling.Id overruling,
      String recordHash,
      Overruling.Reason reason,
      Purpose purpose,
      Set<Category> categories)
      implements Authority {}

  /// Nothing may leave.
  record None(Why why) implements Authority {}

  /// Why nothing may leave.
  enum Why {
    NEVER_ASKED,
    REFUSED,
    WITHDRAWN,
    RUN_OUT,
    /// She allowed less than what is to be sent, or it to somebody else.
    ALLOWED_LESS;

    public String words() {
      return "consents.why." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
