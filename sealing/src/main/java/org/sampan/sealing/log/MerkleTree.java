package org.sampan.sealing.log;

import java.util.ArrayList;
import java.util.List;

/// Roots and proofs of a log whose complete subtrees are known (RFC 6962 sections 2.1 to 2.1.2).
///
/// Any size up to what the source holds can be asked for: the log as it was then. A proof asks the
/// source for about log2(size) subtrees.
public record MerkleTree(Subtrees subtrees) {

  /// A tree over leaves in memory: for tests and small logs.
  public static MerkleTree of(List<Hash> leaves) {
    return new MerkleTree((height, index) -> complete(leaves, height, index));
  }

  private static Hash complete(List<Hash> leaves, int height, long index) {
    if (height == 0) {
      if (index >= leaves.size()) {
        throw new IllegalArgumentException("the log is shorter");
      }
      return leaves.get((int) index);
    }
    return Hash.ofNode(
        complete(leaves, height - 1, 2 * index), complete(leaves, height - 1, 2 * index + 1));
  }

  /// The root over the first `size` leaves.
  public Hash root(long size) {
    return size == 0 ? Hash.EMPTY : over(0, size);
  }

  /// The path from leaf `index` to the root over `size` leaves.
  ///
  /// @throws IllegalArgumentException unless 0 <= index < size
  public InclusionProof inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no such leaf in a tree of this size");
    }
    List<Hash> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (index < middle) {
        path.addFirst(over(middle, to));
        to = middle;
      } else {
        path.addFirst(over(from, middle));
        from = middle;
      }
    }
    return new InclusionProof(index, size, path);
  }

  /// The proof that the first `older` of `newer` leaves are the log as it was.
  ///
  /// @throws IllegalArgumentException unless 0 <= older <= newer
  public ConsistencyProof consistency(long older, long newer) {
    if (older < 0 || older > newer) {
      throw new IllegalArgumentException("a log is consistent with what came before it");
    }
    List<Hash> path = new ArrayList<>();
    long from = 0;
    long to = newer;
    while (older > 0 && older < to) {
      long middle = from + split(to - from);
      if (older <= middle) {
        path.addFirst(over(middle, to));
        to = middle;
      } else {
        path.addFirst(over(from, middle));
        from = middle;
      }
    }
    // The older root itself is left out when it is a node of the newer tree: the reader has it.
    if (older > 0 && from > 0) {
      path.addFirst(over(from, to));
    }
    return new ConsistencyProof(older, newer, path);
  }

  private Hash over(long from, long to) {
    long size = to - from;
    if (Long.bitCount(size) == 1) {
      int height = Long.numberOfTrailingZeros(size);
      return subtrees.at(height, from >> height);
    }
    long middle = from + split(size);
    return Hash.ofNode(over(from, middle), over(middle, to));
  }

  /// The largest power of two smaller than the size.
  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }
}
