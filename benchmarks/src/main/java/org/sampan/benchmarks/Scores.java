package org.sampan.benchmarks;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// The pairs an engine scored, and how right they are at the threshold that suits it best.
final class Scores {

  private final People people;
  private final Set<Long> seen = new HashSet<>();
  private long[] ranked = new long[1 << 16];
  private int size;

  Scores(People people) {
    this.people = people;
  }

  /// A pair's score, from 0 to 1 or any other scale that grows with likeness; a pair counts once,
  /// by the score that came first.
  synchronized void add(int a, int b, double score) {
    if (a == b || !seen.add((long) Math.min(a, b) << 32 | Math.max(a, b))) {
      return;
    }
    if (size == ranked.length) {
      ranked = Arrays.copyOf(ranked, 2 * size);
    }
    boolean right = people.entities()[a] == people.entities()[b];
    long rank = (long) ((score + 1000) * 1e9);
    ranked[size++] = rank << 1 | (right ? 1 : 0);
  }

  /// The best F1 over all thresholds.
  Accuracy best() {
    Arrays.sort(ranked, 0, size);
    long real = people.realPairs();
    long right = 0;
    Accuracy best = new Accuracy(0, 0, 0, 0, 0, size);
    for (int at = size - 1; at >= 0; at--) {
      right += ranked[at] & 1;
      boolean last = at == 0 || ranked[at - 1] >>> 1 != ranked[at] >>> 1;
      if (!last) {
        continue;
      }
      double threshold = (ranked[at] >>> 1) / 1e9 - 1000;
      best = best.better(Accuracy.of(right, size - at, real, threshold, size));
    }
    return best.found(right / (double) Math.max(1, real));
  }
}
