package org.sampan.names.prefixes;

import java.util.Arrays;

/// Where runs of letters stand among the prefixes at hand, run after run: each time the prefix
/// before it and the one at its end. Scratch space of one thread.
public final class Runs {

  private char[] befores = new char[1024];
  private char[] ends = new char[1024];
  private int count;

  /// Forgets all.
  public void clear() {
    count = 0;
  }

  /// How many places there are.
  public int count() {
    return count;
  }

  /// The prefixes before a run, by place. Not to be written to, and longer than [#count].
  public char[] befores() {
    return befores;
  }

  /// The prefixes at its end, by place. Not to be written to, and longer than [#count].
  public char[] ends() {
    return ends;
  }

  /// Adds places of a tree, as far as they are at hand.
  ///
  /// @param numbers by the tree's numbers those at hand; 0 for those that are not
  void add(char[] treeBefores, char[] treeEnds, char[] numbers) {
    int needed = count + treeEnds.length + 1;
    if (needed > ends.length) {
      befores = Arrays.copyOf(befores, 2 * needed);
      ends = Arrays.copyOf(ends, 2 * needed);
    }
    int at = count;
    for (int i = 0; i < treeEnds.length; i++) {
      int end = numbers[treeEnds[i]];
      ends[at] = (char) end;
      befores[at] = numbers[treeBefores[i]];
      at += -end >>> 31;
    }
    count = at;
  }
}
