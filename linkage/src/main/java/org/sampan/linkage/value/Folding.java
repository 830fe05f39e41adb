package org.sampan.linkage.value;

import java.text.Normalizer;
import java.util.Locale;

/// Folds what is written to what is compared: lower case, no marks on Latin letters, single spaces.
public final class Folding {

  private Folding() {}

  /// The folded text; Latin letters lose their marks, other scripts only their case and width.
  public static String fold(String text) {
    if (PlainText.folded(text)) {
      return text;
    }
    String wide = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(wide.length());
    boolean latin = false;
    for (int k = 0; k < wide.length(); k++) {
      char letter = wide.charAt(k);
      int type = Character.getType(letter);
      if (type == Character.NON_SPACING_MARK && latin) {
        continue;
      }
      latin = letter < 0x250;
      append(folded, letter, type);
    }
    int end = folded.length();
    return folded.substring(0, end > 0 && folded.charAt(end - 1) == ' ' ? end - 1 : end);
  }

  private static void append(StringBuilder folded, char letter, int type) {
    boolean space = folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ';
    switch (letter) {
      case 'đ', 'ð' -> folded.append('d');
      case 'ø' -> folded.append('o');
      case 'ł' -> folded.append('l');
      case 'ı' -> folded.append('i');
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case '\'', '’', '‘', '`', '´', '.', '\u200b', '\u200c', '\u200d', '\ufeff' -> {}
      default -> {
        if (Character.isLetterOrDigit(letter)
            || type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK
            || Character.isSurrogate(letter)) {
          folded.append(letter);
        } else if (!space) {
          folded.append(' ');
        }
      }
    }
  }
}
