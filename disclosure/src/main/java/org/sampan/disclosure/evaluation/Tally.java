package org.sampan.disclosure.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.disclosure.domain.Records;

/// How often each combination of a few variables stands in two files, cell by cell.
final class Tally {

  /// Told of a cell that stands in either file.
  interface Visitor {
    void cell(long cell, int real, int synthetic);
  }

  private static final int DENSE = 1 << 18;

  private final Records real;
  private final Records synthetic;
  private final int[] realCounts = new int[DENSE];
  private final int[] syntheticCounts = new int[DENSE];

  Tally(Records real, Records synthetic) {
    this.real = real;
    this.synthetic = synthetic;
  }

  /// Visits the cells of the table over these variables; the last variable counts fastest.
  void visit(List<Integer> variables, Visitor visitor) {
    long cells = 1;
    for (int variable : variables) {
      cells *= real.domain().variable(variable).size();
    }
    if (cells <= DENSE) {
      count(real, variables, realCounts, 1);
      count(synthetic, variables, syntheticCounts, 1);
      for (int cell = 0; cell < cells; cell++) {
        if (realCounts[cell] + syntheticCounts[cell] > 0) {
          visitor.cell(cell, realCounts[cell], syntheticCounts[cell]);
          realCounts[cell] = 0;
          syntheticCounts[cell] = 0;
        }
      }
      return;
    }
    Map<Long, int[]> sparse = new HashMap<>();
    count(real, variables, sparse, 0);
    count(synthetic, variables, sparse, 1);
    sparse.forEach((cell, counts) -> visitor.cell(cell, counts[0], counts[1]));
  }

  private static void count(Records records, List<Integer> variables, int[] counts, int by) {
    int[] sizes = sizes(records, variables);
    short[] last = records.column(variables.getLast());
    short[] first = records.column(variables.getFirst());
    short[] middle = records.column(variables.get(Math.max(0, variables.size() - 2)));
    // With fewer than three variables a column stands twice, once without weight.
    int size = variables.size() == 1 ? 0 : sizes[sizes.length - 1];
    int stride = variables.size() < 3 ? 0 : sizes[1] * sizes[2];
    for (int row = 0; row < last.length; row++) {
      counts[first[row] * stride + middle[row] * size + last[row]] += by;
    }
  }

  private static void count(
      Records records, List<Integer> variables, Map<Long, int[]> counts, int side) {
    short[][] columns = columns(records, variables);
    int[] sizes = sizes(records, variables);
    for (int row = 0; row < records.size(); row++) {
      long cell = 0;
      for (int at = 0; at < columns.length; at++) {
        cell = cell * sizes[at] + columns[at][row];
      }
      counts.computeIfAbsent(cell, _ -> new int[2])[side]++;
    }
  }

  private static short[][] columns(Records records, List<Integer> variables) {
    return variables.stream().map(records::column).toArray(short[][]::new);
  }

  private static int[] sizes(Records records, List<Integer> variables) {
    return variables.stream().mapToInt(each -> records.domain().variable(each).size()).toArray();
  }
}
