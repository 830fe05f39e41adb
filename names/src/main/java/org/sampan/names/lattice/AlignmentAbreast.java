package org.sampan.names.lattice;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.names.prefixes.PrefixTree;
import org.sampan.names.prefixes.PrefixesAtHand;

/// [Alignment] beside many Latin forms at once: the same sums in the same order, hence the same
/// bits to the last, several times faster. The probability of arriving at a node after so many
/// letters depends on these letters alone, so forms that begin alike share it: a column holds one
/// number for each beginning of a form, and sums run over columns. Holds scratch space: it belongs
/// to one thread.
public final class AlignmentAbreast {

  private static final double LOG_2 = Math.log(2);

  private final PrefixesAtHand prefixes = new PrefixesAtHand();
  private final SlipsAbreast slipping = new SlipsAbreast(prefixes);
  private final TokensAbreast tokens = new TokensAbreast(prefixes);
  private boolean priced;
  private int forms;

  /// Of each part where its steps stand in the forms at hand, and of which lattice.
  private StepsAbreast[] steps = new StepsAbreast[0];

  private @Nullable Lattice[] stepsOf = new Lattice[0];

  /// The column between two parts, and that of each node of a part.
  private double[] between = new double[0];

  private double[][] cells = new double[0][];

  /// The columns below this one hold what belongs to the part at hand.
  private int cleared;

  /// Takes forms in place of those at hand.
  ///
  /// @param tree holds their [LatinForm#symbols()]
  /// @param texts the number of each in the tree
  /// @param all the forms, in the same order
  /// @param count how many
  public void take(PrefixTree tree, int[] texts, LatinForm[] all, int count) {
    prefixes.take(tree, texts, count);
    tokens.take(all, count);
    Arrays.fill(stepsOf, null);
    priced = false;
    forms = count;
    if (between.length < prefixes.count()) {
      between = new double[prefixes.count() + (prefixes.count() >> 2)];
      cells = new double[0][];
    }
  }

  /// What [Alignment#spellingBits] says of each form at hand.
  ///
  /// @param order the numbers of the parts in the order tried
  /// @param absent the probability that a part is left out, and that a token is one too many
  /// @param bits is filled, one number a form
  public void spellingBits(
      List<Lattice> parts, int[] order, double absent, boolean slips, double[] bits) {
    if (slips && !priced) {
      slipping.price();
      priced = true;
    }
    Arrays.fill(between, 0, prefixes.count(), 0);
    between[0] = 1;
    tokens.skip(between, absent);
    for (int part : order) {
      Lattice lattice = parts.get(part);
      StepsAbreast found = steps(part, lattice);
      pass(lattice, found, slips);
      close(cells[lattice.last()], absent);
      tokens.skip(between, absent);
    }
    for (int form = 0; form < forms; form++) {
      double probability = between[prefixes.end(form)];
      bits[form] = probability > 0 ? Math.log(probability) / LOG_2 : Double.NEGATIVE_INFINITY;
    }
  }

  private StepsAbreast steps(int part, Lattice lattice) {
    if (part >= steps.length) {
      int before = steps.length;
      steps = Arrays.copyOf(steps, part + 1);
      stepsOf = Arrays.copyOf(stepsOf, part + 1);
      for (int i = before; i <= part; i++) {
        steps[i] = new StepsAbreast();
      }
    }
    if (stepsOf[part] != lattice) {
      steps[part].find(prefixes, lattice);
      stepsOf[part] = lattice;
    }
    return steps[part];
  }

  private void open(int nodes) {
    if (cells.length < nodes) {
      int before = cells.length;
      cells = Arrays.copyOf(cells, nodes);
      for (int node = before; node < nodes; node++) {
        cells[node] = new double[between.length];
      }
    }
    System.arraycopy(between, 0, cells[0], 0, prefixes.count());
    cleared = 1;
  }

  /// Empties the columns up to a node, shortly before they are needed.
  private void clear(int node) {
    for (; cleared <= node; cleared++) {
      Arrays.fill(cells[cleared], 0, prefixes.count(), 0);
    }
  }

  private void pass(Lattice lattice, StepsAbreast found, boolean slips) {
    open(lattice.nodes);
    for (int node = 0; node < lattice.last(); node++) {
      if (slips) {
        slipping.extraLetters(cells[node], lattice.lastSlip(node) > node);
      }
      spell(lattice, node, found);
      if (slips) {
        clear(lattice.lastSlip(node));
        slipping.strangeLetters(lattice, node, cells);
      }
    }
    clear(lattice.last());
    if (slips) {
      slipping.extraLetters(cells[lattice.last()], false);
    }
  }

  private void spell(Lattice lattice, int node, StepsAbreast found) {
    double[] source = cells[node];
    for (int step = lattice.firstStep(node); step < lattice.firstStep(node + 1); step++) {
      clear(lattice.to[step]);
      double[] target = cells[lattice.to[step]];
      if (lattice.start[step] == lattice.start[step + 1]) {
        SlipsAbreast.add(source, target, lattice.weight[step], prefixes.count());
      } else {
        found.carry(step, source, target, lattice.weight[step]);
      }
    }
  }

  /// Allows a part to be left out.
  private void close(double[] last, double absent) {
    double[] column = between;
    int count = prefixes.count();
    for (int i = 0; i < count; i++) {
      column[i] = column[i] * absent + last[i];
    }
  }
}
