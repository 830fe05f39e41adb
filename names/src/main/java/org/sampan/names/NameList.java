package org.sampan.names;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.prefixes.PrefixTree;

/// Names laid out once, so that each of many others can be compared with all of them: Latin forms
/// that begin alike lie together, and what a comparison reads first lies in arrays of its own.
/// Immutable, thread-safe; made by [Names#list].
public final class NameList {

  private final List<Name> names;
  private final long[] outlines;
  private final boolean[] oneToken;
  private final List<PrefixTree> trees;

  /// The tree that holds the letters of each name, or -1, and its number there.
  private final int[] treeOf;

  private final int[] textOf;
  private final AtomicReferenceArray<LatinForm @Nullable []> beside;

  NameList(List<Name> names) {
    this.names = List.copyOf(names);
    int size = this.names.size();
    this.outlines = new long[size];
    this.oneToken = new boolean[size];
    this.treeOf = new int[size];
    this.textOf = new int[size];
    this.beside = new AtomicReferenceArray<>(Languages.SCRIPTS.size());
    Arrays.fill(treeOf, -1);
    byte[][] symbols = new byte[size][];
    for (int i = 0; i < size; i++) {
      Name name = this.names.get(i);
      outlines[i] = name.outline();
      oneToken[i] = name.oneToken();
      symbols[i] = spelled(name) ? name.latin(0).symbols() : new byte[0];
    }
    int[] order =
        IntStream.range(0, size)
            .filter(i -> symbols[i].length > 0)
            .boxed()
            .sorted(Comparator.comparing(i -> symbols[i], Arrays::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    this.trees = PrefixTree.of(Arrays.stream(order).mapToObj(i -> symbols[i]).toList());
    int at = 0;
    for (int tree = 0; tree < trees.size(); tree++) {
      for (int text = 0; text < trees.get(tree).texts(); text++) {
        treeOf[order[at]] = tree;
        textOf[order[at++]] = text;
      }
    }
  }

  /// Whether the letters of a name alone tell its bits beside one that [Comparison#spells].
  private static boolean spelled(Name name) {
    return name.outline() != 0 && !name.nicknamed();
  }

  /// How many names there are.
  public int size() {
    return names.size();
  }

  /// The name at a place.
  public Name get(int place) {
    return names.get(place);
  }

  /// Its Latin letters at a glance; 0 for a name that is not in Latin letters.
  long outline(int place) {
    return outlines[place];
  }

  boolean oneToken(int place) {
    return oneToken[place];
  }

  List<PrefixTree> trees() {
    return trees;
  }

  /// The tree that holds the letters of a name; -1 for one that is compared by itself.
  int tree(int place) {
    return treeOf[place];
  }

  /// Whether all of these places stand in trees.
  boolean trees(int[] places) {
    boolean all = true;
    for (int place : places) {
      all &= treeOf[place] >= 0;
    }
    return all;
  }

  int text(int place) {
    return textOf[place];
  }

  /// The forms beside a language of the names that stand in trees, by place. Two threads may both
  /// make them, which harms nothing.
  LatinForm[] beside(int language) {
    LatinForm[] known = beside.get(language);
    if (known == null) {
      known = new LatinForm[names.size()];
      for (int i = 0; i < known.length; i++) {
        if (treeOf[i] >= 0) {
          known[i] = names.get(i).latin(language);
        }
      }
      beside.set(language, known);
    }
    return known;
  }

  /// The names themselves are personal: they do not print.
  @Override
  public String toString() {
    return "NameList[" + size() + "]";
  }
}
