package org.sampan.casework;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.sampan.vault.Personal;

/// A name without what people write differently: case, width, accents of Latin letters,
/// punctuation, the order of its words, and whether they are written apart.
///
/// Marks of Thai, Lao, Khmer and Burmese are vowels and tones and stay: without them it is another
/// name.
@Personal
record FoldedName(List<String> words) {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern SILENT = Pattern.compile("['\\u2019\\u02BC\\u200B-\\u200D]");

  /// Names of more words are compared as they stand: five words have 120 orders.
  private static final int MOST_REORDERED = 4;

  FoldedName {
    words = List.copyOf(words);
  }

  static FoldedName of(String name) {
    String apart =
        Normalizer.normalize(SILENT.matcher(name).replaceAll(""), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(apart.length());
    boolean afterLatin = false;
    for (int c : apart.codePoints().toArray()) {
      if (Character.getType(c) == Character.NON_SPACING_MARK && afterLatin) {
        continue;
      }
      if (Character.isLetter(c)) {
        afterLatin = UnicodeScript.of(c) == UnicodeScript.LATIN;
      }
      plain.append(plainLetter(c));
    }
    // Composed again, so that Thai and Lao am stand as one sign whichever way they were typed.
    String folded = Normalizer.normalize(plain, Normalizer.Form.NFKC);
    return new FoldedName(BETWEEN.splitAsStream(folded).filter(word -> !word.isEmpty()).toList());
  }

  private static String plainLetter(int c) {
    return switch (c) {
      case 'đ', 'ð' -> "d";
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'ı' -> "i";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ß' -> "ss";
      default -> Character.toString(c);
    };
  }

  /// All its words as one, in the order typed.
  String joined() {
    return String.join("", words);
  }

  /// All its words as one, in every order.
  Set<String> inEveryOrder() {
    if (words.size() > MOST_REORDERED) {
      return Set.of(joined());
    }
    Set<String> all = new HashSet<>();
    reorder("", new ArrayList<>(words), all);
    return all;
  }

  private static void reorder(String begun, List<String> left, Set<String> all) {
    if (left.isEmpty()) {
      all.add(begun);
    }
    for (int i = 0; i < left.size(); i++) {
      String word = left.remove(i);
      reorder(begun + word, left, all);
      left.add(i, word);
    }
  }

  /// Whether the shorter of the two, of two words or more, stands wholly in the longer: a middle
  /// name left out, a clan name not given.
  boolean isPartOf(FoldedName longer) {
    return words.size() >= 2
        && words.size() < longer.words.size()
        && eachFinds(longer, String::equals);
  }

  /// Whether each word begins a word of the other, each another one: how a person is searched for.
  boolean begins(FoldedName other) {
    return !words.isEmpty() && eachFinds(other, String::startsWith);
  }

  private interface Agreement {
    boolean between(String theirs, String mine);
  }

  private boolean eachFinds(FoldedName other, Agreement agreement) {
    List<String> left = new ArrayList<>(other.words);
    for (String mine : words) {
      int found = -1;
      for (int i = 0; i < left.size() && found < 0; i++) {
        found = agreement.between(left.get(i), mine) ? i : -1;
      }
      if (found < 0) {
        return false;
      }
      left.remove(found);
    }
    return true;
  }

  @Override
  public String toString() {
    return "FoldedName[redacted]";
  }
}
