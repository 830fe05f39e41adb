package org.sampan.names.han;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sampan.names.vietnamese.VietnameseLetters;

/// A name in Latin letters, as typed: its words in lower case without marks, and all their letters
/// in a row. What lies beyond the limits is not looked at.
///
/// @param words the words, each a to z; a hyphen, a dot, a comma and a blank part words, an
///   apostrophe does not
/// @param marked the same words with their marks, as many; the plain words when they cannot be told
///   apart
/// @param letters the letters of all words
/// @param ends for each letter position, the end of the word that it belongs to
public record LatinName(List<String> words, List<String> marked, String letters, int[] ends) {
  static final int LETTERS = 64;

  static LatinName of(String written) {
    String shortened = written.length() > 400 ? written.substring(0, 400) : written;
    var words = new ArrayList<String>();
    var letters = new StringBuilder();
    for (String word :
        VietnameseLetters.ascii(shortened).replaceAll("['’‘ʼ`]", "").split("[^a-z]+")) {
      if (!word.isEmpty() && letters.length() + word.length() <= LETTERS) {
        words.add(word);
        letters.append(word);
      }
    }
    int[] ends = new int[letters.length() + 1];
    int at = 0;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        ends[at + i] = at + word.length();
      }
      at += word.length();
    }
    ends[at] = at;
    return new LatinName(List.copyOf(words), marked(shortened, words), letters.toString(), ends);
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

  int length() {
    return letters.length();
  }

  /// Whether a word begins at a position.
  boolean begins(int position) {
    return position == 0 || ends[position - 1] == position;
  }
}
