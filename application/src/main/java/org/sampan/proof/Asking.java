package org.sampan.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.casework.CaseFile;
import org.sampan.consents.PersonId;
import org.sampan.vault.Personal;

/// One colleague's wish to have the letters of a case as a court file, and what became of it.
///
/// @param why who gets it and by which order, as typed; empty when the person was erased
/// @param letters exactly these are asked for
@Personal
record Asking(
    Id id,
    CaseFile.Id caseFile,
    PersonId person,
    Account.Id author,
    Instant asked,
    Ground ground,
    String why,
    List<UUID> letters,
    Standing standing) {

  /// How long a colleague has to decide.
  static final Duration TO_DECIDE = Duration.ofDays(14);

  /// How long an approved file can be downloaded.
  static final Duration TO_DOWNLOAD = Duration.ofHours(24);

  record Id(UUID value) {}

  /// Why it may leave at all.
  enum Ground {
    PERSON_ASKS,
    PERSON_AGREES,
    COURT_ORDERS;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String words() {
      return "proof.ground." + code();
    }
  }

  /// What was decided.
  enum State {
    WAITING,
    APPROVED,
    REFUSED,
    WITHDRAWN
  }

  /// Where it stands.
  ///
  /// @param by who decided
  /// @param answer why not, as typed
  /// @param until when the time to decide, or to download, is over
  /// @param taken how often it was downloaded
  record Standing(
      State state,
      Account.@Nullable Id by,
      @Nullable Instant decided,
      String answer,
      Instant until,
      int taken) {}

  Asking {
    letters = List.copyOf(letters);
    if (letters.isEmpty()) {
      throw new IllegalArgumentException("a court file has a letter at least");
    }
  }

  /// Whether it waits for a decision.
  boolean waits(Instant now) {
    return standing.state() == State.WAITING && now.isBefore(standing.until());
  }

  /// Whether the file can be downloaded.
  boolean isOpen(Instant now) {
    return standing.state() == State.APPROVED && now.isBefore(standing.until());
  }

  /// The words of where it stands.
  String words(Instant now) {
    boolean over = standing.state() == State.WAITING || standing.state() == State.APPROVED;
    return over && !now.isBefore(standing.until())
        ? "proof.state.over"
        : "proof.state." + standing.state().name().toLowerCase(Locale.ROOT);
  }

  /// The class of the design system for it.
  String look(Instant now) {
    if (waits(now)) {
      return "attention";
    }
    return isOpen(now) ? "settled" : "draft";
  }

  @Override
  public String toString() {
    return "Asking[redacted]";
  }
}
