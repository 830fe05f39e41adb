package org.sampan.sealing.log;

/// Where the hashes of complete subtrees come from: tiles, a database, a list in memory.
@FunctionalInterface
public interface Subtrees {

  /// The hash over the leaves `index * 2^height` up to `(index + 1) * 2^height`, exclusive.
  ///
  /// @param height 0 for a leaf, at most 62
  /// @param index from 0
  /// @throws IllegalArgumentException if the source does not hold it
  Hash at(int height, long index);
}
