package org.sampan.linkage.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Proposes passes from what the columns hold.
final class Proposals {

  private static final int MOST = 10;

  private Proposals() {}

  static List<Pass> passes(List<Column> columns) {
    Set<Pass> passes = new LinkedHashSet<>();
    List<Pass.Key> strong = new ArrayList<>();
    List<Pass.Key> middling = new ArrayList<>();
    for (Column column : columns) {
      keys(column, strong, middling);
    }
    strong.forEach(key -> passes.add(new Pass(List.of(key))));
    for (int i = 0; i < middling.size(); i++) {
      for (int j = i + 1; j < middling.size(); j++) {
        if (!middling.get(i).field().equals(middling.get(j).field())) {
          passes.add(new Pass(List.of(middling.get(i), middling.get(j))));
        }
      }
    }
    if (passes.isEmpty()) {
      columns.forEach(
          column -> passes.add(new Pass(List.of(new Pass.Key(column.name(), Cut.WHOLE)))));
    }
    return passes.stream().limit(MOST).toList();
  }

  private static void keys(Column column, List<Pass.Key> strong, List<Pass.Key> middling) {
    String name = column.name();
    switch (column.kind().orElseThrow()) {
      case IDENTIFIER, PHONE -> strong.add(new Pass.Key(name, Cut.WHOLE));
      case DATE -> strong.add(new Pass.Key(name, Cut.WHOLE));
      case NAME -> middling.add(new Pass.Key(name, Cut.SOUND));
      case FULL_NAME -> {
        middling.add(new Pass.Key(name, Cut.FIRST_WORD));
        middling.add(new Pass.Key(name, Cut.LAST_WORD));
      }
      case PLACE, LOCATION, TEXT -> middling.add(new Pass.Key(name, Cut.WHOLE));
      case NUMBER, KEY, AGE, SEX -> {}
    }
  }
}
