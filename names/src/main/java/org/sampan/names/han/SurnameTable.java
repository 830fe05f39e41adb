package org.sampan.names.han;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.names.tables.Table;

/// How surnames are spelled in each tongue, most usual first, and how common they are, from
/// `surnames.csv`.
final class SurnameTable {
  private static final Map<ReadingSystem, Integer> COLUMNS = columns();

  private final Map<String, Map<ReadingSystem, Distribution>> spelled = new HashMap<>();
  private final Map<String, Double> shares = new HashMap<>();

  SurnameTable(HanVariants variants, Table table) {
    for (List<String> row : table.rows()) {
      String surname = variants.fold(row.getFirst());
      shares.merge(surname, Double.parseDouble(row.get(1)), Double::sum);
      var cells = spelled.computeIfAbsent(surname, _ -> new EnumMap<>(ReadingSystem.class));
      COLUMNS.forEach((system, column) -> {
        Distribution ranked = Distribution.ranked(Table.several(row.get(column)));
        Distribution before = cells.getOrDefault(system, Distribution.NONE);
        if (!ranked.isEmpty()) {
          cells.put(system, before.mixed(0.7, ranked));
        }
      });
    }
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((_, share) -> share / sum);
  }

  private static Map<ReadingSystem, Integer> columns() {
    var columns = new EnumMap<ReadingSystem, Integer>(ReadingSystem.class);
    columns.put(ReadingSystem.PINYIN, 2);
    columns.put(ReadingSystem.TAIWAN, 3);
    columns.put(ReadingSystem.CANTONESE, 4);
    columns.put(ReadingSystem.MACAO, 5);
    columns.put(ReadingSystem.HOKKIEN, 6);
    columns.put(ReadingSystem.TEOCHEW, 7);
    columns.put(ReadingSystem.HAKKA, 8);
    columns.put(ReadingSystem.HAINANESE, 9);
    columns.put(ReadingSystem.FOOCHOW, 10);
    return columns;
  }

  boolean contains(String folded) {
    return shares.containsKey(folded);
  }

  /// The spellings of a folded surname in one tongue; empty when the table leaves them to the
  /// rules.
  Distribution spelled(String folded, ReadingSystem system) {
    return spelled.getOrDefault(folded, Map.of()).getOrDefault(system, Distribution.NONE);
  }

  /// The share of each folded surname; adds up to 1.
  Map<String, Double> shares() {
    return Collections.unmodifiableMap(shares);
  }
}
