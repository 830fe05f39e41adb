package org.sampan.disclosure.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All two-way tables of a public set, totals included.
final class PairTables {

  private PairTables() {}

  /// Tables of every pair of columns; the header is the first line.
  static LinkedTables of(List<List<String>> lines) {
    List<Axis> axes = new ArrayList<>();
    List<String> header = lines.getFirst();
    List<List<String>> rows = lines.subList(1, lines.size());
    for (int column = 0; column < header.size(); column++) {
      Set<String> codes = new LinkedHashSet<>();
      for (List<String> row : rows) {
        codes.add(row.get(column));
      }
      axes.add(Axis.flat(header.get(column), List.copyOf(codes)));
    }
    List<List<Integer>> tables = new ArrayList<>();
    for (int one = 0; one < axes.size(); one++) {
      for (int other = one + 1; other < axes.size(); other++) {
        tables.add(List.of(one, other));
      }
    }
    return LinkedTables.counted(axes, tables, people(axes, rows));
  }

  private static List<int[]> people(List<Axis> axes, List<List<String>> rows) {
    List<Map<String, Integer>> codes = new ArrayList<>();
    for (Axis axis : axes) {
      Map<String, Integer> nodes = new HashMap<>();
      for (int node = 1; node < axis.nodes(); node++) {
        nodes.put(axis.label(node), node);
      }
      codes.add(nodes);
    }
    List<int[]> people = new ArrayList<>();
    for (List<String> row : rows) {
      int[] person = new int[axes.size()];
      for (int axis = 0; axis < person.length; axis++) {
        person[axis] = codes.get(axis).getOrDefault(row.get(axis), -1);
      }
      people.add(person);
    }
    return people;
  }
}
