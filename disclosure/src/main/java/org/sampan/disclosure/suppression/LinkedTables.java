package org.sampan.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Tables over the same people, with all their totals, and every sum that binds their cells.
///
/// A cell that two tables have in common is one cell: the total of a country is the same number
/// beside the years and beside the ages.
public final class LinkedTables {

  private final List<Axis> axes;
  private final List<List<Integer>> coordinates = new ArrayList<>();
  private final Map<List<Integer>, Integer> cellByCoordinates = new HashMap<>();
  private final List<Set<Integer>> tablesOfCell = new ArrayList<>();
  private final List<List<Integer>> cellsOfTable = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();
  private long[] counts = new long[0];

  /// A total and the cells it is the sum of.
  record Sum(int total, int[] parts) {}

  private LinkedTables(List<Axis> axes) {
    this.axes = List.copyOf(axes);
  }

  /// Counts people into tables.
  ///
  /// @param axes the ways to break down, in the order of the people's columns
  /// @param tables each table as positions of one, two or three axes
  /// @param people for each person the node of her code on each axis
  /// @throws IllegalArgumentException where a table has no axis, more than three, or one twice
  public static LinkedTables counted(
      List<Axis> axes, List<List<Integer>> tables, List<int[]> people) {
    LinkedTables linked = laid(axes, tables);
    for (int index = 0; index < tables.size(); index++) {
      linked.count(index, tables.get(index), people);
    }
    return linked;
  }

  /// Tables as they were published, for who attacks them; a withheld count is whatever `count` says
  /// and is not looked at.
  ///
  /// @param count of the cell at a node of each axis, 0 where it is not broken down
  public static LinkedTables published(
      List<Axis> axes, List<List<Integer>> tables, ToLongFunction<List<Integer>> count) {
    LinkedTables linked = laid(axes, tables);
    for (int cell = 0; cell < linked.counts.length; cell++) {
      linked.counts[cell] = count.applyAsLong(linked.coordinates.get(cell));
    }
    return linked;
  }

  private static LinkedTables laid(List<Axis> axes, List<List<Integer>> tables) {
    LinkedTables linked = new LinkedTables(axes);
    Set<List<Integer>> bound = new HashSet<>();
    for (List<Integer> table : tables) {
      if (table.isEmpty() || table.size() > 3 || new HashSet<>(table).size() < table.size()) {
        throw new IllegalArgumentException("A table has one, two or three different axes");
      }
      linked.lay(table, bound);
    }
    linked.counts = new long[linked.coordinates.size()];
    return linked;
  }

  /// How many different cells there are.
  public int size() {
    return counts.length;
  }

  /// The true count of a cell.
  public long count(int cell) {
    return counts[cell];
  }

  /// The cell at a node of each axis, 0 where the axis is not broken down; -1 when no table has it.
  public int cell(List<Integer> nodes) {
    return cellByCoordinates.getOrDefault(nodes, -1);
  }

  /// The node of each axis at which a cell stands, 0 where it is not broken down.
  public List<Integer> nodes(int cell) {
    return coordinates.get(cell);
  }

  /// What a cell is called, such as `country=Laos, year=2020`.
  public String label(int cell) {
    List<String> parts = new ArrayList<>();
    for (int axis = 0; axis < axes.size(); axis++) {
      int node = coordinates.get(cell).get(axis);
      if (node > 0) {
        parts.add(axes.get(axis).name() + "=" + axes.get(axis).label(node));
      }
    }
    return parts.isEmpty() ? "Total" : String.join(", ", parts);
  }

  /// The cells of a table, by its place in the list it was made from.
  public List<Integer> cells(int table) {
    return List.copyOf(cellsOfTable.get(table));
  }

  /// Whether a cell stands inside its tables, broken down by two axes or more.
  public boolean inner(int cell) {
    return coordinates.get(cell).stream().filter(node -> node > 0).count() > 1;
  }

