package org.sampan.names;

import java.util.Arrays;
import java.util.List;
import org.sampan.names.lattice.AlignmentAbreast;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.lattice.Lattice;
import org.sampan.names.lattice.Letters;

/// What [SpellingScore] says of one name and each of many in Latin letters, to the last bit,
/// several times faster. Holds the scratch space of one thread.
final class ScoresAbreast {

  /// Forms are laid side by side by their length, so that few places are empty.
  private static final int LENGTHS = 64;

  private final AlignmentAbreast alignment = new AlignmentAbreast();
  private final double[] bits = new double[AlignmentAbreast.MOST];
  private final double[] best = new double[AlignmentAbreast.MOST];
  private final double[] spellings = new double[AlignmentAbreast.MOST];
  private final int[] starts = new int[LENGTHS + 1];
  private LatinForm[] forms = new LatinForm[0];
  private boolean[] admitted = new boolean[0];
  private boolean[] resembling = new boolean[0];
  private int[] sorted = new int[0];
  private int number;

  /// The scores of the first `count` others.
  ///
  /// @param scores is filled
  void of(Name name, Name[] others, int language, int count, double[] scores) {
    if (sorted.length < count) {
      sorted = new int[count];
      forms = new LatinForm[count];
      admitted = new boolean[count];
      resembling = new boolean[count];
    }
    Arrays.fill(scores, 0, count, Double.NEGATIVE_INFINITY);
    choose(name.lattices(), others, language, count);
    for (int from = 0; from < number; from += AlignmentAbreast.MOST) {
      int to = Math.min(number, from + AlignmentAbreast.MOST);
      spell(name.lattices(), from, to);
      for (int i = from; i < to; i++) {
        int chosen = sorted[i];
        scores[chosen] = SpellingScore.ratio(name, forms[chosen], spellings[i - from]);
      }
    }
  }

  /// Chooses those that may be spelled, exactly or with slips, and sorts them by length.
  private void choose(List<Lattice> parts, Name[] others, int language, int count) {
    Arrays.fill(starts, 0);
    for (int i = 0; i < count; i++) {
      Name other = others[i];
      LatinForm form = other.latin(language);
      boolean glance = parts.size() == 1;
      long outline = other.outline();
      Lattice first = parts.getFirst();
      forms[i] = form;
      admitted[i] =
          glance && first.admits(outline)
              || !(glance && other.oneToken()) && SpellingScore.admits(parts, form);
      resembling[i] = glance ? first.resembles(outline) : admitted[i];
      if (admitted[i] || resembling[i]) {
        starts[Letters.length(outline) + 1]++;
      }
    }
    for (int length = 1; length <= LENGTHS; length++) {
      starts[length] += starts[length - 1];
    }
    number = starts[LENGTHS];
    for (int i = 0; i < count; i++) {
      if (admitted[i] || resembling[i]) {
        sorted[starts[Letters.length(others[i].outline())]++] = i;
      }
    }
  }

  /// Spells a block of the chosen: first exactly, then, where that is poor, with slips.
  private void spell(List<Lattice> parts, int from, int to) {
    alignment.take(forms, sorted, from, to);
    Arrays.fill(spellings, Double.NEGATIVE_INFINITY);
    boolean any = false;
    for (int i = from; i < to; i++) {
      any |= admitted[sorted[i]];
    }
    if (any) {
      inEveryOrder(parts, false);
      for (int i = from; i < to; i++) {
        spellings[i - from] = admitted[sorted[i]] ? best[i - from] : Double.NEGATIVE_INFINITY;
      }
    }
    boolean slips = false;
    for (int i = from; i < to; i++) {
      slips |= poor(sorted[i], spellings[i - from]);
    }
    if (slips) {
      inEveryOrder(parts, true);
      for (int i = from; i < to; i++) {
        double before = spellings[i - from];
        double found = best[i - from] - SpellingScore.SLIP_BITS;
        spellings[i - from] = poor(sorted[i], before) ? Math.max(before, found) : before;
      }
    }
  }

  private boolean poor(int form, double spelling) {
    return resembling[form] && !(spelling > forms[form].backgroundBits());
  }

  private void inEveryOrder(List<Lattice> parts, boolean slips) {
    double absent = SpellingScore.absent(parts);
    int[][] orders = SpellingScore.ORDERS[parts.size()];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < orders.length; i++) {
      alignment.spellingBits(parts, orders[i], absent, slips, bits);
      for (int lane = 0; lane < bits.length; lane++) {
        double found = i == 0 ? bits[lane] : bits[lane] + SpellingScore.OTHER_ORDER_BITS;
        best[lane] = Math.max(best[lane], found);
      }
    }
  }
}
