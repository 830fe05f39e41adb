package org.sampan.names.honorifics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Honorifics in scripts that write no blank between a title and a name.
final class NativeHonorifics {
  private static final int ASAT = 0x103A;
  private static final int VIRAMA = 0x1039;

  private final List<Honorific> longestFirst;

  NativeHonorifics(List<Honorific> longestFirst) {
    this.longestFirst = longestFirst;
  }

  /// Takes off the longest honorific at either end; null when there is none or nothing would
  /// remain.
  Honorifics.@Nullable Cut cut(String text, boolean perhaps) {
    for (Honorific honorific : longestFirst) {
      if (honorific.perhapsPart() == perhaps) {
        String form = honorific.form();
        if (honorific.place() == Honorific.Place.BEFORE && text.startsWith(form)) {
          String rest = text.substring(form.length());
          if (parted(honorific, rest)) {
            return cut(honorific, form, rest);
          }
        }
        if (honorific.place() == Honorific.Place.AFTER && text.endsWith(form)) {
          return cut(honorific, form, text.substring(0, text.length() - form.length()));
        }
      }
    }
    return null;
  }

  private static Honorifics.@Nullable Cut cut(Honorific honorific, String form, String rest) {
    String name = rest.strip();
    if (name.codePoints().noneMatch(Character::isLetter)) {
      return null;
    }
    return new Honorifics.Cut(new SplitName.Found(honorific, form), name);
  }

  /// Whether what follows begins a word of its own. Kinship words, and in Thai and Lao whatever may
  /// be part of a name, must stand apart: ตา is a grandfather, ตาล a palm. In Han a nickname prefix
  /// stands before one or two characters.
  private static boolean parted(Honorific honorific, String rest) {
    if (rest.isEmpty()) {
      return false;
    }
    if (honorific.script().equals("han")) {
      return !honorific.perhapsPart() || rest.codePointCount(0, rest.length()) <= 2;
    }
    boolean blank = Character.isWhitespace(rest.charAt(0)) || rest.charAt(0) == '.';
    boolean joined = honorific.script().equals("burmese") || honorific.script().equals("khmer");
    boolean apart =
        honorific.kind().equals("kinship")
            || honorific.perhapsPart() && !joined
            || honorific.script().equals("khmer") && honorific.perhapsPart();
    return blank || !apart && newSyllable(rest);
  }

  private static boolean newSyllable(String rest) {
    int first = rest.codePointAt(0);
    if (!Character.isLetter(first) || dependent(first)) {
      return false;
    }
    int after = Character.charCount(first);
    for (int i = after; i < rest.length() && i < after + 2; i++) {
      int next = rest.charAt(i);
      if (next == ASAT || next == VIRAMA) {
        return false;
      }
      if (next != 0x1037 && next != 0x1038) {
        return true;
      }
    }
    return true;
  }

  /// Thai and Lao vowels that follow their consonant are letters to Unicode, but begin no word.
  private static boolean dependent(int letter) {
    return letter >= 0x0E2F && letter <= 0x0E3A
        || letter == 0x0E45
        || letter >= 0x0EB0 && letter <= 0x0EBD;
  }
}
