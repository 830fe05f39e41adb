package org.sampan.jobs.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sampan.names.Encoding;
import org.sampan.names.Name;
import org.sampan.names.NameList;
import org.sampan.names.Names;
import org.sampan.names.lattice.Letters;

/// Compares every native form of a file with every Latin form in it.
final class Evaluation {

  private static final double TIE = 1e-12;
  private static final int PROGRESS = 500;

  private final Names names;
  private final Measures measures = new Measures();
  private final List<Name> forms = new ArrayList<>();
  private final List<Native> natives = new ArrayList<>();
  private final PairTimes times = new PairTimes();

  Evaluation(Names names) {
    this.names = names;
  }

  Measures measures() {
    return measures;
  }

  long pairs() {
    return times.turnedAway() + times.scored();
  }

  /// Pairs turned away and pairs that got a full score, with the time each took.
  PairTimes times() {
    return times;
  }

  /// What blocking by keys would have found of the pairs that were compared last.
  KeyCoverage keys() {
    KeyCoverage keys = new KeyCoverage();
    keys.index(forms);
    natives.forEach(each -> keys.meet(each.written(), each.right()));
    return keys;
  }

  /// A name in its own script, and the numbers of the Latin forms that are right.
  private record Native(List<Name> written, java.util.Set<Integer> right) {}

  /// Runs over all rows; a line of progress goes to standard error now and then.
  void run(List<PairFile.Row> rows, Encoding encoding) {
    Map<String, Integer> latin = new LinkedHashMap<>();
    forms.clear();
    for (PairFile.Row row : rows) {
      for (String form : row.latin()) {
        if (latin.putIfAbsent(folded(form), latin.size()) == null) {
          forms.add(names.read(form));
        }
      }
    }
    Map<List<String>, java.util.Set<Integer>> truth = new LinkedHashMap<>();
    for (PairFile.Row row : rows) {
      java.util.Set<Integer> right =
          truth.computeIfAbsent(row.written(), ignored -> new java.util.HashSet<>());
      row.latin().forEach(form -> right.add(latin.getOrDefault(folded(form), -1)));
    }
    natives.clear();
    times.begin();
    NameList list = names.list(forms);
    times.scored(0);
    int done = 0;
    for (Map.Entry<List<String>, java.util.Set<Integer>> entry : truth.entrySet()) {
      List<Name> written = entry.getKey().stream().map(w -> names.read(w, encoding)).toList();
      one(written, list, entry.getValue());
      natives.add(new Native(written, entry.getValue()));
      if (++done % PROGRESS == 0) {
        System.err.printf("%d of %d names%n", done, truth.size());
      }
    }
  }

  /// Forms that differ only in case, marks, spaces and hyphens are one form.
  private static String folded(String form) {
    String letters = Letters.of(form).toString().replace(" ", "");
    return letters.isEmpty() ? form : letters;
  }

  private void one(List<Name> written, NameList list, java.util.Set<Integer> right) {
    double[] scores = new double[forms.size()];
    java.util.Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    for (Name form : written) {
      score(form, list, scores);
    }
    double best = Double.NEGATIVE_INFINITY;
    int ties = 0;
    int rightTies = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean true_ = right.contains(i);
      measures.pair(scores[i], true_);
      if (scores[i] > best + TIE) {
        best = scores[i];
        ties = 0;
        rightTies = 0;
      }
      if (scores[i] > best - TIE) {
        ties++;
        rightTies += true_ ? 1 : 0;
      }
    }
    measures.ranked((double) rightTies / ties);
  }

  /// First every pair is asked whether it may meet, then those that may get their scores, side by
  /// side: so each can be timed by itself.
  private void score(Name written, NameList list, double[] scores) {
    times.begin();
    int[] meeting = names.mayMeet(written, list);
    times.asked(scores.length, meeting.length);
    double[] bits = names.bits(written, list, meeting);
    times.scored(meeting.length);
    int met = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean meets = met < meeting.length && meeting[met] == i;
      double found = meets ? bits[met++] : names.leastBits(written, list.get(i));
      scores[i] = Math.max(scores[i], found);
    }
  }
}
