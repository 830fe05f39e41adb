package org.sampan.linkage.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Joins records to people, the strongest evidence first. Two groups are joined only if no ruling
/// parts them, no two of their records rule each other out, and on average their records speak for
/// it.
public final class Joining {

  /// Bits at which two records rule each other out.
  private static final double RULED_OUT = -18;

  /// Evidence counts up to this many bits for or against, so that one pair does not outweigh the
  /// rest.
  private static final double MOST = 12;

  /// How far below the threshold, or below even odds, two groups' pairs may stand on average.
  private static final double LENIENT = 2;

  /// The pairs between two groups that are looked at when there are more.
  private static final int LOOKED_AT = 64;

  private final Prepared prepared;
  private final Batch batch;
  private final int[] roots;
  private final int[] next;
  private final int[] sizes;
  private final Map<Integer, int[]> apart = new HashMap<>();
  private long joins;
  private long refused;

  public Joining(Prepared prepared) {
    this.prepared = prepared;
    this.batch = new Batch(prepared.fields.length);
    int size = prepared.store.size();
    this.roots = new int[size];
    this.next = new int[size];
    this.sizes = new int[size];
    for (int record = 0; record < size; record++) {
      roots[record] = record;
      next[record] = record;
      sizes[record] = 1;
    }
  }

  /// A ruling that two records are two people.
  public void part(int a, int b) {
    apart.merge(a, new int[] {b}, Joining::both);
    apart.merge(b, new int[] {a}, Joining::both);
  }

  private static int[] both(int[] first, int[] second) {
    int[] both = Arrays.copyOf(first, first.length + 1);
    both[first.length] = second[0];
    return both;
  }

  /// A ruling that two records are one person; only a ruling against it outweighs it.
  public void rule(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    if (rootA != rootB) {
      if (ruledApart(rootA, rootB)) {
        refused++;
      } else {
        join(rootA, rootB);
      }
    }
  }

  /// Joins by pairs, which come with falling evidence.
  public void join(PairList pairs, double threshold) {
    for (int k : pairs.strongestFirst()) {
      if (pairs.bits(k) < threshold) {
        return;
      }
      int a = root(pairs.a(k));
      int b = root(pairs.b(k));
      if (a != b) {
        if (ruledApart(a, b) || !spokenFor(a, b, threshold)) {
          refused++;
        } else {
          join(a, b);
        }
      }
    }
  }

  private boolean ruledApart(int a, int b) {
    if (apart.isEmpty()) {
      return false;
    }
    int small = sizes[a] < sizes[b] ? a : b;
    int other = small == a ? b : a;
    int member = small;
    do {
      for (int parted : apart.getOrDefault(member, new int[0])) {
        if (root(parted) == other) {
          return true;
        }
      }
      member = next[member];
    } while (member != small);
    return false;
  }

  private boolean spokenFor(int a, int b, double threshold) {
    if (sizes[a] == 1 && sizes[b] == 1) {
      return true;
    }
    gatherPairs(a, b);
    prepared.score(batch);
    double sum = 0;
    for (int k = 0; k < batch.pairs; k++) {
      if (batch.bits[k] <= RULED_OUT) {
        return false;
      }
      sum += Math.clamp(batch.bits[k], -MOST, MOST);
    }
    return sum / batch.pairs >= Math.min(threshold, 0) - LENIENT;
  }

  /// Pairs of the two groups' members, evenly spread where there are many; each member is gathered
  /// once.
  private void gatherPairs(int a, int b) {
    long stride = Math.max(1, (long) sizes[a] * sizes[b] / LOOKED_AT);
    int[] places = new int[sizes[b]];
    Arrays.fill(places, -1);
    batch.clear();
    int i = a;
    long number = 0;
    for (int left = 0; left < sizes[a] && batch.pairs < LOOKED_AT; left++, i = next[i]) {
      int place = -1;
      int j = b;
      for (int right = 0; right < sizes[b] && batch.pairs < LOOKED_AT; right++, j = next[j]) {
        if (number++ % stride == 0) {
          place = place < 0 ? batch.take(i) : place;
          places[right] = places[right] < 0 ? batch.take(j) : places[right];
          batch.left[batch.pairs] = i < j ? place : places[right];
          batch.right[batch.pairs++] = i < j ? places[right] : place;
        }
      }
    }
    prepared.gather(batch);
  }

  private void join(int a, int b) {
    int into = Math.min(a, b);
    int from = Math.max(a, b);
    roots[from] = into;
    sizes[into] += sizes[from];
    int after = next[into];
    next[into] = next[from];
    next[from] = after;
    joins++;
  }

  private int root(int record) {
    int root = record;
    while (roots[root] != root) {
      roots[root] = roots[roots[root]];
      root = roots[root];
    }
    return root;
  }

  /// The lowest record of each record's group.
  public int[] groups() {
    int[] groups = new int[roots.length];
    Arrays.setAll(groups, this::root);
    return groups;
  }

  public long joins() {
    return joins;
  }

  public long refused() {
    return refused;
  }
}
