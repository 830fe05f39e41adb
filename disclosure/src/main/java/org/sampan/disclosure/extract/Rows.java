package org.sampan.disclosure.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;

/// One row a person, each cell a node of its column's tree: what goes in, and what comes out.
///
/// The cells are shared, not copied, because they are many: whoever hands them over lets go of
/// them.
public final class Rows {

  private final List<GeneralisationTree> columns;
  private final int[][] cells;

  /// Cells by row, then column.
  ///
  /// @throws IllegalArgumentException where a row is too short or a cell is outside its tree
  public Rows(List<GeneralisationTree> columns, int[][] cells) {
    this.columns = List.copyOf(columns);
    this.cells = cells;
    for (int[] row : cells) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException("Every row has a cell for every column");
      }
      for (int column = 0; column < row.length; column++) {
        if (row[column] < 0 || row[column] >= columns.get(column).nodes()) {
          throw new IllegalArgumentException(columns.get(column).column() + ": no such node");
        }
      }
    }
  }

  /// Rows of text, each cell a value of its column's code list or a label of its tree.
  ///
  /// @throws IllegalArgumentException naming line (the header is 1) and column, never the value
  public static Rows of(List<GeneralisationTree> columns, List<List<String>> lines) {
    int[][] cells = new int[lines.size()][columns.size()];
    for (int row = 0; row < cells.length; row++) {
      List<String> line = lines.get(row);
      if (line.size() != columns.size()) {
        throw new IllegalArgumentException("Line " + (row + 2) + " has another number of columns");
      }
      for (int column = 0; column < columns.size(); column++) {
        cells[row][column] = columns.get(column).node(line.get(column));
        if (cells[row][column] < 0) {
          throw new IllegalArgumentException(
              "Line " + (row + 2) + ": " + columns.get(column).column() + " is not in its list");
        }
      }
    }
    return new Rows(columns, cells);
  }

  /// One row for each person of the records: where her rows disagree, the cell is the most exact
  /// thing that is true of all of them.
  public static Rows ofPeople(Records records) {
    List<GeneralisationTree> trees = trees(records.domain());
    int people = 0;
    for (int row = 0; row < records.size(); row++) {
      people = Math.max(people, records.person(row) + 1);
    }
    int[][] cells = new int[people][];
    for (int row = 0; row < records.size(); row++) {
      int[] line = new int[trees.size()];
      for (int column = 0; column < line.length; column++) {
        line[column] = records.at(column, row);
      }
      int person = records.person(row);
      cells[person] = cells[person] == null ? line : met(trees, cells[person], line);
    }
    return new Rows(trees, Arrays.stream(cells).filter(line -> line != null).toArray(int[][]::new));
  }

  /// The trees of a domain's variables, in order.
  public static List<GeneralisationTree> trees(Domain domain) {
    return domain.variables().stream()
        .map(variable ->
            GeneralisationTree.of(
                variable,
                domain.hierarchies().stream()
                    .filter(each -> each.variable().equals(variable.name()))
                    .findFirst()))
        .toList();
  }

  /// How many people there are.
  public int size() {
    return cells.length;
  }

  /// How many columns there are.
  public int width() {
    return columns.size();
  }

  /// The trees, in the order of the columns.
  public List<GeneralisationTree> columns() {
    return columns;
  }

  /// The position of a column by its name, or -1.
  public int position(String column) {
    return columns.stream().map(GeneralisationTree::column).toList().indexOf(column);
  }

  /// The node in a cell.
  public int at(int row, int column) {
    return cells[row][column];
  }

  /// A whole row; not to be changed.
  public int[] row(int row) {
    return cells[row];
  }

  /// A row as it is printed.
  public List<String> labels(int row) {
    List<String> labels = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      labels.add(columns.get(column).label(cells[row][column]));
    }
    return labels;
  }

  private static int[] met(List<GeneralisationTree> trees, int[] one, int[] other) {
    int[] met = new int[one.length];
    for (int column = 0; column < met.length; column++) {
      met[column] = trees.get(column).meet(one[column], other[column]);
    }
    return met;
  }
}
