package org.sampan.disclosure.attacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.extract.Differencing;
import org.sampan.disclosure.extract.Diversity;
import org.sampan.disclosure.extract.Extract;
import org.sampan.disclosure.extract.ExtractAudit;
import org.sampan.disclosure.extract.GeneralisationTree;
import org.sampan.disclosure.extract.Rows;

/// The attacks on an extract of real people.
public final class ExtractAttacks {

  private ExtractAttacks() {}

  /// What a reader learns from one extract.
  public static List<Finding> on(Extract extract) {
    ExtractAudit.Result audit = ExtractAudit.of(extract);
    return List.of(
        Finding.of(
            Attack.SMALL_GROUPS,
            audit.tooSmall() == 0,
            audit.tooSmall()
                + " of "
                + audit.groups()
                + " groups have fewer than "
                + extract.promise().people()
                + " people; the smallest has "
                + audit.smallest()),
        inference(extract, audit));
  }

  /// Whether the code list of an extract was public before the data; that its cells are in the list
  /// is seen when it is read.
  public static Finding domain(Domain domain) {
    return Finding.of(
        Attack.DOMAIN_LEAK,
        !domain.readFromData(),
        domain.readFromData()
            ? "the code list was READ FROM THE DATA"
            : "every cell is in the public code list");
  }

  /// What she learns from two, one given away before the other.
  public static Finding differencing(Extract earlier, Extract later) {
    Differencing.Result result = Differencing.between(earlier, later);
    return Finding.of(
        Attack.DIFFERENCING,
        result.permitted(),
        result.exposing()
            + " of "
            + result.changed()
            + " counts that differ do so by fewer than k");
  }

  /// Everybody of a group having the same answer gives it away, whatever k is. Judged for the
  /// columns that were promised to differ; for the others the share is told.
  private static Finding inference(Extract extract, ExtractAudit.Result audit) {
    Rows rows = extract.rows();
    double worst = 0;
    String column = "none";
    for (int at = 0; at < rows.width(); at++) {
      GeneralisationTree tree = rows.columns().get(at);
      double share = given(rows, at);
      boolean promised =
          extract.promise().diversities().stream()
              .map(Diversity::column)
              .anyMatch(tree.column()::equals);
      if (!promised && share > worst) {
        worst = share;
        column = tree.column();
      }
    }
    return Finding.of(
        Attack.INFERENCE,
        audit.notDiverse() == 0,
        String.format(
            Locale.ROOT,
            "%d groups share what they must not; of columns without such a promise, %s is given away"
                + " for %.1f %% of people by all others together",
            audit.notDiverse(),
            column,
            100 * worst));
  }

  /// The share of people whose answer in a column everybody has who looks like them in all others.
  private static double given(Rows rows, int column) {
    Map<List<String>, Set<String>> answers = new HashMap<>();
    List<List<String>> others = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<String> labels = new ArrayList<>(rows.labels(row));
      String answer = labels.remove(column);
      answers.computeIfAbsent(labels, _ -> new HashSet<>()).add(answer);
      others.add(labels);
    }
    GeneralisationTree tree = rows.columns().get(column);
    int given = 0;
    for (int row = 0; row < rows.size(); row++) {
      boolean tells = tree.tells(rows.at(row, column));
      given += tells && answers.getOrDefault(others.get(row), Set.of()).size() == 1 ? 1 : 0;
    }
    return rows.size() == 0 ? 0 : (double) given / rows.size();
  }
}
