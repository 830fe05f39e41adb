package org.sampan.names.han;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.names.vietnamese.VietnameseLetters;

/// A name in Latin letters, as typed: its words in lower case without marks, and all their letters
/// in a row. What lies beyond the limits is not looked at. A hyphen, a dot, a comma and a blank
/// part words, an apostrophe does not.
public final class LatinName {
  static final int LETTERS = 64;

  private final List<String> words;

  /// The same words with their marks, as many; the plain words when they cannot be told apart.
  private final List<String> marked;

  private final String letters;

  /// For each letter position, the end of the word that it belongs to.
  private final int[] ends;

  private volatile @Nullable LatinName heard;

  private LatinName(List<String> words, List<String> marked) {
    this.words = List.copyOf(words);
    this.marked = List.copyOf(marked);
    this.letters = String.join("", words);
    this.ends = new int[letters.length() + 1];
    int at = 0;
    for (String word : words) {
      java.util.Arrays.fill(ends, at, at + word.length(), at + word.length());
      at += word.length();
    }
    ends[at] = at;
  }

  static LatinName of(String written) {
    String shortened = written.length() > 400 ? written.substring(0, 400) : written;
    var words = new ArrayList<String>();
    int letters = 0;
    for (String word :
        VietnameseLetters.ascii(shortened).replaceAll("['’‘ʼ`]", "").split("[^a-z]+")) {
      if (!word.isEmpty() && letters + word.length() <= LETTERS) {
        words.add(word);
        letters += word.length();
      }
    }
    return new LatinName(words, marked(shortened, words));
  }

  private static List<String> marked(String written, List<String> words) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    List<String> marked =
        Stream.of(text.split("[^\\p{L}\\p{M}]+")).filter(word -> !word.isEmpty()).toList();
    boolean same = marked.stream().map(VietnameseLetters::ascii).toList().equals(words);
    return same ? marked : List.copyOf(words);
  }

  /// The word that stands between two positions, with its marks; empty when no whole word does.
  String marked(int begin, int end) {
    int at = 0;
    for (int i = 0; i < words.size(); i++) {
      if (at == begin && at + words.get(i).length() == end) {
        return marked.get(i);
      }
      at += words.get(i).length();
    }
    return "";
  }

  /// The name as an ear hears it: doubled letters once, the short forms of Mohamad in full.
  LatinName heard() {
    LatinName known = heard;
    if (known == null) {
      List<String> heardWords = words.stream().map(LatinName::heard).toList();
      known = new LatinName(heardWords, heardWords);
      heard = known;
    }
    return known;
  }

  private static String heard(String word) {
    if (word.equals("mohd") || word.equals("muhd") || word.equals("mhd")) {
      return "mohamad";
    }
    var once = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
        once.append(word.charAt(i));
      }
    }
    return once.toString();
  }

  List<String> words() {
    return words;
  }

  String letters() {
    return letters;
  }

  /// For each letter position, the end of the word that it belongs to.
  int end(int position) {
    return ends[position];
  }

  int length() {
    return letters.length();
  }

  /// Whether a word begins at a position.
  boolean begins(int position) {
    return position == 0 || ends[position - 1] == position;
  }
}
