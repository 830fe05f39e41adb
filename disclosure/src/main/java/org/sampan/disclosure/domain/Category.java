package org.sampan.disclosure.domain;

/// One thing that can be said in a variable: its code in the file, what people call it, its kind.
public record Category(String code, Label named, Kind kind) {

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

  /// With a label in one language only.
  public Category(String code, String label, Kind kind) {
    this(code, Label.of(label), kind);
  }

  /// The label in the language of the list.
  public String label() {
    return named.text();
  }

  /// Whether this says something about the person that could single her out: an answer.
  public boolean tells() {
    return kind == Kind.ANSWER;
  }
}
