package org.sampan.names.vietnamese;

import java.text.Normalizer;
import java.util.Locale;

/// Marks of Vietnamese letters, set on and taken off.
public final class VietnameseLetters {
  private VietnameseLetters() {}

  /// The text in lower case without any mark, đ as d; other letters stay as they are.
  public static String ascii(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var bare = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> bare.appendCodePoint(c == 'đ' || c == 'ð' ? 'd' : c));
    return bare.toString();
  }

  /// A syllable in lower case with its tone mark behind it, wherever that was written: one form for
  /// hòa and hoà.
  public static String toneApart(String syllable) {
    VietnameseSyllable read = VietnameseSyllable.of(syllable);
    return read.letters() + " " + read.tone();
  }
}
