package org.sampan.names.han;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sampan.names.tables.Table;

/// Makes one character of a traditional, a simplified and a variant form: 陳 and 陈, 峯 and 峰.
final class HanVariants {
  private final Map<Integer, Integer> folded = new HashMap<>();
  private final Map<Integer, Set<Integer>> members = new HashMap<>();

  HanVariants(List<Table> tables) {
    for (Table table : tables) {
      for (List<String> row : table.rows()) {
        folded.put(row.get(0).codePointAt(0), row.get(1).codePointAt(0));
      }
    }
    folded.forEach(
        (from, _) -> members.computeIfAbsent(fold(from), _ -> new TreeSet<>()).add(from));
  }

  /// The one form that stands for all; the character itself when it has no variants.
  int fold(int character) {
    int form = character;
    for (int step = 0; step < 4; step++) {
      int next = folded.getOrDefault(form, form);
      if (next == form) {
        return form;
      }
      form = next;
    }
    return form;
  }

  /// All forms that fold to one, itself included, first.
  List<Integer> forms(int folded) {
    var all = new java.util.ArrayList<Integer>();
    all.add(folded);
    for (int form : members.getOrDefault(folded, Set.of())) {
      if (form != folded) {
        all.add(form);
      }
    }
    return List.copyOf(all);
  }

  /// Folds each character of a text.
  String fold(String text) {
    return text.codePoints()
        .map(this::fold)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
