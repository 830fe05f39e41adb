package org.sampan.names.han;

import java.util.Arrays;
import java.util.Map;

/// Stretches of letters a to z with the base-2 logarithm of each one's probability, walked letter
/// by letter.
final class LetterTrie {
  static final int ROOT = 0;
  static final int NONE = -1;
  private static final int LETTERS = 26;

  private int[] next = new int[LETTERS];
  private double[] logs = {Emission.NEVER};
  private int nodes = 1;

  LetterTrie(Map<String, Double> stretches) {
    Arrays.fill(next, NONE);
    stretches.forEach(this::put);
  }

  private void put(String stretch, double log) {
    int node = ROOT;
    for (int i = 0; i < stretch.length(); i++) {
      int edge = node * LETTERS + stretch.charAt(i) - 'a';
      if (next[edge] == NONE) {
        int made = grown();
        next[edge] = made;
      }
      node = next[edge];
    }
    logs[node] = log;
  }

  private int grown() {
    if (nodes == logs.length) {
      logs = Arrays.copyOf(logs, 2 * nodes);
      Arrays.fill(logs, nodes, logs.length, Emission.NEVER);
      next = Arrays.copyOf(next, 2 * nodes * LETTERS);
      Arrays.fill(next, nodes * LETTERS, next.length, NONE);
    }
    return nodes++;
  }

  /// The node after one more letter, or none.
  int after(int node, char letter) {
    return next[node * LETTERS + letter - 'a'];
  }

  /// The logarithm of the stretch that ends at a node; negative infinity when none ends there.
  double log(int node) {
    return logs[node];
  }
}
