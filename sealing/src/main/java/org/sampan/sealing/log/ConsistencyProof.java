package org.sampan.sealing.log;

import java.util.ArrayList;
import java.util.List;

/// That an older log is the beginning of a newer one (RFC 9162 section 2.1.4).
///
/// @param older size of the older tree, from 0: a log continues the empty log by nothing at all
/// @param newer size of the newer tree
/// @param path at most 64 hashes
public record ConsistencyProof(long older, long newer, List<Hash> path) {

  public ConsistencyProof {
    path = List.copyOf(path);
    if (older < 0 || older > newer || path.size() > 64) {
      throw new IllegalArgumentException("a log is consistent with what came before it");
    }
  }

  /// Whether the newer root continues the older one (RFC 9162 section 2.1.4.2).
  public boolean proves(Hash olderRoot, Hash newerRoot) {
    if (older == newer) {
      return path.isEmpty() && olderRoot.equals(newerRoot);
    }
    if (older == 0) {
      return path.isEmpty() && olderRoot.equals(Hash.EMPTY);
    }
    List<Hash> all = new ArrayList<>(path);
    if (Long.bitCount(older) == 1) {
      all.addFirst(olderRoot);
    }
    return !all.isEmpty() && climbs(all, olderRoot, newerRoot);
  }

  private boolean climbs(List<Hash> all, Hash olderRoot, Hash newerRoot) {
    int height = Long.numberOfTrailingZeros(~(older - 1));
    long at = (older - 1) >> height;
    long last = (newer - 1) >> height;
    Hash left = all.getFirst();
    Hash right = all.getFirst();
    for (Hash beside : all.subList(1, all.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        left = Hash.ofNode(beside, left);
        right = Hash.ofNode(beside, right);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        right = Hash.ofNode(right, beside);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && left.equals(olderRoot) && right.equals(newerRoot);
  }
}
