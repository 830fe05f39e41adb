package org.sampan.names.script;

import java.text.Normalizer;
import java.util.Locale;

/// The text of a script as the spelling tables expect it.
public enum NormalForm {
  THAI,
  LAO,
  KHMER,
  BURMESE,
  /// Letters a to z and digits only.
  LATIN,
  /// Any other script: composed, digits as 0 to 9.
  PLAIN;

  /// The normal form of a text; the result has no spaces and may be empty.
  public String of(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFC);
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        kept.append((char) ('0' + Character.digit(c, 10)));
      } else if (!ignored(c)) {
        kept.append(c);
      }
    }
    return switch (this) {
      case THAI -> Repetition.writtenOut(thai(kept.toString()));
      case LAO -> Repetition.writtenOut(lao(kept.toString()));
      case KHMER -> Repetition.writtenOut(khmer(kept.toString()));
      case BURMESE -> BurmeseMarks.inReadingOrder(kept.toString());
      case LATIN -> latin(kept.toString());
      case PLAIN -> kept.toString();
    };
  }

  private static String latin(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replaceAll("[^a-z0-9]", "");
  }

  private static boolean ignored(char c) {
    return Character.isWhitespace(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL
        || c >= '\u0E48' && c <= '\u0E4B'
        || c >= '\u0EC8' && c <= '\u0ECB'
        || "-–—.,;:/()[]'\"“”‘’·•+*_\u00A0\u0E2F\u0E4E\u104A\u104B\u17D4\u17D5".indexOf(c) >= 0;
  }

  /// Two e signs are one ae sign; a separated am sign is one.
  private static String thai(String text) {
    return text.replace("เเ", "แ").replace("ํา", "ำ").replace("ๅ", "า");
  }

  private static String lao(String text) {
    return text.replace("ເເ", "ແ")
        .replace("ໍາ", "ຳ")
        .replace("ຫນ", "ໜ")
        .replace("ຫມ", "ໝ")
        .replace("ຫຼ", "ຫລ")
        .replace("ຫຣ", "ຫລ");
  }

  /// Two e signs, and vowels typed in two pieces, become one; marks without a sound go; a consonant
  /// typed below after the vowel goes before it; the letters that look alike below another (da and
  /// ta) become the one that is read there, and la is la however it was put together.
  private static String khmer(String text) {
    return text.replace("េី", "ើ")
        .replace("េា", "ោ")
        .replace("ាំ", "\u17B6\u17C6")
        .replaceAll("[\u17CE\u17CF\u17D1\u17D3\u17DD\u17B4\u17B5]", "")
        .replaceAll("([\u17B6-\u17C8\u17CB-\u17D0]+)((?:\u17D2.)+)", "$2$1")
        .replaceAll("([\u17C9\u17CA])((?:\u17D2.)+)", "$2$1")
        .replace("ទ្ប", "ឡ")
        .replaceAll("(?<=[ណសកប])្ត", "្ដ")
        .replaceAll("(?<=[នត])្ដ", "្ត");
  }
}
