package org.sampan.names.lattice;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [Alignment] beside many Latin forms at once: the same sums in the same order, hence the same
/// bits to the last, several times faster. What costs one look a form there is one look at 64 forms
/// here, and sums run over them as vectors. Holds scratch space: it belongs to one thread.
public final class AlignmentAbreast {

  /// How many forms fit side by side.
  public static final int MOST = FormsAbreast.LANES;

  private static final int WIDTH = FormsAbreast.WIDTH;
  private static final int WORDS = FormsAbreast.WORDS;
  private static final double LOG_2 = Math.log(2);

  private final FormsAbreast forms = new FormsAbreast();
  private final SlipsAbreast slipping = new SlipsAbreast(forms);
  private boolean priced;

  /// Of each part what was found beside the forms at hand, and of which lattice.
  private StepsAbreast[] steps = new StepsAbreast[0];

  private @Nullable Lattice[] stepsOf = new Lattice[0];

  /// The columns between two parts, and which forms reach each.
  private final double[][] between = new double[WIDTH][MOST];

  private final long[] betweenReached = new long[WIDTH * WORDS];

  /// The columns of a part, by node and place, and which forms reach each.
  private double[][] cells = new double[0][];

  private long[] reached = new long[0];

  /// Takes forms in place of those at hand.
  ///
  /// @param all some forms
  /// @param chosen numbers of forms, of which those at `from` to `to` are taken, [#MOST] at most
  public void take(LatinForm[] all, int[] chosen, int from, int to) {
    forms.take(all, chosen, from, to);
    Arrays.fill(stepsOf, null);
    priced = false;
  }

  /// What [Alignment#spellingBits] says of each form at hand.
  ///
  /// @param order the numbers of the parts in the order tried
  /// @param absent the probability that a part is left out, and that a token is one too many
  /// @param bits is filled, one number a form
  public void spellingBits(
      List<Lattice> parts, int[] order, double absent, boolean slips, double[] bits) {
    begin();
    skipTokens(absent);
    for (int part : order) {
      Lattice lattice = parts.get(part);
      StepsAbreast found = steps(part, lattice);
      open(lattice);
      if (slips) {
        passWithSlips(lattice, found);
      } else {
        pass(lattice, found);
      }
      close(lattice, absent);
      skipTokens(absent);
    }
    for (int lane = 0; lane < forms.count(); lane++) {
      double probability = between[forms.length(lane)][lane];
      bits[lane] = probability > 0 ? Math.log(probability) / LOG_2 : Double.NEGATIVE_INFINITY;
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
      steps[part].find(forms, lattice);
      stepsOf[part] = lattice;
    }
    return steps[part];
  }

  private void begin() {
    for (int at = 0; at <= forms.longest(); at++) {
      Arrays.fill(between[at], 0, forms.width(), at == 0 ? 1 : 0);
      for (int word = 0; word < WORDS; word++) {
        betweenReached[at * WORDS + word] = at == 0 ? forms.all(word) : 0;
      }
    }
  }

  /// The same as in [Alignment], form by form.
  private void skipTokens(double extra) {
    for (int lane = 0; lane < forms.count(); lane++) {
      LatinForm form = forms.forms[lane];
      double[] prices = form.tokenPrices();
      int begin = 0;
      for (int i = 0; i < prices.length; i++) {
        int end = form.letters().tokens[i];
        if ((betweenReached[begin * WORDS + (lane >> 6)] >>> lane & 1) != 0) {
          between[end][lane] += between[begin][lane] * prices[i] * (form.titles()[i] ? 0.5 : extra);
          betweenReached[end * WORDS + (lane >> 6)] |= 1L << lane;
        }
        begin = end;
      }
    }
  }

  private void open(Lattice lattice) {
    int room = lattice.nodes * WIDTH;
    if (cells.length < room) {
      cells = new double[room][MOST];
      reached = new long[room * WORDS];
    }
    int longest = forms.longest();
    for (int node = 1; node < lattice.nodes; node++) {
      int first = node * WIDTH;
      Arrays.fill(reached, first * WORDS, (first + longest + 1) * WORDS, 0);
    }
    System.arraycopy(betweenReached, 0, reached, 0, (longest + 1) * WORDS);
    for (int at = 0; at <= longest; at++) {
      System.arraycopy(between[at], 0, cells[at], 0, forms.width());
    }
  }

  private void passWithSlips(Lattice lattice, StepsAbreast found) {
    if (!priced) {
      slipping.price();
      priced = true;
    }
    for (int node = 1; node < lattice.nodes; node++) {
      for (int at = 0; at <= forms.longest(); at++) {
        Arrays.fill(cells[node * WIDTH + at], 0, forms.width(), 0);
      }
    }
    slipping.pass(lattice, found, cells);
    for (int at = 0; at <= forms.longest(); at++) {
      for (int word = 0; word < WORDS; word++) {
        reached[(lattice.last() * WIDTH + at) * WORDS + word] = forms.all(word);
      }
    }
  }

  private void pass(Lattice lattice, StepsAbreast found) {
    for (int at = 0; at <= forms.longest(); at++) {
      for (int node = 0; node < lattice.last(); node++) {
        int cell = node * WIDTH + at;
        for (int step = found.first(cell); step >= 0; step = found.next(step)) {
          int from = found.source(step);
          for (int word = 0; word < WORDS; word++) {
            long fits = reached[from * WORDS + word] & found.lanes(step, word);
            if (fits != 0) {
              carry(from, found.target(step), found.weight(step), fits, word);
            }
          }
        }
      }
    }
  }

  private void carry(int from, int to, double weight, long fits, int word) {
    double[] source = cells[from];
    double[] target = cells[to];
    int first = word << 6;
    long before = reached[to * WORDS + word];
    for (long left = fits & ~before; left != 0; left &= left - 1) {
      int lane = first + Long.numberOfTrailingZeros(left);
      target[lane] = source[lane] * weight;
    }
    for (long left = fits & before; left != 0; left &= left - 1) {
      int lane = first + Long.numberOfTrailingZeros(left);
      target[lane] += source[lane] * weight;
    }
    reached[to * WORDS + word] = before | fits;
  }

  private void close(Lattice lattice, double absent) {
    for (int at = 0; at <= forms.longest(); at++) {
      double[] last = cells[lattice.last() * WIDTH + at];
      double[] column = between[at];
      for (int word = 0; word < WORDS; word++) {
        long done = reached[(lattice.last() * WIDTH + at) * WORDS + word];
        long both = betweenReached[at * WORDS + word] | done;
        for (long left = both; left != 0; left &= left - 1) {
          int lane = (word << 6) + Long.numberOfTrailingZeros(left);
          column[lane] = column[lane] * absent + ((done >>> lane & 1) != 0 ? last[lane] : 0);
        }
        betweenReached[at * WORDS + word] = both;
      }
    }
  }
}
