package org.sampan.names;

/// A title found beside a name and set apart; it is evidence, not a part.
///
/// @param written the title as it was written
/// @param sex what it says of the bearer's sex
public record Honorific(String written, Sex sex) {

  /// The sex a title is used for.
  public enum Sex {
    FEMALE,
    MALE,
    /// The title is used for anyone.
    ANY
  }
}
