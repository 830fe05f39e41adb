package org.sampan.disclosure.domain;

/// One thing that can be said in a variable: its code in the file, its label for people, its kind.
public record Category(String code, String label, Kind kind) {

  /// What a category says: that something is so, that it is not so, or that nobody knows.
  public enum Kind {
    /// Something is so: a country, an age, "yes".
    ANSWER,
    /// It was asked and is not so.
    NO,
    /// It was asked and is not known.
    UNKNOWN,
    /// It was never asked, or does not apply.
    NOT_ASKED
  }

  public Category {
    if (label.isBlank()) {
      throw new IllegalArgumentException("A category needs a label");
    }
  }

  /// Whether this says something about the person that could single her out: an answer.
  public boolean tells() {
    return kind == Kind.ANSWER;
  }
}
