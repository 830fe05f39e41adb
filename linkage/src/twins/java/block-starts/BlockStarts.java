package org.sampan.linkage.engine;

/// Finds where a block begins and ends by its records' keys.
final class BlockStarts {

  private final Blocks blocks;
  private final int pass;

  BlockStarts(Blocks blocks, int pass) {
    this.blocks = blocks;
    this.pass = pass;
  }

  void begin(int place) {}

  boolean begins(int place) {
    return place == 0 || blocks.keyAt(pass, place) != blocks.keyAt(pass, place - 1);
  }

  int end(int begin) {
    int end = begin + 1;
    while (end < blocks.orders[pass].length && !begins(end)) {
      end++;
    }
    return end;
  }
}
