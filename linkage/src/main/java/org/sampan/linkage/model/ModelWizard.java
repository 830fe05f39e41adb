package org.sampan.linkage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Proposes a model from columns' names and a sample of rows: what a column holds is told by its
/// values first, by its name where they leave it open.
public final class ModelWizard {

  private static final int MOST_FIELDS = 15;

  private ModelWizard() {}

  /// A model to begin with; learning makes it fit.
  ///
  /// @param columns names, the identifier's left out
  /// @param rows a sample, each row as long as the columns; empty cells are missing
  /// @throws IllegalArgumentException when no column can be compared
  public static Model propose(List<String> columns, List<List<String>> rows) {
    List<Column> seen = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      seen.add(Column.of(columns.get(column), column, rows));
    }
    seen.removeIf(column -> column.kind().isEmpty());
    Redundancy.leaveOut(seen, rows);
    seen = seen.subList(0, Math.min(MOST_FIELDS, seen.size()));
    List<Field> fields = new ArrayList<>();
    List<Column> names = seen.stream().filter(column -> column.holds(Kind.NAME)).toList();
    for (Column column : seen) {
      boolean named = names.size() == 2 && names.contains(column);
      Optional<String> crosses =
          named ? Optional.of(names.get(1 - names.indexOf(column)).name()) : Optional.empty();
      fields.add(field(column, crosses));
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("none of the columns can be compared: " + columns);
    }
    String about = "proposed from " + rows.size() + " rows; not learned yet";
    return new Model(fields, Proposals.passes(seen), 1e-4, 0, about);
  }

  private static Field field(Column column, Optional<String> crosses) {
    Kind kind = column.kind().orElseThrow();
    boolean frequency = kind != Kind.SEX && kind != Kind.AGE;
    return new Field(
        column.name(),
        kind,
        List.of(column.name()),
        crosses,
        frequency,
        Optional.empty(),
        Beginning.levels(kind));
  }
}
