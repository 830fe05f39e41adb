package org.sampan.names.lattice;

import java.util.Arrays;

/// Which steps of a lattice the letters of forms allow, and where: found once for all forms, and
/// for all orders in which parts are tried. Scratch space of one thread.
///
/// A *cell* is a node and a place: `node * WIDTH + place`. The steps that leave a node and end at a
/// place are a chain, in the order of the lattice.
final class StepsAbreast {

  private static final int WIDTH = FormsAbreast.WIDTH;
  private static final int WORDS = FormsAbreast.WORDS;

  private int[] first = new int[0];
  private int[] last = new int[0];
  private int[] next = new int[256];
  private int[] source = new int[256];
  private int[] target = new int[256];
  private double[] weight = new double[256];
  private long[] lanes = new long[256 * WORDS];
  private int count;

  /// Finds the steps of a lattice.
  void find(FormsAbreast forms, Lattice lattice) {
    open(lattice.nodes * WIDTH);
    for (int node = 0; node < lattice.last(); node++) {
      for (int step = lattice.firstStep(node); step < lattice.firstStep(node + 1); step++) {
        int letters = lattice.start[step + 1] - lattice.start[step];
        long places = forms.anywhere(lattice, step) & -1L >>> 63 - forms.longest();
        for (long left = places; left != 0; left &= left - 1) {
          int at = Long.numberOfTrailingZeros(left);
          long any = 0;
          for (int word = 0; word < WORDS; word++) {
            long some = letters == 0 ? forms.all(word) : forms.at(lattice, step, at, word);
            lanes[count * WORDS + word] = some;
            any |= some;
          }
          if (any != 0) {
            add(node * WIDTH + at, letters, lattice.to[step], lattice.weight[step]);
          }
        }
      }
    }
  }

  private void open(int cells) {
    if (first.length < cells) {
      first = new int[cells];
      last = new int[cells];
    }
    Arrays.fill(first, 0, cells, -1);
    count = 0;
  }

  private void add(int from, int letters, int to, double probability) {
    int end = from + letters;
    if (first[end] < 0) {
      first[end] = count;
    } else {
      next[last[end]] = count;
    }
    last[end] = count;
    next[count] = -1;
    source[count] = from;
    target[count] = to * WIDTH + end % WIDTH;
    weight[count] = probability;
    if (++count == next.length) {
      grow();
    }
  }

  private void grow() {
    next = Arrays.copyOf(next, 2 * count);
    source = Arrays.copyOf(source, 2 * count);
    target = Arrays.copyOf(target, 2 * count);
    weight = Arrays.copyOf(weight, 2 * count);
    lanes = Arrays.copyOf(lanes, 2 * count * WORDS);
  }

  /// The first step that leaves a node and ends at a place; -1 for none.
  int first(int cell) {
    return first[cell];
  }

  /// The one after it; -1 for none.
  int next(int found) {
    return next[found];
  }

  /// The cell where a step begins; the one it is found by for a step without letters.
  int source(int found) {
    return source[found];
  }

  /// The cell where it leads.
  int target(int found) {
    return target[found];
  }

  double weight(int found) {
    return weight[found];
  }

  /// Which forms of a word have its letters.
  long lanes(int found, int word) {
    return lanes[found * WORDS + word];
  }
}
