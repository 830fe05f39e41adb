package org.sampan.places;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A name without what people write differently, as a list of words; and how well two such names
/// agree.
///
/// Folded away: case, width, accents of Latin letters, invisible characters, the order of a tone
/// mark and the dot of Thai and Lao *am*, the two spellings of Lao *l*, traditional Chinese
/// characters. Vowel signs of Thai, Lao, Khmer and Burmese are marks too and stay: without them the
/// name is another.
record FoldedName(List<String> words) {

  static final int MOST_CHARACTERS = 200;

  private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 APART = Normalizer2.getNFDInstance();
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");
  private static final Pattern DOT_BEFORE_TONE =
      Pattern.compile("([\\u0E4D\\u0ECD])([\\u0E48-\\u0E4B\\u0EC8-\\u0ECB])");
  private static final Pattern SILENT = Pattern.compile("['\\u2019\\u02BC\\u0E2F]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /// Words for a kind of place that people write with or without its name, in folded form (Thai
  /// *am* apart).
  private static final Pattern KIND =
      Pattern.compile(
          "\\b(province|prefecture|municipality|state|region|city|changwat|jangwat|khaet|khet|khoueng|tinh"
              + "|thanh pho|tp|sheng|shi|zizhiqu|district|amphoe|amphur|huyen|quan|srok|commune|township)\\b"
              + "|^(จังหวัด|อ\u0E4Dาเภอ|ต\u0E4Dาบล|ខេត្ត|រាជធានី|ស្រុក|ឃុំ|ແຂວງ|ເມືອງ|ບ້ານ)"
              + "|(自治区|自治州|省|市|县|ပြည်နယ်|တိုင်းဒေသကြီး|တိုင်း|မြို့နယ်)$");

  FoldedName {
    words = List.copyOf(words);
  }

  static FoldedName of(String name) {
    String cut = name.length() <= MOST_CHARACTERS ? name : name.substring(0, MOST_CHARACTERS);
    String folded =
        plainLetters(APART.normalize(CASE.normalize(SILENT.matcher(cut).replaceAll(""))));
    folded = DOT_BEFORE_TONE.matcher(folded).replaceAll("$2$1");
    if (folded.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.HAN)) {
      folded = SIMPLIFIED.transliterate(folded);
    }
    return new FoldedName(
        BETWEEN_WORDS.splitAsStream(folded).filter(word -> !word.isEmpty()).toList());
  }

  /// The name without the word for its kind (`Tỉnh`, `จังหวัด`, `省`); itself when nothing else
  /// would be left.
  FoldedName withoutKind() {
    FoldedName rest = of(KIND.matcher(spaced()).replaceAll(" "));
    return rest.words.isEmpty() ? this : rest;
  }

  String spaced() {
    return String.join(" ", words);
  }

  String joined() {
    return String.join("", words);
  }

  /// How well a searched name agrees with this one: 0 not at all, 100 the same.
  int agreement(FoldedName searched) {
    String mine = joined();
    String its = searched.joined();
    if (its.isEmpty()) {
      return 0;
    }
    if (mine.equals(its)) {
      return 100;
    }
    if (words.size() == searched.words.size() && eachFinds(searched.words, String::equals)) {
      return 90;
    }
    if (mine.startsWith(its)) {
      return 80;
    }
    if (eachFinds(searched.words, String::startsWith)) {
      return 70;
    }
    if (mine.contains(its)) {
      return 60;
    }
    return searched.words.stream().allMatch(mine::contains) ? 50 : 0;
  }

  /// Whether the two differ by one slip of the hand, or by two in eight letters and more.
  boolean isNear(FoldedName searched) {
    String mine = joined();
    String its = searched.joined();
    int slips = its.length() < 4 ? 0 : its.length() < 8 ? 1 : 2;
    return slips > 0
        && Math.abs(mine.length() - its.length()) <= slips
        && distance(mine, its) <= slips;
  }

  private interface Agreement {
    boolean between(String mine, String searched);
  }

  /// Whether each searched word finds a word of this name of its own, in any order.
  private boolean eachFinds(List<String> searched, Agreement agreement) {
    List<String> left = new ArrayList<>(words);
    for (String word : searched) {
      int found = -1;
      for (int i = 0; i < left.size() && found < 0; i++) {
        found = agreement.between(left.get(i), word) ? i : -1;
      }
      if (found < 0) {
        return false;
      }
      left.remove(found);
    }
    return true;
  }

  /// Removes accents after Latin letters and writes the Latin letters that have no decomposition
  /// plainly.
  private static String plainLetters(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean afterLatin = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
      if (mark && afterLatin) {
        continue;
      }
      afterLatin = UScript.getScript(c) == UScript.LATIN;
      plain.append(plainLetter(c));
    }
    return plain.toString();
  }

  private static String plainLetter(char c) {
    return switch (c) {
      case 'đ', 'ð' -> "d";
      case 'œ' -> "oe";
      case 'æ' -> "ae";
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'ı' -> "i";
      // Lao: the sign below and the letter; the letter lo and the old letter ro.
      case '\u0EBC', '\u0EA3' -> "\u0EA5";
      default -> String.valueOf(c);
    };
  }

  /// The number of letters to change, add or drop (Levenshtein), by rows.
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[b.length()];
  }
}
