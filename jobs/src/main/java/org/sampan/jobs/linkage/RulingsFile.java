package org.sampan.jobs.linkage;

import java.util.ArrayList;
import java.util.List;
import org.sampan.OperatorRefusal;
import org.sampan.jobs.tables.Row;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.Tables;
import org.sampan.linkage.Ruling;

/// Reads what people ruled in a review: a table with the columns `a`, `b` and `ruling`, which says
/// `same`, `different`, or nothing yet. A review as it was written is such a table.
final class RulingsFile {

  private RulingsFile() {}

  static List<Ruling> read(String file) {
    List<Ruling> rulings = new ArrayList<>();
    try (Table table =
        Tables.open(
            file,
            "",
            (source, line, reason) -> {
              throw new OperatorRefusal("%s: line %d %s.".formatted(source, line, reason));
            })) {
      int a = table.columns().indexOf("a");
      int b = table.columns().indexOf("b");
      int ruling = table.columns().indexOf("ruling");
      if (a < 0 || b < 0 || ruling < 0) {
        throw new OperatorRefusal(file + " needs the columns a, b and ruling.");
      }
      while (table.next()) {
        Row row = table.row();
        switch (row.text(ruling)) {
          case "" -> {}
          case "same" -> rulings.add(new Ruling(row.text(a), row.text(b), true));
          case "different" -> rulings.add(new Ruling(row.text(a), row.text(b), false));
          default ->
              throw new OperatorRefusal(
                  "%s: line %d: a ruling is same, different or empty.".formatted(file, row.line()));
        }
      }
    }
    return List.copyOf(rulings);
  }
}
