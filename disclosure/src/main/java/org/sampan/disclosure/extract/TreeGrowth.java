package org.sampan.disclosure.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Grows the numbered tree from its paths.
final class TreeGrowth {

  private final String column;
  private final Set<String> silent;
  private final List<List<String>> paths;
  private final List<String> labels = new ArrayList<>();
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private int longest;

  TreeGrowth(String column, List<List<String>> paths, Set<String> silent) {
    this.column = column;
    this.silent = Set.copyOf(silent);
    this.paths = paths.stream().map(TreeGrowth::withoutTop).toList();
  }

  GeneralisationTree grown() {
    for (List<String> path : paths) {
      longest = Math.max(longest, path.size());
      if (labels.contains(path.getFirst())) {
        throw new IllegalArgumentException(column + ": '" + path.getFirst() + "' stands twice");
      }
      labels.add(path.getFirst());
    }
    // A group's number must be above those of all it holds: numbered by its height.
    for (int height = 1; height < longest; height++) {
      for (List<String> path : paths) {
        if (height < path.size() && heightOf(path.get(height)) == height) {
          groups.computeIfAbsent(path.get(height), this::numbered);
        }
      }
    }
    int[] parents = new int[labels.size() + 1];
    Arrays.fill(parents, labels.size());
    for (int leaf = 0; leaf < paths.size(); leaf++) {
      link(leaf, paths.get(leaf), parents);
    }
    labels.add(GeneralisationTree.WITHHELD);
    return new GeneralisationTree(column, silent, labels, parents, paths.size());
  }

  private int numbered(String label) {
    labels.add(label);
    return labels.size() - 1;
  }

  private int heightOf(String group) {
    return paths.stream()
        .mapToInt(path -> path.subList(1, path.size()).indexOf(group) + 1)
        .max()
        .orElse(0);
  }

  private void link(int leaf, List<String> path, int[] parents) {
    int node = leaf;
    for (String label : path.subList(1, path.size())) {
      Integer group = groups.get(label);
      if (group == null || group == node) {
        continue;
      }
      if (node >= paths.size() && parents[node] != labels.size() && parents[node] != group) {
        throw new IllegalArgumentException(column + ": '" + labels.get(node) + "' has two groups");
      }
      parents[node] = group;
      node = group;
    }
  }

  private static List<String> withoutTop(List<String> path) {
    return path.size() > 1 && path.getLast().equals(GeneralisationTree.WITHHELD)
        ? path.subList(0, path.size() - 1)
        : path;
  }
}
