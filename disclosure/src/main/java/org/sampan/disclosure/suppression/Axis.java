package org.sampan.disclosure.suppression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One way to break a table down: a total, groups where there are any, and codes.
///
/// Nodes are numbered: 0 is the total, and every node comes after the node it belongs to.
public final class Axis {

  private final String name;
  private final List<String> labels;
  private final int[] parents;

  private Axis(String name, List<String> labels, int[] parents) {
    this.name = name;
    this.labels = List.copyOf(labels);
    this.parents = parents;
  }

  /// A total and its codes.
  public static Axis flat(String name, List<String> codes) {
    return of(name, codes.stream().map(List::of).toList());
  }

  /// A total, and paths from a code up to ever larger groups, such as `Cambodia, Mekong`.
  ///
  /// @throws IllegalArgumentException where a code stands twice
  public static Axis of(String name, List<List<String>> paths) {
    List<String> labels = new ArrayList<>(List.of("Total"));
    List<Integer> parents = new ArrayList<>(List.of(-1));
    List<List<String>> keys = new ArrayList<>();
    keys.add(List.of());
    Set<String> codes = new HashSet<>();
    for (List<String> path : paths) {
      if (!codes.add(path.getFirst())) {
        throw new IllegalArgumentException(name + ": '" + path.getFirst() + "' stands twice");
      }
      int parent = 0;
      for (int from = path.size() - 1; from >= 0; from--) {
        List<String> key = path.subList(from, path.size());
        int node = keys.indexOf(key);
        if (node < 0) {
          node = keys.size();
          keys.add(key);
          labels.add(path.get(from));
          parents.add(parent);
        }
        parent = node;
      }
    }
    return new Axis(name, labels, parents.stream().mapToInt(Integer::intValue).toArray());
  }

  /// What the axis is called.
  public String name() {
    return name;
  }

  /// How many nodes there are, the total included.
  public int nodes() {
    return parents.length;
  }

  /// What a node is called.
  public String label(int node) {
    return labels.get(node);
  }

  /// The node a node belongs to; -1 for the total.
  public int parent(int node) {
    return parents[node];
  }

  /// The node of a code, which has nothing below it; -1 when there is none.
  public int code(String label) {
    for (int node = 1; node < parents.length; node++) {
      if (labels.get(node).equals(label) && !hasChildren(node)) {
        return node;
      }
    }
    return -1;
  }

  private boolean hasChildren(int node) {
    for (int below = node + 1; below < parents.length; below++) {
      if (parents[below] == node) {
        return true;
      }
    }
    return false;
  }
}