  List<Sum> sums() {
    return sums;
  }

  Set<Integer> tablesOf(int cell) {
    return tablesOfCell.get(cell);
  }

  private void lay(List<Integer> table, Set<List<Integer>> bound) {
    int number = cellsOfTable.size();
    List<Integer> cells = new ArrayList<>();
    cellsOfTable.add(cells);
    for (List<Integer> at : every(table)) {
      int cell = cellByCoordinates.computeIfAbsent(at, _ -> coordinates.size());
      if (cell == coordinates.size()) {
        coordinates.add(at);
        tablesOfCell.add(new HashSet<>());
      }
      tablesOfCell.get(cell).add(number);
      cells.add(cell);
    }
    for (int cell : cells) {
      for (int axis : table) {
        bind(cell, axis, bound);
      }
    }
  }

  /// Adds the sum of a cell along an axis, unless another table has added it.
  private void bind(int cell, int axis, Set<List<Integer>> bound) {
    List<Integer> at = coordinates.get(cell);
    List<Integer> parts = new ArrayList<>();
    for (int node = 1; node < axes.get(axis).nodes(); node++) {
      if (axes.get(axis).parent(node) == at.get(axis)) {
        List<Integer> below = new ArrayList<>(at);
        below.set(axis, node);
        parts.add(cellByCoordinates.getOrDefault(below, -1));
      }
    }
    if (!parts.isEmpty() && bound.add(List.of(cell, axis))) {
      sums.add(new Sum(cell, parts.stream().mapToInt(Integer::intValue).toArray()));
    }
  }

  private List<List<Integer>> every(List<Integer> table) {
    List<List<Integer>> all = new ArrayList<>();
    Integer[] start = new Integer[axes.size()];
    Arrays.fill(start, 0);
    all.add(List.of(start));
    for (int axis : table) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> at : all) {
        for (int node = 0; node < axes.get(axis).nodes(); node++) {
          List<Integer> next = new ArrayList<>(at);
          next.set(axis, node);
          longer.add(List.copyOf(next));
        }
      }
      all = longer;
    }
    return all;
  }

  private void count(int number, List<Integer> table, List<int[]> people) {
    // Cells that an earlier table has counted already are left alone.
    boolean[] mine = new boolean[counts.length];
    for (int cell : cellsOfTable.get(number)) {
      mine[cell] = tablesOfCell.get(cell).stream().mapToInt(each -> each).min().orElse(0) == number;
    }
    int places = 1;
    for (int axis : table) {
      places = Math.multiplyExact(places, axes.get(axis).nodes());
    }
    int[] alike = new int[places];
    for (int[] person : people) {
      int place = 0;
      for (int axis : table) {
        place = place * axes.get(axis).nodes() + person[axis];
      }
      alike[place]++;
    }
    for (int place = 0; place < places; place++) {
      if (alike[place] > 0) {
        raise(at(table, place), table, 0, mine, alike[place]);
      }
    }
  }

  /// The node of every axis at a place of a table.
  private List<Integer> at(List<Integer> table, int place) {
    Integer[] at = new Integer[axes.size()];
    Arrays.fill(at, 0);
    int rest = place;
    for (int index = table.size() - 1; index >= 0; index--) {
      int nodes = axes.get(table.get(index)).nodes();
      at[table.get(index)] = rest % nodes;
      rest /= nodes;
    }
    return List.of(at);
  }

  private void raise(List<Integer> at, List<Integer> table, int from, boolean[] mine, int persons) {
    if (from == table.size()) {
      int cell = cellByCoordinates.getOrDefault(at, -1);
      if (mine[cell]) {
        counts[cell] += persons;
      }
      return;
    }
    int axis = table.get(from);
    for (int node = at.get(axis); node >= 0; node = axes.get(axis).parent(node)) {
      List<Integer> higher = new ArrayList<>(at);
      higher.set(axis, node);
      raise(higher, table, from + 1, mine, persons);
    }
  }
}
