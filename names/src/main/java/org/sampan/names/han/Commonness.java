package org.sampan.names.han;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.names.tables.Table;

/// How likely a Latin word is when nobody says which Han name stands behind it: what is common
/// weighs little. A word is a row of Chinese syllables or a name of another tongue.
final class Commonness {
  private static final double SURNAME = 0.4;
  private static final double CHINESE = 0.5;
  private static final int LONGEST_SYLLABLE = 8;
  private static final int LETTERS = 27;
  private static final int REMEMBERED = 100_000;

  /// A word that Chinese syllables explain is rarely a name beside a Chinese one.
  private static final double EXPLAINABLE = 5;

  /// A single letter is the initial of a name, one of some twenty usual ones.
  private static final double INITIAL = log2(1.0 / 20);

  private final Map<String, Double> syllables = new HashMap<>();
  private final Map<String, Double> others = new HashMap<>();
  private final double[][] pairs = new double[LETTERS][LETTERS];
  private final Map<String, Prices> words = new ConcurrentHashMap<>();

  Commonness(HanReadings readings, Table names) {
    readings
        .surnames()
        .shares()
        .forEach((surname, share) -> count(readings.surname(surname), SURNAME * share));
    readings
        .characters()
        .givenShares()
        .forEach((character, share) -> count(readings.given(character), (1 - SURNAME) * share));
    for (List<String> row : names.rows()) {
      learn(row.getFirst(), names.rows().size());
    }
    smooth();
  }

  private void count(Map<ReadingSystem, Distribution> all, double share) {
    double shares = all.keySet().stream().mapToDouble(ReadingSystem::share).sum();
    all.forEach((system, spelled) ->
        spelled
            .probabilities()
            .forEach((latin, p) ->
                syllables.merge(latin, share * p * system.share() / shares, Double::sum)));
  }

  private void learn(String name, int all) {
    others.put(name, 1.0 / all);
    int before = 0;
    for (int i = 0; i <= name.length(); i++) {
      int letter = i < name.length() ? name.charAt(i) - 'a' + 1 : 0;
      pairs[before][letter]++;
      before = letter;
    }
  }

  private void smooth() {
    for (double[] row : pairs) {
      double sum = 0;
      for (double count : row) {
        sum += count + 0.3;
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.log((row[i] + 0.3) / sum) / Math.log(2);
      }
    }
  }

  /// The probability of a syllable among those of Chinese names; 0 when no reading has it.
  double syllable(String latin) {
    return syllables.getOrDefault(latin, 0.0);
  }

  /// Base-2 logarithm of the probability of letters as part of a name of another tongue.
  ///
  /// @param before the letter before them, or 0 at the beginning of a word
  /// @param last whether the word ends with them
  double letters(String latin, int before, boolean last) {
    double sum = 0;
    int from = before;
    for (int i = 0; i < latin.length(); i++) {
      int letter = latin.charAt(i) - 'a' + 1;
      sum += pairs[from][letter];
      from = letter;
    }
    return last ? sum + pairs[from][0] : sum;
  }

  /// Base-2 logarithm of the probability of a word as a name of another tongue.
  double other(String word) {
    if (word.length() == 1) {
      return INITIAL;
    }
    double listed = others.getOrDefault(word, 0.0);
    return log2(0.6 * listed + 0.4 * Math.pow(2, letters(word, 0, true)));
  }

  /// What a word costs, in base-2 logarithms of probabilities.
  ///
  /// @param word as some word of a name
  /// @param heard as something transcribed: half way between its own probability and that of its
  ///   letters and syllables, because the transcription of a common name is as common as the name
  /// @param extra as a word that no character of the Han name explains
  record Prices(double word, double heard, double extra) {}

  Prices prices(String word) {
    Prices known = words.get(word);
    if (known == null) {
      known = priced(word);
      if (words.size() < REMEMBERED) {
        words.put(word, known);
      }
    }
    return known;
  }

  private Prices priced(String word) {
    double other = other(word);
    double syllabic = CHINESE * syllabic(word);
    double whole = log2((1 - CHINESE) * Math.pow(2, other) + syllabic);
    double sound = log2((1 - CHINESE) * Math.pow(2, letters(word, 0, true)) + syllabic);
    double heard = word.length() == 1 ? INITIAL : (sound + whole) / 2;
    double extra = Math.max(log2(1 - CHINESE) + other, whole - EXPLAINABLE);
    return new Prices(whole, heard, extra);
  }

  /// Base-2 logarithm of the probability of a word.
  double word(String word) {
    return prices(word).word();
  }

  /// What a word costs that no character of the Han name explains.
  double extra(String word) {
    return prices(word).extra();
  }

  private double syllabic(String word) {
    double[] best = new double[word.length() + 1];
    best[0] = 1;
    for (int end = 1; end <= word.length(); end++) {
      for (int begin = Math.max(0, end - LONGEST_SYLLABLE); begin < end; begin++) {
        best[end] = Math.max(best[end], best[begin] * syllable(word.substring(begin, end)));
      }
    }
    return best[word.length()];
  }

  static double log2(double p) {
    return Math.log(p) / Math.log(2);
  }
}
