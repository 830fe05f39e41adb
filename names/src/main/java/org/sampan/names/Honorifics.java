package org.sampan.names;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The titles of the region, by how they are written. A line is `written TAB sex TAB meaning`; a
/// native title that is written together with the name ends with a hyphen.
final class Honorifics {

  private static final int LONGEST = 12;

  private final Map<String, Honorific> whole = new HashMap<>();
  private final Map<String, Honorific> leading = new HashMap<>();

  Honorifics(List<String> lines) {
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split("\t");
        boolean grown = cells[0].endsWith("-");
        String written = grown ? cells[0].substring(0, cells[0].length() - 1) : cells[0];
        Honorific.Sex sex = Honorific.Sex.valueOf(cells[1].toUpperCase(Locale.ROOT));
        (grown ? leading : whole).put(written, new Honorific(written, sex));
        if (grown) {
          whole.put(written, new Honorific(written, sex));
        }
      }
    }
  }

  /// The title that a word is, if it is one; case and a last dot do not count.
  @Nullable Honorific whole(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    return whole.get(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
  }

  /// The longest title a native word begins with and does not end with.
  @Nullable Honorific leading(String word) {
    for (int length = Math.min(LONGEST, word.length() - 1); length > 0; length--) {
      Honorific found = leading.get(word.substring(0, length));
      if (found != null && !Character.isLowSurrogate(word.charAt(length)) && starts(word, length)) {
        return found;
      }
    }
    return null;
  }

  /// Whether a letter, not a mark that belongs to the title's last letter, stands there.
  private static boolean starts(String word, int at) {
    return Character.getType(word.charAt(at)) == Character.OTHER_LETTER;
  }

  /// Which of several Latin tokens are titles; never all of them.
  boolean[] tokens(String[] tokens) {
    boolean[] titles = new boolean[tokens.length];
    int names = tokens.length;
    for (int i = 0; i < tokens.length && names > 1; i++) {
      titles[i] = whole(tokens[i]) != null;
      names -= titles[i] ? 1 : 0;
    }
    return titles;
  }
}
