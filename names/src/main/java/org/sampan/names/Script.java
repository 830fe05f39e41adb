package org.sampan.names;

/// The writing systems the engine reads; a character of no script (a space, a digit, a dot) is
/// [#NONE], one of a script it does not know is [#OTHER].
public enum Script {
  THAI,
  LAO,
  KHMER,
  BURMESE,
  HAN,
  LATIN,
  OTHER,
  NONE;

  /// The script of one code point; any int is accepted.
  public static Script of(int codePoint) {
    if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT) {
      return NONE;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case THAI -> THAI;
      case LAO -> LAO;
      case KHMER -> KHMER;
      case MYANMAR -> BURMESE;
      case HAN -> HAN;
      case LATIN -> LATIN;
      case COMMON, INHERITED, UNKNOWN -> NONE;
      default -> OTHER;
    };
  }
}
