package org.sampan.names.script;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pieces of a name that a nickname is made of: its first and its last syllable, by spelling
/// alone; a character each in Han; the whole word where there are several.
public final class CallSyllables {

  private static final String THAI =
      "[เ-ไ]?(?:ห(?=[งญนมยรลว]))?[ก-ฮ](?:[รลว](?=[ะ-ฺ็อ]))?[ะ-ฺ็]*(?:[อว](?![ะ-ฺ็]))?(?:[ก-ฮ](?![ะ-ฺ็รลว]))?";
  private static final String LAO =
      "[ເ-ໄ]?(?:ຫ(?=[ກ-ຮ]))?[ກ-ຮໜໝ][ຼຣ]?[ະ-ຽໍ]*(?:[ອວ](?![ະ-ຽໍ]))?(?:[ກ-ຮ](?![ະ-ຽໍ]))?";
  private static final String KHMER = "[ក-ឳ](?:្.|[៉៊])*[ា-ៈ័]*(?:[ក-ឡ](?![្ា-ៈ])[់]?)?";
  private static final String LATIN =
      "(?:chh|ch|kh|ph|th|ng|nh|ny|[b-df-hj-np-tv-xz])?[rlwy]?[aeiou]+y?"
          + "(?:(?:ng|nh|rn|ck|[bcdgkmnprstvwx])(?![aeiouhrlwy]))?";
  private static final Pattern SYLLABLE =
      Pattern.compile(THAI + "|" + LAO + "|" + KHMER + "|" + LATIN, Pattern.CASE_INSENSITIVE);
  private static final Pattern SILENCED = Pattern.compile("[ก-ฮ][ิุ]?์|[ກ-ຮ]໌|[ក-ឡ]៍");
  private static final Pattern TONES = Pattern.compile("[\u0E48-\u0E4B\u0EC8-\u0ECB]");

  private CallSyllables() {}

  /// The pieces of one part, at most four, each once; empty for a part without letters.
  ///
  /// @param several whether the name has other parts, so that this one alone may be a nickname
  public static List<String> of(String part, boolean several) {
    Set<String> pieces = new LinkedHashSet<>();
    if (part.codePoints().anyMatch(Character::isIdeographic)) {
      int[] points = part.codePoints().toArray();
      for (int i = points.length > 2 ? 1 : 0; i < Math.min(points.length, 4); i++) {
        pieces.add(Character.toString(points[i]));
      }
      return List.copyOf(pieces);
    }
    if (several) {
      pieces.add(part);
    }
    String bare = SILENCED.matcher(TONES.matcher(part).replaceAll("")).replaceAll("");
    Matcher syllable = SYLLABLE.matcher(bare);
    String last = "";
    while (syllable.find()) {
      if (last.isEmpty()) {
        pieces.add(syllable.group());
      }
      last = syllable.group();
    }
    if (!last.isEmpty()) {
      pieces.add(last);
    }
    return List.copyOf(pieces);
  }
}
