package org.sampan.names.prefixes;

import java.util.Arrays;
import java.util.List;

/// The beginnings of some texts of a tree, numbered anew without gaps: 0 is the empty one. What is
/// computed of each lies in arrays by these numbers. Scratch space of one thread.
public final class PrefixesAtHand {

  private PrefixTree tree = PrefixTree.of(List.of(new byte[0])).getFirst();
  private long[] chosen = new long[0];

  /// By the tree's numbers those at hand; 0 also for those that are not.
  private char[] numbers = new char[0];

  private char[] parents = new char[0];
  private byte[] symbols = new byte[0];
  private char[] ends = new char[0];
  private int[] levels = new int[1];
  private int count;

  /// Takes the beginnings of other texts.
  ///
  /// @param from a tree
  /// @param texts numbers of its texts, of which the first `number` count, none twice
  public void take(PrefixTree from, int[] texts, int number) {
    tree = from;
    if (numbers.length < tree.nodes()) {
      numbers = new char[tree.nodes()];
      parents = new char[tree.nodes()];
      symbols = new byte[tree.nodes()];
      chosen = new long[(tree.nodes() >> 6) + 1];
    }
    if (ends.length < number) {
      ends = new char[number];
    }
    Arrays.fill(chosen, 0);
    chosen[0] = 1;
    for (int i = 0; i < number; i++) {
      int node = tree.end(texts[i]);
      while ((chosen[node >> 6] >>> node & 1) == 0) {
        chosen[node >> 6] |= 1L << node;
        node = tree.parents[node];
      }
    }
    number();
    for (int i = 0; i < number; i++) {
      ends[i] = numbers[tree.end(texts[i])];
    }
  }

  private void number() {
    Arrays.fill(numbers, 0, tree.nodes(), (char) 0);
    levels = new int[tree.levels.length];
    count = 0;
    int level = 0;
    for (int word = 0; word << 6 < tree.nodes(); word++) {
      for (long left = chosen[word]; left != 0; left &= left - 1) {
        int node = (word << 6) + Long.numberOfTrailingZeros(left);
        while (node >= tree.levels[level]) {
          levels[level++] = count;
        }
        parents[count] = numbers[tree.parents[node]];
        symbols[count] = tree.symbols[node];
        numbers[node] = (char) count++;
      }
    }
    Arrays.fill(levels, level, levels.length, count);
  }

  /// How many there are, the empty one among them.
  public int count() {
    return count;
  }

  /// How many symbols the longest of the tree has.
  public int longest() {
    return levels.length - 2;
  }

  /// Where those with so many symbols begin, and one level more.
  public int level(int symbols) {
    return levels[symbols];
  }

  /// Those whose last symbol is marked, in order.
  ///
  /// @param into is filled; as long as there are prefixes
  /// @return how many
  public int marked(int[] into) {
    int found = 0;
    for (int node : tree.marked) {
      if (numbers[node] != 0) {
        into[found++] = numbers[node];
      }
    }
    return found;
  }

  /// Each one's beginning that is one symbol shorter; that of the empty one is itself. Not to be
  /// written to, and longer than [#count].
  public char[] parents() {
    return parents;
  }

  /// The last symbol of one.
  public int symbol(int prefix) {
    return symbols[prefix];
  }

  /// The one that is the whole of a text, by its place among those taken.
  public int end(int text) {
    return ends[text];
  }

  /// Writes down where a run of letters stands: the prefixes before it and those at its end, in the
  /// order of the latter.
  ///
  /// @param letters holds it from `begin` to `end`, at least one letter
  /// @param runs takes the places
  public void find(byte[] letters, int begin, int end, Runs runs) {
    PrefixTree.Places places = tree.places(letters, begin, end);
    runs.add(places.befores(), places.ends(), numbers);
  }
}
