package org.sampan.linkage.value;

/// Tells texts that folding would not change, so that they need not be folded.
final class PlainText {

  private PlainText() {}

  /// Whether a text has but lower-case Latin letters, digits and single spaces between.
  static boolean folded(String text) {
    boolean space = true;
    for (int k = 0; k < text.length(); k++) {
      char letter = text.charAt(k);
      if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
        space = false;
      } else if (letter == ' ' && !space) {
        space = true;
      } else {
        return false;
      }
    }
    return !space;
  }
}
