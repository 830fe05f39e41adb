package org.sampan.screening;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One sign to ask about or look for.
///
/// @param id unique within its set, for example `AL-D1-01`
/// @param dimension the dimension it counts in
/// @param code what the sign is, the same in every set that has it, for example `DEC_JOB`; at most
///   40 capitals, digits and underscores
/// @param strength what a yes counts as; provisional when `standing` says so
/// @param standing how far `strength` is checked
/// @param otherStrength the other value when the strength is disputed, otherwise null
/// @param note for reviewers, in English; may be empty
/// @param wordings label and question by language tag, for signs whose code the library has no
///   texts for; empty otherwise
public record Indicator(
    Id id,
    Dimension dimension,
    String code,
    Strength strength,
    Standing standing,
    @Nullable Strength otherStrength,
    String note,
    Map<String, Wording> wordings) {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  /// @throws IllegalArgumentException when the code has another form, or when another strength is
  ///   given without a dispute or the same as the strength, or is missing from a dispute
  public Indicator {
    if (!isCode(code)) {
      throw new IllegalArgumentException("not an indicator code: " + code);
    }
    if ((standing == Standing.DISPUTED) != (otherStrength != null) || strength == otherStrength) {
      throw new IllegalArgumentException(id + ": a dispute, and only a dispute, has two strengths");
    }
    wordings = Map.copyOf(wordings);
  }

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /// The other strength when the strength is disputed.
  public Optional<Strength> disputedStrength() {
    return Optional.ofNullable(otherStrength);
  }

  /// Names an indicator within a set: capitals and digits in groups joined by hyphens, at most 40.
  public record Id(String value) implements Comparable<Id> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");
    private static final int LONGEST = 40;

    /// @throws IllegalArgumentException when the value has another form
    public Id {
      if (!isWellFormed(value)) {
        throw new IllegalArgumentException("not an indicator id of capitals, digits and hyphens");
      }
    }

    /// Whether the text has the form of an indicator id.
    public static boolean isWellFormed(String value) {
      return value.length() <= LONGEST && FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(Id other) {
      return value.compareTo(other.value);
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /// What an officer reads: a label for the page and a question to read aloud.
  public record Wording(String label, String question) {}
}
