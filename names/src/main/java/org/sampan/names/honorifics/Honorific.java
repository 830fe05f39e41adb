package org.sampan.names.honorifics;

/// A word that stands beside names.
///
/// @param form as it is written, without a last dot
/// @param script thai, lao, khmer, burmese, han or latin
/// @param language its ISO 639 code
/// @param place where it stands
/// @param kind honorific, title, rank, profession, kinship, monastic, royal, ethnic or relation
/// @param sex what it says of the bearer's sex
/// @param perhapsPart whether it may be part of the name itself
/// @param child whether it says that the bearer is under age
public record Honorific(
    String form,
    String script,
    String language,
    Place place,
    String kind,
    Sex sex,
    boolean perhapsPart,
    boolean child) {

  public Honorific {
    if (form.isBlank()) {
      throw new IllegalArgumentException("An honorific has a form.");
    }
  }

  /// Where an honorific stands.
  public enum Place {
    BEFORE,
    AFTER,
    /// Between other words, as Vietnamese Thị and Malay binti.
    INSIDE
  }

  /// What an honorific says of the bearer's sex.
  public enum Sex {
    FEMALE,
    MALE,
    UNSAID
  }
}
