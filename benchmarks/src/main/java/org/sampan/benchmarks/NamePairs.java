package org.sampan.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// Names in their own script, and the Latin forms that are right for each.
///
/// @param natives each once
/// @param right for each native, its Latin forms in letters a to z
record NamePairs(List<String> natives, List<? extends Set<String>> right) {

  private static final int STEPS = 1000;

  /// How well names found their forms.
  ///
  /// @param recallAt1 the share whose best form is right, ties counted as right
  /// @param f1 the best over all thresholds, on the whole cross product
  /// @param threshold where
  record Measured(double recallAt1, double f1, double threshold) {}

  /// Every Latin form of the set, each once.
  List<String> forms() {
    Set<String> forms = new LinkedHashSet<>();
    right.forEach(forms::addAll);
    return new ArrayList<>(forms);
  }

  Measured measured(UnaryOperator<String> romaniser) {
    JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();
    List<String> forms = forms();
    long[] good = new long[STEPS + 1];
    long[] bad = new long[STEPS + 1];
    int first = 0;
    long real = 0;
    for (int at = 0; at < natives.size(); at++) {
      String mine = letters(romaniser.apply(natives.get(at)));
      double best = -1;
      double bestRight = -1;
      for (String form : forms) {
        double score = mine.isEmpty() ? 0 : likeness.apply(mine, form);
        boolean same = right.get(at).contains(form);
        best = Math.max(best, score);
        bestRight = same ? Math.max(bestRight, score) : bestRight;
        int step = (int) Math.floor(score * STEPS);
        (same ? good : bad)[step]++;
      }
      first += bestRight >= best && best > 0 ? 1 : 0;
      real += right.get(at).size();
    }
    return swept(good, bad, real, first / (double) natives.size());
  }

  private static Measured swept(long[] good, long[] bad, long real, double recallAt1) {
    Accuracy best = new Accuracy(0, 0, 0, 0, 0, 0);
    long right = 0;
    long claimed = 0;
    for (int step = STEPS; step >= 0; step--) {
      right += good[step];
      claimed += good[step] + bad[step];
      best = best.better(Accuracy.of(right, claimed, real, step / (double) STEPS, claimed));
    }
    return new Measured(recallAt1, best.f1(), best.threshold());
  }

  /// Letters a to z only.
  static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    for (char letter : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (letter >= 'a' && letter <= 'z') {
        letters.append(letter);
      }
    }
    return letters.toString();
  }
}
