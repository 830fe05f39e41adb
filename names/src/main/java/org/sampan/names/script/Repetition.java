package org.sampan.names.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sign that says a word twice (Thai ๆ, Lao ໆ, Khmer ៗ): clerks write the word again, or write
/// it once. The last syllable is repeated between two private marks, for the reader to take or
/// leave.
public final class Repetition {

  /// Stands before what is repeated.
  private static final char BEGIN = '\uE000';

  /// Stands behind it.
  private static final char END = '\uE001';

  private static final Pattern SIGN = Pattern.compile("[ๆໆៗ]");
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:[เ-ไ]?ห?[ก-ฮ][รลว]?[ะ-ฺ็]*[อว]?[ก-ฮ]?|[ເ-ໄ]?ຫ?[ກ-ຮໜໝ][ຼຣລວ]?[ະ-ຽໍ]*[ອວ]?[ກ-ຮ]?"
              + "|[ក-ឳ](?:្.)*[ា-័]*(?:[ក-ឡ]់?)?)$");

  private Repetition() {}

  /// Whether a character is one of the two marks.
  public static boolean mark(char c) {
    return c == BEGIN || c == END;
  }

  /// The place behind what is repeated from here; 0 where nothing is.
  public static int end(String text, int at) {
    return text.charAt(at) == BEGIN ? text.indexOf(END, at) + 1 : 0;
  }

  static String writtenOut(String text) {
    if (!SIGN.matcher(text).find()) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Matcher last = SYLLABLE.matcher(out);
      if (SIGN.matcher(String.valueOf(c)).matches() && last.find()) {
        out.append(BEGIN).append(last.group()).append(END);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
