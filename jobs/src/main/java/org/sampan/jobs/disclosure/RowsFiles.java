package org.sampan.jobs.disclosure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sampan.disclosure.Release;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.domain.Variable;

/// The synthetic rows as CSV, in an order that says nothing: sorted.
final class RowsFiles {

  static final String NAME = "rows.csv";

  private RowsFiles() {}

  static void write(Release release, Path folder) throws IOException {
    Records rows = release.rows();
    Domain domain = rows.domain();
    String[][] cells = new String[domain.width()][];
    for (int at = 0; at < cells.length; at++) {
      cells[at] =
          domain.variable(at).categories().stream().map(Category::code).toArray(String[]::new);
      for (int index = 0; index < cells[at].length; index++) {
        String line = Table.line(List.of(cells[at][index], ""));
        // Without the separator, the second value and the line break.
        String quoted = line.substring(0, line.length() - 3);
        cells[at][index] = quoted.equals("\"\"") && at > 0 ? "" : quoted;
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(NAME))) {
      out.write(Table.line(domain.variables().stream().map(Variable::name).toList()));
      for (int row : sorted(rows)) {
        for (int at = 0; at < cells.length; at++) {
          if (at > 0) {
            out.write(',');
          }
          out.write(cells[at][rows.at(at, row)]);
        }
        out.write("\r\n");
      }
    }
  }

  /// Row numbers ordered by what the rows say: counting sort from the last variable to the first.
  private static int[] sorted(Records rows) {
    int[] order = new int[rows.size()];
    for (int row = 0; row < order.length; row++) {
      order[row] = row;
    }
    for (int variable = rows.domain().width() - 1; variable >= 0; variable--) {
      int[] starts = new int[rows.domain().variable(variable).size() + 1];
      for (int row : order) {
        starts[rows.at(variable, row) + 1]++;
      }
      for (int index = 1; index < starts.length; index++) {
        starts[index] += starts[index - 1];
      }
      int[] next = new int[order.length];
      for (int row : order) {
        next[starts[rows.at(variable, row)]++] = row;
      }
      order = next;
    }
    return order;
  }
}
