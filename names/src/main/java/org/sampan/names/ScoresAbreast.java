package org.sampan.names;

import java.util.Arrays;
import java.util.List;
import org.sampan.names.lattice.AlignmentAbreast;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.lattice.Lattice;

/// What [SpellingScore] says of one name and each of many in Latin letters, to the last bit,
/// several times faster. Holds the scratch space of one thread.
final class ScoresAbreast {

  private final AlignmentAbreast alignment = new AlignmentAbreast();

  /// The places asked for, those of one tree together, and which answer each belongs to.
  private int[] sorted = new int[0];

  private int[] answers = new int[0];

  /// Where those of each tree end.
  private int[] ends = new int[0];

  /// Of the names that are compared together: their answers, their numbers in the tree, their
  /// forms, and what was found.
  private int[] places = new int[0];

  private int[] texts = new int[0];
  private LatinForm[] forms = new LatinForm[0];
  private boolean[] admitted = new boolean[0];
  private boolean[] resembling = new boolean[0];
  private double[] bits = new double[0];
  private double[] best = new double[0];
  private double[] spellings = new double[0];
  private int count;

  /// The scores of some names of a list, each of which stands in one of its trees.
  ///
  /// @param all the places of the names, none twice
  /// @param scores is filled, one number a place
  void of(Name name, NameList list, int language, int[] all, double[] scores) {
    sort(list, all);
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    LatinForm[] beside = list.beside(language);
    int from = 0;
    for (int tree = 0; tree < list.trees().size(); tree++) {
      count = 0;
      if (from < ends[tree]) {
        choose(name.lattices(), list, beside, from, ends[tree]);
        from = ends[tree];
      }
      if (count > 0) {
        alignment.take(list.trees().get(tree), texts, forms, count);
        spell(name.lattices());
        for (int i = 0; i < count; i++) {
          scores[places[i]] = SpellingScore.ratio(name, forms[i], spellings[i]);
        }
      }
    }
  }

  /// Puts those of one tree together.
  private void sort(NameList list, int[] all) {
    int number = all.length;
    int trees = list.trees().size();
    if (ends.length < trees + 1) {
      ends = new int[trees + 1];
    }
    if (sorted.length < number) {
      sorted = new int[number];
      answers = new int[number];
    }
    Arrays.fill(ends, 0);
    for (int i = 0; i < number; i++) {
      ends[list.tree(all[i]) + 1]++;
    }
    for (int tree = 1; tree <= trees; tree++) {
      ends[tree] += ends[tree - 1];
    }
    for (int i = 0; i < number; i++) {
      int at = ends[list.tree(all[i])]++;
      sorted[at] = all[i];
      answers[at] = i;
    }
  }

  /// Takes those of the sorted that may be spelled, exactly or with slips.
  private void choose(List<Lattice> parts, NameList list, LatinForm[] beside, int from, int to) {
    room(to - from);
    boolean glance = parts.size() == 1;
    Lattice first = parts.getFirst();
    for (int i = from; i < to; i++) {
      int place = sorted[i];
      long outline = list.outline(place);
      LatinForm form = beside[place];
      admitted[count] =
          glance && first.admits(outline)
              || !(glance && list.oneToken(place)) && SpellingScore.admits(parts, form);
      resembling[count] = glance ? first.resembles(outline) : admitted[count];
      if (admitted[count] || resembling[count]) {
        places[count] = answers[i];
        texts[count] = list.text(place);
        forms[count++] = form;
      }
    }
  }

  private void room(int needed) {
    if (places.length < needed) {
      places = new int[needed];
      texts = new int[needed];
      forms = new LatinForm[needed];
      admitted = new boolean[needed];
      resembling = new boolean[needed];
      bits = new double[needed];
      best = new double[needed];
      spellings = new double[needed];
    }
  }

  /// Spells the chosen: first exactly, then, where that is poor, with slips.
  private void spell(List<Lattice> parts) {
    boolean any = false;
    for (int i = 0; i < count; i++) {
      any |= admitted[i];
    }
    Arrays.fill(spellings, 0, count, Double.NEGATIVE_INFINITY);
    if (any) {
      inEveryOrder(parts, false);
      for (int i = 0; i < count; i++) {
        spellings[i] = admitted[i] ? best[i] : Double.NEGATIVE_INFINITY;
      }
    }
    boolean slips = false;
    for (int i = 0; i < count; i++) {
      slips |= poor(i);
    }
    if (slips) {
      inEveryOrder(parts, true);
      for (int i = 0; i < count; i++) {
        double found = best[i] - SpellingScore.SLIP_BITS;
        spellings[i] = poor(i) ? Math.max(spellings[i], found) : spellings[i];
      }
    }
  }

  private boolean poor(int i) {
    return resembling[i] && !(spellings[i] > forms[i].backgroundBits());
  }

  private void inEveryOrder(List<Lattice> parts, boolean slips) {
    double absent = SpellingScore.absent(parts);
    int[][] orders = SpellingScore.ORDERS[parts.size()];
    Arrays.fill(best, 0, count, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < orders.length; i++) {
      alignment.spellingBits(parts, orders[i], absent, slips, bits);
      for (int form = 0; form < count; form++) {
        double found = i == 0 ? bits[form] : bits[form] + SpellingScore.OTHER_ORDER_BITS;
        best[form] = Math.max(best[form], found);
      }
    }
  }
}
