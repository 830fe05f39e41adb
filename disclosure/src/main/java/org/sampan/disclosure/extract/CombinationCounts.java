package org.sampan.disclosure.extract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How many people show each combination of up to R attributes, kept while cells change.
///
/// A combination is up to four attributes of different columns, each a number below 65,536, written
/// side by side into one word: so two combinations are never mistaken for each other. With
/// diversities, the values of the diverse columns are counted beside each combination.
final class CombinationCounts {

  private static final int ATTRIBUTES = 1 << 16;

  private final Promise promise;
  private final int[] firstAttribute;
  private final boolean[][] tells;
  private final int[] diverseColumns;
  private final int[] firstTally;
  private final int tallyWidth;
  private long[] keys = new long[1 << 12];
  private int[] counts = new int[1 << 12];
  private int[][] tallies;
  private int different;

  CombinationCounts(Rows rows, Promise promise) {
    this.promise = promise;
    List<GeneralisationTree> trees = rows.columns();
    firstAttribute = new int[trees.size()];
    tells = new boolean[trees.size()][];
    int next = 1;
    for (int column = 0; column < trees.size(); column++) {
      firstAttribute[column] = next;
      next += trees.get(column).nodes();
      tells[column] = new boolean[trees.get(column).nodes()];
      for (int node = 0; node < tells[column].length; node++) {
        tells[column][node] = trees.get(column).tells(node);
      }
    }
    if (next > ATTRIBUTES) {
      throw new IllegalArgumentException(
          "The code lists have more than 65,535 entries together; combinations cannot be counted");
    }
    diverseColumns =
        promise.diversities().stream().mapToInt(each -> rows.position(each.column())).toArray();
    firstTally = new int[diverseColumns.length];
    int width = 0;
    for (int index = 0; index < diverseColumns.length; index++) {
      firstTally[index] = width;
      width += trees.get(diverseColumns[index]).nodes();
    }
    tallyWidth = width;
    tallies = new int[width == 0 ? 0 : counts.length][];
  }

  /// The columns in which a row tells something.
  int[] telling(int[] cells) {
    int[] columns = new int[cells.length];
    int found = 0;
    for (int column = 0; column < cells.length; column++) {
      if (tells[column][cells[column]]) {
        columns[found++] = column;
      }
    }
    return Arrays.copyOf(columns, found);
  }

  /// The number of an attribute.
  long attribute(int column, int node) {
    return firstAttribute[column] + node;
  }

  /// How many people show the combination.
  int count(long key) {
    return counts[slot(key)];
  }

  /// Counts a person in (1) or out (-1).
  void add(long key, int[] cells, int people) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      if (++different * 2 > keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
    }
    counts[slot] += people;
    if (tallyWidth > 0) {
      int[] tally = tallies[slot] == null ? new int[tallyWidth] : tallies[slot];
      tallies[slot] = tally;
      for (int index = 0; index < diverseColumns.length; index++) {
        tally[firstTally[index] + cells[diverseColumns[index]]] += people;
      }
    }
  }

  /// Whether enough people show it, `more` of them with these cells still to come, and differ.
  boolean safe(long key, int[] cells, int more) {
    int slot = slot(key);
    if (counts[slot] + more < promise.people()) {
      return false;
    }
    for (int index = 0; index < diverseColumns.length; index++) {
      if (!mentions(key, diverseColumns[index]) && !diverse(slot, index, cells, more)) {
        return false;
      }
    }
    return true;
  }

  /// All counts, 0 included, in no order.
  IntStream all() {
    return IntStream.range(0, keys.length).filter(slot -> keys[slot] != 0).map(s -> counts[s]);
  }

  private boolean diverse(int slot, int index, int[] cells, int more) {
    int from = firstTally[index];
    // The last node of a column is the top: a withheld value is no value.
    int to = (index + 1 < firstTally.length ? firstTally[index + 1] : tallyWidth) - 1;
    int[] counted =
        tallies[slot] == null ? new int[to - from] : Arrays.copyOfRange(tallies[slot], from, to);
    int cell = cells[diverseColumns[index]];
    if (cell < counted.length) {
      counted[cell] += more;
    }
    boolean nothingShown = Arrays.stream(counted).allMatch(count -> count == 0);
    return nothingShown || promise.diversities().get(index).holds(counted);
  }

  private boolean mentions(long key, int column) {
    long from = firstAttribute[column];
    long to = from + tells[column].length;
    for (long rest = key; rest != 0; rest >>>= 16) {
      long attribute = rest & (ATTRIBUTES - 1);
      if (attribute >= from && attribute < to) {
        return true;
      }
    }
    return false;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    int[][] oldTallies = tallies;
    keys = new long[oldKeys.length * 2];
    counts = new int[keys.length];
    tallies = new int[tallyWidth == 0 ? 0 : keys.length][];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != 0) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        counts[slot] = oldCounts[old];
        if (tallyWidth > 0) {
          tallies[slot] = oldTallies[old];
        }
      }
    }
  }
}
