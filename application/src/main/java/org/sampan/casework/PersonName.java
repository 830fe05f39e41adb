package org.sampan.casework;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import org.sampan.vault.Personal;

/// One of a person's names, as she or a paper writes it.
///
/// @param text the whole name, never blank
/// @param scheme how it was romanised, as typed; only for [Kind#ROMANISED]
@Personal
public record PersonName(String text, Kind kind, String scheme) {

  public static final int MOST_CHARACTERS = 200;

  /// What a name is to her.
  public enum Kind {
    OFFICIAL,
    ALIAS,
    NICKNAME,
    ROMANISED,
    /// A name she had before.
    BEFORE;

    public String words() {
      return "casework.name." + name().toLowerCase(Locale.ROOT);
    }
  }

  public PersonName {
    if (text.isBlank() || text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("a name is not blank and has at most 200 characters");
    }
  }

  /// The script it is written in: that of its first letter.
  public UnicodeScript script() {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
        .findFirst()
        .orElse(UnicodeScript.UNKNOWN);
  }

  /// The tag for a `lang` attribute; empty for Latin letters, where the script tells no language.
  public String languageTag() {
    return switch (script()) {
      case THAI -> "th";
      case LAO -> "lo";
      case KHMER -> "km";
      case MYANMAR -> "my";
      case HAN -> "zh";
      default -> "";
    };
  }

  @Override
  public String toString() {
    return "PersonName[redacted]";
  }
}
