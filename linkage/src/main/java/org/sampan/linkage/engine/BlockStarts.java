package org.sampan.linkage.engine;

import java.util.BitSet;

/// Where the blocks of one pass begin in its order: a bit for each place, so that finding the end
/// of a block touches no record's key.
final class BlockStarts {

  private final Blocks blocks;
  private final int pass;
  private final BitSet begun = new BitSet();

  BlockStarts(Blocks blocks, int pass) {
    this.blocks = blocks;
    this.pass = pass;
  }

  /// Tells that a block begins at a place.
  void begin(int place) {
    begun.set(place);
  }

  /// Whether a block begins at a place.
  boolean begins(int place) {
    return begun.get(place);
  }

  /// Where the block ends that begins at a place.
  int end(int begin) {
    int next = begun.nextSetBit(begin + 1);
    return next < 0 ? blocks.orders[pass].length : next;
  }
}
