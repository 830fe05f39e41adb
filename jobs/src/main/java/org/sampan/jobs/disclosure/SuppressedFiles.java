package org.sampan.jobs.disclosure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Hierarchy;
import org.sampan.disclosure.domain.Variable;
import org.sampan.disclosure.suppression.Axis;
import org.sampan.disclosure.suppression.LinkedTables;
import org.sampan.disclosure.suppression.Protection;
import org.sampan.disclosure.suppression.Suppressed;
import org.sampan.disclosure.suppression.SuppressionAudit;
import tools.jackson.databind.JsonNode;

/// Tables with withheld cells as CSV, one cell a line, and read again as a stranger reads them.
final class SuppressedFiles {

  private static final int LONGEST = 3;

  private SuppressedFiles() {}

  /// A total, groups where a hierarchy is published, and codes, for every variable.
  static List<Axis> axes(Domain domain) {
    return domain.variables().stream().map(variable -> axis(domain, variable)).toList();
  }

  private static Axis axis(Domain domain, Variable variable) {
    List<Hierarchy> found =
        domain.hierarchies().stream()
            .filter(each -> each.variable().equals(variable.name()))
            .toList();
    List<List<String>> paths = new ArrayList<>();
    for (Category category : variable.categories()) {
      List<String> path = new ArrayList<>(List.of(category.code()));
      for (Hierarchy hierarchy : found) {
        hierarchy.levels().forEach(level -> path.add(level.getOrDefault(category.code(), "")));
      }
      paths.add(path);
    }
    return Axis.of(variable.name(), paths);
  }

  static String text(Suppressed suppressed, List<Axis> axes) {
    List<String> header = new ArrayList<>();
    for (int at = 1; at <= LONGEST; at++) {
      header.addAll(List.of("variable" + at, "code" + at));
    }
    header.addAll(List.of("count", "status"));
    StringBuilder text = new StringBuilder(Table.line(header));
    for (int cell = 0; cell < suppressed.tables().size(); cell++) {
      List<String> values = new ArrayList<>();
      List<Integer> nodes = suppressed.tables().nodes(cell);
      for (int at = 0; at < nodes.size(); at++) {
        if (nodes.get(at) > 0) {
          values.addAll(List.of(axes.get(at).name(), axes.get(at).label(nodes.get(at))));
        }
      }
      values.addAll(Collections.nCopies(2 * LONGEST - values.size(), ""));
      boolean hidden = suppressed.isHidden(cell);
      values.add(hidden ? "" : String.valueOf(suppressed.tables().count(cell)));
      values.add(hidden ? "withheld" : "published");
      text.append(Table.line(values));
    }
    return text.toString();
  }

  /// How many withheld cells of a folder come back exactly, and of how many.
  static int[] recovered(Path folder) {
    Domain domain = Planning.read(folder.resolve("domain.json").toString());
    JsonNode statement =
        Extracting.JSON.readTree(TextFiles.read(folder.resolve(Suppressing.STATEMENT)));
    List<Axis> axes = axes(domain);
    List<List<Integer>> tables = new ArrayList<>();
    for (JsonNode table : statement.path("tables")) {
      List<Integer> positions = new ArrayList<>();
      table.forEach(column -> positions.add(domain.position(column.asString())));
      tables.add(positions);
    }
    Map<List<Integer>, Long> counts = new HashMap<>();
    Set<List<Integer>> withheld = new HashSet<>();
    Table.rows(
        folder.resolve(Suppressing.TABLES),
        row -> {
          List<Integer> nodes = nodes(row, domain, axes);
          if (row.get(2 * LONGEST + 1).equals("withheld")) {
            withheld.add(nodes);
          } else {
            counts.put(nodes, Long.parseLong(row.get(2 * LONGEST)));
          }
          return true;
        });
    LinkedTables linked =
        LinkedTables.published(axes, tables, nodes -> counts.getOrDefault(nodes, 0L));
    boolean[] hidden = new boolean[linked.size()];
    for (int cell = 0; cell < hidden.length; cell++) {
      hidden[cell] = withheld.contains(linked.nodes(cell));
    }
    Protection protection = Protection.of(statement.path("threshold").asInt(2));
    return new int[] {SuppressionAudit.recovered(linked, hidden, protection), withheld.size()};
  }

  private static List<Integer> nodes(List<String> row, Domain domain, List<Axis> axes) {
    Integer[] nodes = new Integer[axes.size()];
    java.util.Arrays.fill(nodes, 0);
    for (int at = 0; at < LONGEST; at++) {
      int position = domain.position(row.get(2 * at));
      for (int node = 1; position >= 0 && node < axes.get(position).nodes(); node++) {
        if (axes.get(position).label(node).equals(row.get(2 * at + 1))) {
          nodes[position] = node;
        }
      }
    }
    return List.of(nodes);
  }
}
