package org.sampan.sealing.log;

import java.util.ArrayList;
import java.util.List;

/// A log being read from its start, of which only the complete subtrees at its edge are kept: at
/// most 63 hashes, whatever its length.
public final class Growing {
  private final List<Hash> edge = new ArrayList<>();
  private long size;

  /// Takes the next leaf.
  public void add(Hash leaf) {
    Hash hash = leaf;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      hash = Hash.ofNode(edge.removeLast(), hash);
    }
    edge.add(hash);
    size++;
  }

  /// How many leaves were taken.
  public long size() {
    return size;
  }

  /// The root over them.
  public Hash root() {
    Hash root = null;
    for (Hash part : edge.reversed()) {
      root = root == null ? part : Hash.ofNode(part, root);
    }
    return root == null ? Hash.EMPTY : root;
  }
}
