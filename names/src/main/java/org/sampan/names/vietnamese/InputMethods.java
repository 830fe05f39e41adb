package org.sampan.names.vietnamese;

import java.util.Locale;
import java.util.Map;

/// Reads what an input method left behind when it was switched off: Telex (`Nguyeenx`), VNI
/// (`Nguye64n`) and VIQR (`Nguye^~n`). A word is read so only if it is no Vietnamese syllable as it
/// stands and one afterwards.
final class InputMethods {
  private static final Map<Character, String> TONES =
      Map.of(
          's', "\u0301", 'f', "\u0300", 'r', "\u0309", 'x', "\u0303", 'j', "\u0323", '1', "\u0301",
          '2', "\u0300", '3', "\u0309", '4', "\u0303", '5', "\u0323");
  private static final Map<Character, String> SIGNS =
      Map.of(
          '\'', "\u0301", '`', "\u0300", '?', "\u0309", '~', "\u0303", '.', "\u0323", '^', "\u0302",
          '(', "\u0306", '+', "\u031B");

  private final SyllableInventory inventory;

  InputMethods(SyllableInventory inventory) {
    this.inventory = inventory;
  }

  /// The syllable that a word stands for; the word itself, read as it is, when no method explains
  /// it.
  VietnameseSyllable read(String word) {
    VietnameseSyllable plain = VietnameseSyllable.of(word);
    if (plain.marked() && inventory.whole(plain.letters()) || inventory.bare(word(word))) {
      return plain;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    for (String decoded : new String[] {signs(lower), digits(lower), telex(lower)}) {
      VietnameseSyllable syllable = VietnameseSyllable.of(decoded);
      if (!decoded.equals(lower) && inventory.whole(syllable.letters())) {
        return syllable;
      }
    }
    return plain;
  }

  private static String word(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String signs(String word) {
    var text = new StringBuilder();
    for (char letter : word.replace("dd", "đ").toCharArray()) {
      String sign = SIGNS.get(letter);
      text.append(sign == null ? String.valueOf(letter) : sign);
    }
    return text.toString();
  }

  private static String digits(String word) {
    var text = new StringBuilder();
    for (char letter : word.replace("d9", "đ").toCharArray()) {
      switch (letter) {
        case '6' -> marked(text, "aeo", '\u0302');
        case '7' -> marked(text, "ou", '\u031B');
        case '8' -> marked(text, "a", '\u0306');
        case '9' -> {
          if (text.indexOf("d") == 0) {
            text.setCharAt(0, 'đ');
          }
        }
        default ->
            text.append(
                TONES.containsKey(letter) && Character.isDigit(letter)
                    ? TONES.get(letter)
                    : String.valueOf(letter));
      }
    }
    return text.toString();
  }

  /// Sets a mark on the last of some letters, wherever the digit was typed.
  private static void marked(StringBuilder text, String letters, char mark) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (letters.indexOf(text.charAt(i)) >= 0) {
        text.insert(i + 1, mark);
        return;
      }
    }
  }

  private static String telex(String word) {
    String marks =
        word.replace("dd", "đ")
            .replace("aa", "â")
            .replace("ee", "ê")
            .replace("oo", "ô")
            .replace("aw", "ă")
            .replace("uow", "ươ")
            .replace("ow", "ơ")
            .replace("uw", "ư")
            .replace("w", "ư");
    int vowel = firstVowel(marks);
    for (int i = marks.length() - 1; i > vowel && vowel >= 0; i--) {
      String tone = TONES.get(marks.charAt(i));
      if (tone != null) {
        return marks.substring(0, vowel + 1)
            + tone
            + marks.substring(vowel + 1, i)
            + marks.substring(i + 1);
      }
    }
    return marks;
  }

  private static int firstVowel(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ("aăâeêioôơuưy".indexOf(word.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
