package org.sampan.disclosure.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The different rows, each packed into a few words so that two of them are compared under a
/// pattern by one "and" a word.
///
/// A cell is written as its path from the top of its tree, so that cutting the lower bits of a
/// column makes it less exact. A pattern gives each column a depth it may show at most.
final class Packing {

  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private final List<GeneralisationTree> trees;
  private final int[][] different;
  private final int[] weights;
  private final int[] rowToDifferent;
  private final int[] firstBit;
  private final int[][] bitsByDepth;
  private final long[][] words;

  Packing(Rows rows) {
    trees = rows.columns();
    Map<List<Integer>, Integer> seen = new LinkedHashMap<>();
    rowToDifferent = new int[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      List<Integer> key = Arrays.stream(rows.row(row)).boxed().toList();
      rowToDifferent[row] = seen.computeIfAbsent(key, _ -> seen.size());
    }
    different = new int[seen.size()][];
    weights = new int[seen.size()];
    for (int row = 0; row < rows.size(); row++) {
      different[rowToDifferent[row]] = rows.row(row);
      weights[rowToDifferent[row]]++;
    }
    bitsByDepth = trees.stream().map(Packing::bits).toArray(int[][]::new);
    firstBit = new int[trees.size()];
    words = new long[placed()][different.length];
    for (int column = 0; column < trees.size(); column++) {
      pack(column);
    }
  }

  int size() {
    return different.length;
  }

  int words() {
    return words.length;
  }

  /// How many people have this row.
  int weight(int row) {
    return weights[row];
  }

  int[] cells(int row) {
    return different[row];
  }

  /// The different row of a person's row.
  int differentOf(int personRow) {
    return rowToDifferent[personRow];
  }

  /// The bits that are compared when each column shows at most its depth.
  long[] mask(int[] depths) {
    long[] mask = new long[words.length];
    for (int column = 0; column < depths.length; column++) {
      int bits = 0;
      for (int depth = 0; depth < Math.min(depths[column], bitsByDepth[column].length); depth++) {
        bits += bitsByDepth[column][depth];
      }
      int start = firstBit[column] % 64;
      mask[firstBit[column] / 64] |= (bits == 64 ? -1L : (1L << bits) - 1) << start;
    }
    return mask;
  }

  /// A number that rows alike under the mask share. Others share it so rarely that a search may
  /// trust it; what is published never rests on it.
  long key(int row, long[] mask) {
    long key = 0;
    for (int word = 0; word < mask.length; word++) {
      key = (key ^ (words[word][row] & mask[word])) * MIXER;
      key ^= key >>> 32;
    }
    return key;
  }

  /// Whether two rows are alike under the mask.
  boolean alike(int row, int other, long[] mask) {
    for (int word = 0; word < mask.length; word++) {
      if (((words[word][row] ^ words[word][other]) & mask[word]) != 0) {
        return false;
      }
    }
    return true;
  }

  /// How many bits the choice at each depth takes: one of the children, or none.
  private static int[] bits(GeneralisationTree tree) {
    Map<Integer, Set<Integer>> children = new HashMap<>();
    int deepest = 0;
    for (int node = 0; node < tree.top(); node++) {
      children.computeIfAbsent(tree.parent(node), _ -> new java.util.HashSet<>()).add(node);
      deepest = Math.max(deepest, tree.depth(node));
    }
    int[] most = new int[deepest];
    children.forEach(
        (parent, set) -> most[tree.depth(parent)] = Math.max(most[tree.depth(parent)], set.size()));
    return Arrays.stream(most).map(count -> 32 - Integer.numberOfLeadingZeros(count)).toArray();
  }

  /// Gives each column its place, none across two words; returns how many words there are.
  private int placed() {
    int next = 0;
    for (int column = 0; column < trees.size(); column++) {
      int bits = Arrays.stream(bitsByDepth[column]).sum();
      if (next % 64 + bits > 64) {
        next = (next / 64 + 1) * 64;
      }
      firstBit[column] = next;
      next += bits;
    }
    return (next + 63) / 64;
  }

  private void pack(int column) {
    GeneralisationTree tree = trees.get(column);
    Map<Integer, Integer> place = new HashMap<>();
    Map<Integer, Integer> born = new HashMap<>();
    for (int node = 0; node < tree.top(); node++) {
      place.put(node, born.merge(tree.parent(node), 1, Integer::sum));
    }
    for (int row = 0; row < different.length; row++) {
      int node = different[row][column];
      long code = 0;
      int shift = 0;
      for (int depth = 1; depth <= tree.depth(node); depth++) {
        code |= (long) place.getOrDefault(tree.capped(node, depth), 0) << shift;
        shift += bitsByDepth[column][depth - 1];
      }
      words[firstBit[column] / 64][row] |= code << (firstBit[column] % 64);
    }
  }
}
