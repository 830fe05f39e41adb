package org.sampan.disclosure.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Recounts a finished extract from its cells alone, as a reader with all the time in the world
/// would, and names what breaks the promise.
///
/// Shares no code with the search: it knows labels, not patterns.
public final class ExtractAudit {

  private final Extract extract;
  private final Rows rows;
  private final Map<List<String>, int[]> groups = new HashMap<>();
  private final Map<List<String>, Map<String, Integer>> values = new HashMap<>();

  private ExtractAudit(Extract extract) {
    this.extract = extract;
    this.rows = extract.rows();
  }

  /// What was found.
  ///
  /// @param groups how many different groups, or combinations, the extract shows
  /// @param smallest people in the smallest, 0 for none
  /// @param tooSmall how many have fewer than k people
  /// @param notDiverse how many share what they must not
  public record Result(int groups, int smallest, int tooSmall, int notDiverse) {

    /// Whether the promise is kept.
    public boolean kept() {
      return tooSmall == 0 && notDiverse == 0;
    }
  }

  /// Recounts the extract.
  public static Result of(Extract extract) {
    ExtractAudit audit = new ExtractAudit(extract);
    for (int row = 0; row < audit.rows.size(); row++) {
      audit.count(row);
    }
    return audit.result();
  }

  private void count(int row) {
    List<String> shown = new ArrayList<>();
    for (int column = 0; column < rows.width(); column++) {
      GeneralisationTree tree = rows.columns().get(column);
      boolean whole = extract.promise().length() == 0;
      if (whole ? !diverse(tree.column()) : tree.tells(rows.at(row, column))) {
        shown.add(tree.column() + ":" + tree.label(rows.at(row, column)));
      }
    }
    if (extract.promise().length() == 0) {
      see(shown, row);
    } else {
      combinations(shown, 0, new ArrayList<>(), row);
    }
  }

  private void combinations(List<String> shown, int from, List<String> chosen, int row) {
    for (int next = from; next < shown.size(); next++) {
      chosen.add(shown.get(next));
      see(List.copyOf(chosen), row);
      if (chosen.size() < extract.promise().length()) {
        combinations(shown, next + 1, chosen, row);
      }
      chosen.removeLast();
    }
  }

  private void see(List<String> group, int row) {
    groups.computeIfAbsent(group, _ -> new int[1])[0]++;
    if (!extract.promise().diversities().isEmpty()) {
      Map<String, Integer> seen = values.computeIfAbsent(group, _ -> new HashMap<>());
      for (Diversity diversity : extract.promise().diversities()) {
        int column = rows.position(diversity.column());
        GeneralisationTree tree = rows.columns().get(column);
        if (rows.at(row, column) != tree.top()) {
          String value = diversity.column() + ":" + tree.label(rows.at(row, column));
          seen.merge(value, 1, Integer::sum);
        }
      }
    }
  }

  private Result result() {
    int smallest = groups.values().stream().mapToInt(count -> count[0]).min().orElse(0);
    long tooSmall =
        groups.values().stream().filter(count -> count[0] < extract.promise().people()).count();
    long notDiverse = values.entrySet().stream().filter(this::shares).count();
    return new Result(groups.size(), smallest, (int) tooSmall, (int) notDiverse);
  }

  private boolean shares(Map.Entry<List<String>, Map<String, Integer>> group) {
    for (Diversity diversity : extract.promise().diversities()) {
      String prefix = diversity.column() + ":";
      int[] counts =
          group.getValue().entrySet().stream()
              .filter(value -> value.getKey().startsWith(prefix))
              .mapToInt(Map.Entry::getValue)
              .toArray();
      boolean itself = group.getKey().stream().anyMatch(each -> each.startsWith(prefix));
      if (!itself && counts.length > 0 && !diversity.holds(counts)) {
        return true;
      }
    }
    return false;
  }

  private boolean diverse(String column) {
    return extract.promise().diversities().stream().anyMatch(each -> each.column().equals(column));
  }
}
