package org.sampan.disclosure.extract;

import java.util.List;
import java.util.PriorityQueue;

/// Walks the ways in which columns can be made less exact, from the least loss upwards.
///
/// The whole lattice may be too large to walk (2 to the power of 40 for 40 columns); the walk is
/// lazy, so a search stops where its budget ends.
final class Patterns {

  /// How exact each column may be, and the mean loss of a person so shown.
  record Pattern(int[] depths, double loss, int lastLowered) {}

  private final double[][] meanLoss;
  private final PriorityQueue<Pattern> waiting =
      new PriorityQueue<>((one, other) -> Double.compare(one.loss(), other.loss()));

  /// @param compared the columns that count; the others are never compared
  Patterns(Packing packing, List<GeneralisationTree> trees, boolean[] compared) {
    meanLoss = new double[trees.size()][];
    int[] depths = new int[trees.size()];
    double start = 0;
    for (int column = 0; column < trees.size(); column++) {
      meanLoss[column] = meanLoss(packing, trees.get(column), column);
      depths[column] = compared[column] ? meanLoss[column].length - 1 : 0;
      start += compared[column] ? meanLoss[column][depths[column]] : 0;
    }
    waiting.add(new Pattern(depths, start, 0));
  }

  boolean hasNext() {
    return !waiting.isEmpty();
  }

  /// The loss of the pattern that comes next.
  double nextLoss() {
    return waiting.element().loss();
  }

  /// The next pattern. Its followers lower one column that is not before the last one lowered, so
  /// that each pattern is met once.
  Pattern next() {
    Pattern pattern = waiting.remove();
    for (int column = pattern.lastLowered(); column < meanLoss.length; column++) {
      int depth = pattern.depths()[column];
      if (depth > 0) {
        int[] lowered = pattern.depths().clone();
        lowered[column] = depth - 1;
        double loss = pattern.loss() + meanLoss[column][depth - 1] - meanLoss[column][depth];
        waiting.add(new Pattern(lowered, loss, column));
      }
    }
    return pattern;
  }

  private static double[] meanLoss(Packing packing, GeneralisationTree tree, int column) {
    int deepest = 0;
    for (int node = 0; node < tree.nodes(); node++) {
      deepest = Math.max(deepest, tree.depth(node));
    }
    double[] mean = new double[deepest + 1];
    for (int depth = 0; depth <= deepest; depth++) {
      double lost = 0;
      long people = 0;
      for (int row = 0; row < packing.size(); row++) {
        lost += packing.weight(row) * tree.loss(tree.capped(packing.cells(row)[column], depth));
        people += packing.weight(row);
      }
      mean[depth] = lost / people;
    }
    return mean;
  }
}
