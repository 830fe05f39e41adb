package org.sampan.jobs.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sampan.names.Encoding;
import org.sampan.names.Name;
import org.sampan.names.Names;
import org.sampan.names.lattice.Letters;

/// Compares every native form of a file with every Latin form in it.
final class Evaluation {

  private static final double TIE = 1e-12;
  private static final int PROGRESS = 500;

  private final Names names;
  private final Measures measures = new Measures();
  private long pairs;

  Evaluation(Names names) {
    this.names = names;
  }

  Measures measures() {
    return measures;
  }

  long pairs() {
    return pairs;
  }

  /// Runs over all rows; a line of progress goes to standard error now and then.
  void run(List<PairFile.Row> rows, Encoding encoding) {
    Map<String, Integer> latin = new LinkedHashMap<>();
    List<Name> forms = new ArrayList<>();
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
    int done = 0;
    for (Map.Entry<List<String>, java.util.Set<Integer>> entry : truth.entrySet()) {
      List<Name> written = entry.getKey().stream().map(w -> names.read(w, encoding)).toList();
      one(written, forms, entry.getValue());
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

  private void one(List<Name> written, List<Name> forms, java.util.Set<Integer> right) {
    double best = Double.NEGATIVE_INFINITY;
    int ties = 0;
    int rightTies = 0;
    for (int i = 0; i < forms.size(); i++) {
      double bits = Double.NEGATIVE_INFINITY;
      for (Name form : written) {
        bits = Math.max(bits, names.bits(form, forms.get(i)));
        pairs++;
      }
      boolean true_ = right.contains(i);
      measures.pair(bits, true_);
      if (bits > best + TIE) {
        best = bits;
        ties = 0;
        rightTies = 0;
      }
      if (bits > best - TIE) {
        ties++;
        rightTies += true_ ? 1 : 0;
      }
    }
    measures.ranked((double) rightTies / ties);
  }
}
