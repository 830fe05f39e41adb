package org.sampan.disclosure.domain;

import java.util.Map;

/// What a variable or a category is called: in the language of its list, and in whichever others
/// the list gives.
///
/// @param text in the list's own language
/// @param translations by language tag, such as `km`
public record Label(String text, Map<String, String> translations) {

  public Label {
    translations = Map.copyOf(translations);
    if (text.isBlank()) {
      throw new IllegalArgumentException("A label is not blank");
    }
  }

  /// A label in one language only.
  public static Label of(String text) {
    return new Label(text, Map.of());
  }

  /// In the reader's language where the list has it, else in its own.
  public String in(String language) {
    return translations.getOrDefault(language, text);
  }
}
