package org.sampan.names.script;

import com.ibm.icu.text.Transliterator;

/// Burmese text of the Zawgyi font, changed to Unicode by ICU's rules (CLDR Zawgyi-my).
public final class Zawgyi {

  private Zawgyi() {}

  /// The text in Unicode; what is not Burmese stays.
  public static String toUnicode(String zawgyi) {
    return Rules.TO_UNICODE.transliterate(zawgyi);
  }

  /// Whether a whole source is more likely Zawgyi than Unicode: it counts, over all its text, signs
  /// that only one of the two encodings can have there.
  ///
  /// @param texts the cells of one source
  public static boolean likely(Iterable<String> texts) {
    long zawgyi = 0;
    long unicode = 0;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        char before = i == 0 ? ' ' : text.charAt(i - 1);
        char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
        boolean starts = before < '\u1000' || before > '\u109F';
        if (c >= '\u1060' && c <= '\u1097' || starts && (c == '\u1031' || c == '\u103B')) {
          zawgyi++;
        } else if (c == '\u1039') {
          zawgyi += after < '\u1000' || after > '\u1021' ? 1 : 0;
          unicode += after < '\u1000' || after > '\u1021' ? 0 : 1;
        } else if (c == '\u103E' || c == '\u1031' && before >= '\u103B' && before <= '\u103E') {
          unicode++;
        }
      }
    }
    return zawgyi > unicode;
  }

  /// Loaded when first needed: the rules take a while.
  private static final class Rules {
    static final Transliterator TO_UNICODE = Transliterator.getInstance("Zawgyi-my");
  }
}
