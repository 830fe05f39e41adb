package org.sampan.disclosure.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Hierarchy;
import org.sampan.disclosure.domain.Variable;

/// How one column may be said less exactly: a public tree whose leaves are the values of its code
/// list, whose inner nodes are groups of them, and whose top says nothing at all (`*`).
///
/// Nodes are numbered: leaves first, in the order given, then groups from the leaves upwards, the
/// top last. The tree comes from a published code list, never from the data.
public final class GeneralisationTree {

  /// What a cell shows that says nothing.
  public static final String WITHHELD = "*";

  /// Up to so many nodes, every meeting of two is kept in a table.
  private static final int TABLED = 600;

  private final String column;
  private final String[] labels;
  private final int[] parents;
  private final int[] depths;
  private final int[] spans;
  private final int leaves;
  private final Map<String, Integer> leafByLabel;
  private final short[] meets;
  private final Set<String> silent;

  GeneralisationTree(
      String column, Set<String> silent, List<String> labels, int[] parents, int leaves) {
    this.column = column;
    this.silent = silent;
    this.labels = labels.toArray(String[]::new);
    this.parents = parents;
    this.leaves = leaves;
    this.leafByLabel = new LinkedHashMap<>();
    for (int leaf = 0; leaf < leaves; leaf++) {
      leafByLabel.put(this.labels[leaf], leaf);
    }
    this.depths = depths(parents);
    this.spans = spans(parents, leaves);
    this.meets = parents.length <= TABLED ? tabled() : new short[0];
  }

  /// A tree of two levels: each value, and nothing.
  ///
  /// @throws IllegalArgumentException when there is no value, or one stands twice
  public static GeneralisationTree flat(String column, List<String> values) {
    return of(column, values.stream().map(List::of).toList());
  }

  /// The tree in which each path goes from a value to ever larger groups, as ARX's hierarchy files
  /// write it: `Cambodia;Asia;*`. The top may be left out. Two paths that meet in a group must go
  /// on alike. A blank value tells nothing.
  ///
  /// @throws IllegalArgumentException when there is no path, a value stands twice, or two paths
  ///   that met part again
  public static GeneralisationTree of(String column, List<List<String>> paths) {
    return of(column, paths, Set.of(""));
  }

  private static GeneralisationTree of(
      String column, List<List<String>> paths, Set<String> silent) {
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(column + ": a hierarchy has at least one value");
    }
    return new TreeGrowth(column, paths, silent).grown();
  }

  /// The tree of a variable: by its published hierarchy, or of two levels where there is none.
  /// *Unknown* and *not asked* tell nothing; *no* does.
  public static GeneralisationTree of(Variable variable, Optional<Hierarchy> hierarchy) {
    List<List<String>> paths = new ArrayList<>();
    Set<String> silent = new HashSet<>();
    for (Category category : variable.categories()) {
      List<String> path = new ArrayList<>(List.of(category.code()));
      hierarchy.ifPresent(
          found -> found.levels().forEach(level -> path.add(level.get(category.code()))));
      paths.add(path);
      if (category.kind() == Category.Kind.UNKNOWN || category.kind() == Category.Kind.NOT_ASKED) {
        silent.add(category.code());
      }
    }
    return of(variable.name(), paths, silent);
  }

  /// The column's name.
  public String column() {
    return column;
  }

  /// How many nodes the tree has, the top included.
  public int nodes() {
    return labels.length;
  }

  /// How many values the code list has.
  public int leaves() {
    return leaves;
  }

  /// The node that says nothing.
  public int top() {
    return labels.length - 1;
  }

  /// The node one step less exact; the top is its own.
  public int parent(int node) {
    return parents[node];
  }

  /// What a node is called.
  public String label(int node) {
    return labels[node];
  }

  /// The leaf of a value, or -1 when the code list does not have it.
  public int leaf(String value) {
    return leafByLabel.getOrDefault(value, -1);
  }

  /// The node of a label as an extract shows it, or -1.
  public int node(String label) {
    int leaf = leaf(label);
    if (leaf >= 0) {
      return leaf;
    }
    for (int node = leaves; node < labels.length; node++) {
      if (labels[node].equals(label)) {
        return node;
      }
    }
    return -1;
  }

  /// Whether a cell with this node says something that could help to find a person.
  public boolean tells(int node) {
    return node != top() && (node >= leaves || !silent.contains(labels[node]));
  }

  /// The most exact node that covers both.
  public int meet(int one, int other) {
    return meets.length > 0 ? meets[one * labels.length + other] : climbed(one, other);
  }

  /// Whether a node covers another, or is it.
  public boolean covers(int node, int below) {
    return meet(node, below) == node;
  }

  /// What a node loses, from 0 (a value) to 1 (nothing said): the share of the other values it
  /// could also mean (Iyengar 2002, the loss metric).
  public double loss(int node) {
    if (node == top()) {
      return 1;
    }
    return leaves <= 1 ? 0 : (spans[node] - 1.0) / (leaves - 1.0);
  }

  /// How far a node is from the top, which is at 0.
  int depth(int node) {
    return depths[node];
  }

  /// The node itself, or the first above it that is not deeper.
  int capped(int node, int depth) {
    int climbing = node;
    while (depths[climbing] > depth) {
      climbing = parents[climbing];
    }
    return climbing;
  }

  private int climbed(int one, int other) {
    int left = one;
    int right = other;
    while (left != right) {
      if (depths[left] >= depths[right]) {
        left = parents[left];
      } else {
        right = parents[right];
      }
    }
    return left;
  }

  private short[] tabled() {
    int nodes = labels.length;
    short[] table = new short[nodes * nodes];
    for (int one = 0; one < nodes; one++) {
      for (int other = 0; other < nodes; other++) {
        table[one * nodes + other] = (short) climbed(one, other);
      }
    }
    return table;
  }

  private static int[] depths(int[] parents) {
    int[] depths = new int[parents.length];
    for (int node = parents.length - 2; node >= 0; node--) {
      depths[node] = depths[parents[node]] + 1;
    }
    return depths;
  }

  private static int[] spans(int[] parents, int leaves) {
    int[] spans = new int[parents.length];
    Arrays.fill(spans, 0, leaves, 1);
    for (int node = 0; node < parents.length - 1; node++) {
      spans[parents[node]] += spans[node];
    }
    return spans;
  }
}
