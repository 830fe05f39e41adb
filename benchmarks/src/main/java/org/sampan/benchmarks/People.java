package org.sampan.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.Tables;

/// A file of people in memory, with the truth.
///
/// @param columns that may be compared
/// @param rows one array of cells a person; empty for nothing
/// @param entities who she really is
record People(List<String> columns, List<String[]> rows, int[] entities) {

  static final List<String> APART = List.of("rec_id", "unique_id", "entity", "cluster", "id");
  private static final Pattern FEBRL = Pattern.compile("rec-(\\d+)-.*");

  static People read(String file) {
    try (Table table =
        Tables.open(
            file,
            "",
            (source, line, reason) -> {
              throw new IllegalStateException(source + " " + line + " " + reason);
            })) {
      int truth = truth(table.columns());
      List<Integer> compared = new ArrayList<>();
      for (int column = 0; column < table.columns().size(); column++) {
        if (!APART.contains(table.columns().get(column))) {
          compared.add(column);
        }
      }
      List<String[]> rows = new ArrayList<>();
      List<String> entities = new ArrayList<>();
      while (table.next()) {
        rows.add(compared.stream().map(table.row()::text).toArray(String[]::new));
        entities.add(table.row().text(truth));
      }
      List<String> columns = compared.stream().map(table.columns()::get).toList();
      return new People(columns, rows, numbered(entities));
    }
  }

  /// The column that tells the truth.
  static String truthColumn(List<String> columns) {
    return columns.get(truth(columns));
  }

  private static int truth(List<String> columns) {
    for (String telling : List.of("entity", "cluster", "rec_id")) {
      if (columns.contains(telling)) {
        return columns.indexOf(telling);
      }
    }
    throw new IllegalStateException("no column tells the truth");
  }

  private static int[] numbered(List<String> entities) {
    Map<String, Integer> numbers = new HashMap<>();
    return entities.stream()
        .map(entity -> {
          Matcher febrl = FEBRL.matcher(entity);
          return febrl.matches() ? febrl.group(1) : entity;
        })
        .mapToInt(entity -> numbers.computeIfAbsent(entity, key -> numbers.size()))
        .toArray();
  }

  int size() {
    return rows.size();
  }

  String cell(int row, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : rows.get(row)[at];
  }

  /// How many pairs of one person there are.
  long realPairs() {
    Map<Integer, Long> sizes = new HashMap<>();
    for (int entity : entities) {
      sizes.merge(entity, 1L, Long::sum);
    }
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }
}
