package org.sampan.names.lattice;

import java.util.Arrays;
import org.sampan.names.prefixes.PrefixesAtHand;
import org.sampan.names.prefixes.Runs;

/// Where the letters of each step of a lattice stand in forms: found once for all forms, for all
/// steps that spell alike, and for all orders in which parts are tried. Scratch space of one
/// thread.
final class StepsAbreast {

  private final Runs runs = new Runs();

  /// Where the places of each step begin among the runs, and where they end.
  private int[] from = new int[0];

  private int[] to = new int[0];

  /// Steps that spell differently, by a hash of their letters; one more than the step.
  private int[] different = new int[256];

  /// Finds the steps of a lattice.
  void find(PrefixesAtHand prefixes, Lattice lattice) {
    int steps = lattice.to.length;
    if (from.length < steps) {
      from = new int[steps];
      to = new int[steps];
      different = new int[Math.max(256, Integer.highestOneBit(steps) << 2)];
    }
    Arrays.fill(different, 0);
    runs.clear();
    for (int step = 0; step < steps; step++) {
      int begin = lattice.start[step];
      int end = lattice.start[step + 1];
      if (begin < end) {
        int alike = alike(lattice, step, begin, end);
        if (alike == step) {
          from[step] = runs.count();
          prefixes.find(lattice.letters, begin, end, runs);
          to[step] = runs.count();
        } else {
          from[step] = from[alike];
          to[step] = to[alike];
        }
      }
    }
  }

  /// The first step that spells the same letters.
  private int alike(Lattice lattice, int step, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = hash * 37 + lattice.letters[i];
    }
    int place = hash * 0x9E3779B9 >>> 8 & different.length - 1;
    while (different[place] != 0) {
      int other = different[place] - 1;
      int otherBegin = lattice.start[other];
      int otherEnd = lattice.start[other + 1];
      byte[] all = lattice.letters;
      if (Arrays.equals(all, begin, end, all, otherBegin, otherEnd)) {
        return other;
      }
      place = place + 1 & different.length - 1;
    }
    different[place] = step + 1;
    return step;
  }

  /// Adds to the columns of a target what the columns of a source give it through a step with
  /// letters.
  void carry(int step, double[] source, double[] target, double weight) {
    char[] befores = runs.befores();
    char[] ends = runs.ends();
    int end = to[step];
    for (int i = from[step]; i < end; i++) {
      target[ends[i]] += source[befores[i]] * weight;
    }
  }
}
