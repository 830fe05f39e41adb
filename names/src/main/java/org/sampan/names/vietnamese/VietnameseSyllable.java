package org.sampan.names.vietnamese;

import java.text.Normalizer;
import java.util.Locale;

/// One syllable, apart from where its tone mark stands: hòa and hoà are the same.
///
/// @param letters lower case with đ ă â ê ô ơ ư, composed, without tone
/// @param tone its tone
/// @param bare the letters without any mark
public record VietnameseSyllable(String letters, Tone tone, String bare) {

  /// Reads one word; composed or decomposed.
  static VietnameseSyllable of(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var letters = new StringBuilder();
    Tone tone = Tone.NGANG;
    for (int point : apart.codePoints().toArray()) {
      Tone marked = Tone.of(point);
      if (marked != Tone.NGANG) {
        tone = marked;
      } else {
        letters.appendCodePoint(point == 'ð' ? 'đ' : point);
      }
    }
    String together = Normalizer.normalize(letters, Normalizer.Form.NFC);
    return new VietnameseSyllable(together, tone, VietnameseLetters.ascii(together));
  }

  /// The syllable with its marks, for explanations.
  String written() {
    return Normalizer.normalize(tone.on(letters), Normalizer.Form.NFC);
  }

  /// Whether any mark was written.
  boolean marked() {
    return tone != Tone.NGANG || !letters.equals(bare);
  }

  /// Whether the other's letters carry no mark that differs from these: a mark that is absent on
  /// either side contradicts nothing.
  boolean compatible(VietnameseSyllable other) {
    if (letters.length() != other.letters.length()) {
      return false;
    }
    for (int i = 0; i < letters.length(); i++) {
      char a = letters.charAt(i);
      char b = other.letters.charAt(i);
      if (a != b && a != bare.charAt(i) && b != other.bare.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
