package org.sampan.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Holding;
import org.sampan.consents.PersonId;
import org.sampan.vault.Personal;

/// What is known of one person, and who holds it: what a referral may draw its extract from.
///
/// @param screening the interview it was opened from, if any
/// @param facts the newest version of each section; none of them when the file is locked or erased
@Personal
public record CaseFile(
    Id id,
    PersonId person,
    @Nullable UUID screening,
    Holding holding,
    State state,
    Map<Question.Section, Fact> facts) {

  public record Id(UUID value) {}

  /// Where the case stands.
  ///
  /// @param version counts its changes, so that two people do not close it differently at once
  /// @param source where it came from, when it was opened by another node
  public record State(
      Status status,
      int version,
      Instant opened,
      Instant touched,
      @Nullable Source source,
      @Nullable Lock lock,
      @Nullable Instant erased) {}

  /// cas_Status of HTCDS 2.0.
  public enum Status {
    ACTIVE("Active"),
    FOLLOW_UP("FollowUp"),
    CLOSED("Closed"),
    CLOSED_REFERRED("ClosedReferred");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    /// The code of the standard.
    public String code() {
      return code;
    }

    public boolean isOpen() {
      return this == ACTIVE || this == FOLLOW_UP;
    }

    public String words() {
      return "casework.status-of-case." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The node and office a case came from.
  public record Source(String node, String office) {}

  /// Why a copy may no longer be read.
  ///
  /// @param reason a code, as `consent-withdrawn`
  public record Lock(String reason, Instant at) {
    public String words() {
      return "casework.lock." + reason;
    }
  }

  public CaseFile {
    facts = facts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(facts));
  }

  /// The facts of a section; empty ones when nothing was answered.
  public Fact fact(Question.Section section) {
    Fact fact = facts.get(section);
    return fact == null ? Fact.none(section) : fact;
  }

  /// The codes or lines answered to this question.
  public List<String> answers(Question question) {
    return fact(question.section()).answers(question);
  }

  /// The one answer to this question, or an empty text.
  public String answer(Question question) {
    return fact(question.section()).answer(question);
  }

  public List<PersonName> names() {
    return fact(Question.Section.NAMES).names();
  }

  /// The name to call her by: the official one in its own script, else the first.
  public Optional<PersonName> calledBy() {
    return names().stream()
        .filter(name -> name.kind() == PersonName.Kind.OFFICIAL)
        .findFirst()
        .or(() -> names().stream().findFirst());
  }

  /// A form of her name in Latin letters, when the one she is called by is not.
  public Optional<PersonName> inLatin() {
    boolean already = calledBy().filter(CaseFile::isLatin).isPresent();
    return already ? Optional.empty() : names().stream().filter(CaseFile::isLatin).findFirst();
  }

  private static boolean isLatin(PersonName name) {
    return name.script() == Character.UnicodeScript.LATIN;
  }

  public Optional<Birth> birth() {
    return fact(Question.Section.PERSON).birth();
  }

  /// Whether she is, or may be, under 18: then a guardian is asked too, and her own view.
  public boolean mayBeChild(LocalDate today) {
    return birth().map(birth -> birth.group(today) != Birth.AgeGroup.ADULT).orElse(false);
  }

  /// Whether anything personal can still be read.
  public boolean isReadable() {
    return state.lock() == null && state.erased() == null;
  }

  @Override
  public String toString() {
    return "CaseFile[redacted]";
  }
}
