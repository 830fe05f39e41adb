package org.sampan.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.sampan.names.Name;
import org.sampan.names.Names;

/// Names in their own script, and the Latin forms that are right for each.
///
/// @param natives each once
/// @param right for each native, its Latin forms in letters a to z
/// @param written each Latin form as it was written, with its blanks
record NamePairs(
    List<String> natives, List<? extends Set<String>> right, Map<String, String> written) {

  private static final int STEPS = 1000;
  private static final int WIDEST = 500;

  /// How alike a name and a Latin form are, by their places in the lists.
  private interface Likeness {
    double of(int name, int form);
  }

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

  /// A peer: the native name in Latin letters, then Jaro-Winkler, from 0 to 1.
  Measured measured(UnaryOperator<String> romaniser) {
    JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();
    List<String> mine = natives.stream().map(romaniser).map(NamePairs::letters).toList();
    List<String> forms = forms();
    return measured((name, form) ->
        mine.get(name).isEmpty() ? 0 : likeness.apply(mine.get(name), forms.get(form)));
  }

  /// Ours: bits of evidence.
  Measured measured(Names names) {
    List<Name> mine = natives.stream().map(names::read).toList();
    List<Name> forms = forms().stream().map(written::get).map(names::read).toList();
    return measured((name, form) -> names.bits(mine.get(name), forms.get(form)));
  }

  private Measured measured(Likeness likeness) {
    List<String> forms = forms();
    long[] good = new long[2 * STEPS * WIDEST + 1];
    long[] bad = new long[good.length];
    int first = 0;
    long real = 0;
    for (int at = 0; at < natives.size(); at++) {
      double best = Double.NEGATIVE_INFINITY;
      double bestRight = Double.NEGATIVE_INFINITY;
      for (int form = 0; form < forms.size(); form++) {
        double score = likeness.of(at, form);
        boolean same = right.get(at).contains(forms.get(form));
        best = Math.max(best, score);
        bestRight = same ? Math.max(bestRight, score) : bestRight;
        double step = Math.clamp(Math.floor(score * STEPS), -STEPS * WIDEST, STEPS * WIDEST);
        (same ? good : bad)[(int) step + STEPS * WIDEST]++;
      }
      first += bestRight >= best && best != 0 ? 1 : 0;
      real += right.get(at).size();
    }
    return swept(good, bad, real, first / (double) natives.size());
  }

  private static Measured swept(long[] good, long[] bad, long real, double recallAt1) {
    Accuracy best = new Accuracy(0, 0, 0, 0, 0, 0);
    long right = 0;
    long claimed = 0;
    for (int step = good.length - 1; step >= 0; step--) {
      right += good[step];
      claimed += good[step] + bad[step];
      best =
          best.better(Accuracy.of(right, claimed, real, step / (double) STEPS - WIDEST, claimed));
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
