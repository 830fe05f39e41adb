package org.sampan.transfers;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Category;
import org.sampan.consents.PersonId;
import org.sampan.exchange.MessageId;

/// That the work on a case is done, as the office that once asked is told.
///
/// @param ours whether we closed; else the other office did
/// @param outcome none when it was not told to us
/// @param told whether the outcome crossed
record Closing(
    Id id,
    boolean ours,
    CaseFile.Id caseFile,
    PersonId person,
    Transfer.Other other,
    MessageId request,
    @Nullable Outcome outcome,
    boolean told,
    Instant at,
    Transfer.@Nullable By by) {

  record Id(UUID value) {
    MessageId message() {
      return new MessageId(value);
    }
  }

  /// Why it was closed: the reasons of Primero.
  enum Outcome {
    FORMAL_CLOSING(null),
    TRANSFERRED(null),
    REPATRIATED(Category.ORIGIN_AND_FAMILY),
    NOT_SEEN(Category.CONTACT),
    DEATH(Category.IDENTITY),
    OTHER(null);

    private final @Nullable Category category;

    Outcome(@Nullable Category category) {
      this.category = category;
    }

    /// What telling it tells of her.
    Set<Category> categories() {
      return category == null ? Set.of() : Set.of(category);
    }

    /// Whether what she allowed covers it.
    boolean within(Set<String> allowed) {
      return category == null || allowed.contains(category.name());
    }

    String words() {
      return "transfers.outcome." + Transfer.code(this);
    }

    /// What the far bank did by it.
    String far() {
      return "transfers.far.closed." + Transfer.code(this);
    }
  }
}
