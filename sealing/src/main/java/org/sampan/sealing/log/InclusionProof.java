package org.sampan.sealing.log;

import java.util.List;
import java.util.Optional;

/// That a leaf stands at its place under a root: the hashes beside the way up (RFC 9162 section
/// 2.1.3).
///
/// @param index the place of the leaf, from 0
/// @param size of the tree whose root is meant
/// @param path from the leaf's neighbour upwards, at most 63 hashes
public record InclusionProof(long index, long size, List<Hash> path) {

  public InclusionProof {
    path = List.copyOf(path);
    if (index < 0 || index >= size || path.size() > 63) {
      throw new IllegalArgumentException("no such leaf in a tree of this size");
    }
  }

  /// Whether the leaf stands under this root.
  public boolean proves(Hash leaf, Hash root) {
    return rootFrom(leaf).filter(root::equals).isPresent();
  }

  /// The root that the path leads to; empty when it has too many or too few hashes (RFC 9162
  /// section 2.1.3.2).
  public Optional<Hash> rootFrom(Hash leaf) {
    long at = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash beside : path) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((at & 1) == 1 || at == last) {
        hash = Hash.ofNode(beside, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = Hash.ofNode(hash, beside);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(hash) : Optional.empty();
  }
}
