package org.sampan.disclosure.extract;

import java.util.Arrays;
import java.util.List;

/// People who are published alike: some of each of several different rows.
final class Crowd {

  private final Packing packing;
  private final List<GeneralisationTree> trees;
  private final boolean[] compared;
  private int[] members = new int[4];
  private int[] counts = new int[4];
  private int different;
  private int size;
  private int[] nodes = new int[0];
  private double loss;

  /// @param compared the columns in which they must be alike
  Crowd(Packing packing, List<GeneralisationTree> trees, boolean[] compared) {
    this.packing = packing;
    this.trees = trees;
    this.compared = compared;
  }

  int size() {
    return size;
  }

  int different() {
    return different;
  }

  int member(int index) {
    return members[index];
  }

  int count(int index) {
    return counts[index];
  }

  /// What each person in it loses, in whole columns.
  double loss() {
    return loss;
  }

  /// How many of a row are in it.
  int countOf(int row) {
    int index = indexOf(row);
    return index < 0 ? 0 : counts[index];
  }

  /// The node all of them show in a column.
  int node(int column) {
    return nodes[column];
  }

  /// Takes people in; [#refit()] follows.
  void add(int row, int people) {
    int index = indexOf(row);
    if (index < 0) {
      addNew(row, people);
    } else {
      counts[index] += people;
      size += people;
    }
  }

  /// Takes in people of a row that is not here yet; [#refit()] follows.
  void addNew(int row, int people) {
    if (different == members.length) {
      members = Arrays.copyOf(members, different * 2);
      counts = Arrays.copyOf(counts, different * 2);
    }
    members[different] = row;
    counts[different++] = people;
    size += people;
  }

  /// Lets people go; [#refit()] follows.
  void remove(int row, int people) {
    int index = indexOf(row);
    counts[index] -= people;
    size -= people;
    if (counts[index] == 0) {
      different--;
      members[index] = members[different];
      counts[index] = counts[different];
    }
  }

  /// Finds the most exact thing that is true of all members.
  void refit() {
    nodes = packing.cells(members[0]).clone();
    for (int index = 1; index < different; index++) {
      int[] cells = packing.cells(members[index]);
      for (int column = 0; column < nodes.length; column++) {
        if (compared[column] && nodes[column] != cells[column]) {
          nodes[column] = trees.get(column).meet(nodes[column], cells[column]);
        }
      }
    }
    loss = 0;
    for (int column = 0; column < nodes.length; column++) {
      loss += compared[column] ? trees.get(column).loss(nodes[column]) : 0;
    }
  }

  /// What each would lose if this row came in.
  double lossWith(int row) {
    int[] cells = packing.cells(row);
    double with = 0;
    for (int column = 0; column < nodes.length; column++) {
      if (compared[column]) {
        GeneralisationTree tree = trees.get(column);
        with += tree.loss(tree.meet(nodes[column], cells[column]));
      }
    }
    return with;
  }

  /// Whether a column's values differ as they must.
  boolean diverse(int column, Diversity diversity) {
    int[] counted = new int[trees.get(column).nodes()];
    for (int index = 0; index < different; index++) {
      counted[packing.cells(members[index])[column]] += counts[index];
    }
    return diversity.holds(counted);
  }

  private int indexOf(int row) {
    for (int index = 0; index < different; index++) {
      if (members[index] == row) {
        return index;
      }
    }
    return -1;
  }
}
