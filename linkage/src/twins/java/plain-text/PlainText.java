package org.sampan.linkage.value;

/// Knows nothing, so every text is folded.
final class PlainText {

  private PlainText() {}

  static boolean folded(String text) {
    return false;
  }
}
