package org.sampan.linkage.model;

import java.util.List;
import java.util.Set;

/// Finds columns that say again what others say, which would be counted twice.
final class Redundancy {

  private static final double MOSTLY = 0.9;
  private static final int MOST_ROWS = 300;

  private Redundancy() {}

  /// Leaves out a column that two or more others are parts of (a whole name beside given and family
  /// name), then a column whose words nearly always all stand in one other column.
  static void leaveOut(List<Column> columns, List<List<String>> rows) {
    columns.removeIf(whole ->
        columns.stream()
                .filter(part -> part.holds(Kind.NAME) && part != whole)
                .filter(part -> saysAgain(part, whole, rows))
                .count()
            >= 2);
    columns.removeIf(column ->
        columns.stream().anyMatch(other -> other != column && saysAgain(column, other, rows)));
  }

  private static boolean saysAgain(Column part, Column whole, List<List<String>> rows) {
    if (!spelled(part) || !spelled(whole)) {
      return false;
    }
    int both = 0;
    int within = 0;
    int less = 0;
    for (List<String> row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      Set<String> small = words(row.get(part.place()));
      Set<String> large = words(row.get(whole.place()));
      if (!small.isEmpty() && !large.isEmpty()) {
        both++;
        within += large.containsAll(small) ? 1 : 0;
        less += small.size() < large.size() ? 1 : 0;
      }
    }
    boolean earlier = part.place() > whole.place();
    return both * 2 > Math.min(MOST_ROWS, rows.size())
        && within > MOSTLY * both
        && (less * 10 > both || earlier);
  }

  private static boolean spelled(Column column) {
    return column.kind().filter(Kind::spelled).isPresent();
  }

  private static Set<String> words(String text) {
    return text.isBlank() ? Set.of() : Set.copyOf(List.of(text.strip().split("[\\s,]+")));
  }
}
