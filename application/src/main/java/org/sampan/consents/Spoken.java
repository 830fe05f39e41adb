package org.sampan.consents;

/// What was said around a consent and identifies people: sealed under her key.
///
/// @param withheld what must not be told, and why, in words
/// @param witness who heard it
/// @param giver the guardian or the panel, when she did not answer for herself
/// @param ownView the child's own view
public record Spoken(String withheld, String witness, String giver, String ownView) {

  /// Nothing was said, or her key is gone.
  public static final Spoken NOTHING = new Spoken("", "", "", "");

  @Override
  public String toString() {
    return "Spoken[sealed]";
  }
}
