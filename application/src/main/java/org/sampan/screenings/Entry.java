package org.sampan.screenings;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.screening.Answer;
import org.sampan.vault.Personal;

/// An answer or a note as somebody gave it; never changed.
///
/// @param question the code of a question, or of a note
/// @param answer none when it was not asked, was taken back, or is a note
/// @param words who said it, or the note; empty when there are none or her key is gone
/// @param insteadOf the entries its writer saw and put this one in place of
@Personal
record Entry(
    Id id,
    String question,
    @Nullable Answer answer,
    String words,
    List<Id> insteadOf,
    Account.Id by,
    Instant at) {

  /// Names one entry.
  record Id(UUID value) {}

  Entry {
    insteadOf = List.copyOf(insteadOf);
  }

  boolean saysTheSameAs(Entry other) {
    return Objects.equals(answer, other.answer) && words.equals(other.words);
  }

  @Override
  public String toString() {
    return "Entry[redacted]";
  }
}
