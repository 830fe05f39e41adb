package org.sampan.glossary;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.regex.Pattern;

/// A text without what people write differently, as a list of words: case, width, invisible
/// characters, accents of Latin letters, traditional Chinese characters. Vowel signs and tone marks
/// of Thai, Lao, Khmer and Burmese stay: without them it is another word.
record Folded(List<String> words) {

  private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 APART = Normalizer2.getNFDInstance();
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");
  private static final Pattern LATIN_ACCENT = Pattern.compile("(?<=\\p{IsLatin})\\p{Mn}+");

  /// Thai and Lao *am* comes apart when folded; the tone then stands before its ring or after.
  private static final Pattern RING_BEFORE_TONE =
      Pattern.compile("([\\u0E4D\\u0ECD])([\\u0E48-\\u0E4B\\u0EC8-\\u0ECB])");

  private static final Pattern SILENT = Pattern.compile("['\\u2019\\u02BC]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  Folded {
    words = List.copyOf(words);
  }

  static Folded of(String text) {
    String folded = APART.normalize(CASE.normalize(SILENT.matcher(text).replaceAll("")));
    folded = LATIN_ACCENT.matcher(folded).replaceAll("").replace('đ', 'd');
    folded = RING_BEFORE_TONE.matcher(folded).replaceAll("$2$1");
    if (folded.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.HAN)) {
      folded = SIMPLIFIED.transliterate(folded);
    }
    return new Folded(BETWEEN_WORDS.splitAsStream(folded).filter(word -> !word.isEmpty()).toList());
  }

  /// Whether every word of the other stands somewhere in this text, in any order; the spaces of
  /// this text do not count, for most of the seven languages have none.
  boolean holds(Folded other) {
    String joined = String.join("", words);
    return other.words.stream().allMatch(joined::contains);
  }
}
