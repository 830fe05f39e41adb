package org.sampan.disclosure.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds, for a pattern, every set of rows that could form a crowd: enough who wait, or enough
/// together with those whom other crowds can spare.
///
/// One pass over the rows a pattern, into a table of counts by key. The counts only suggest; who
/// forms the crowd counts again.
final class Offers {

  /// Cheap before dear, then large before small.
  static final Comparator<Offer> CHEAPEST_THEN_LARGEST =
      Comparator.comparingDouble(Offer::price).thenComparing(Offer::waiting, (a, b) -> b - a);

  /// A possible crowd: all rows like `row` under the mask.
  ///
  /// @param waiting how many of them wait
  /// @param price what the others lose for each who waits, in columns
  record Offer(Patterns.Pattern pattern, long[] mask, int row, int waiting, double price) {}

  private final Packing packing;
  private final Placement placement;
  private final int people;
  private final double patience;
  private final int[] rowsWaiting;
  private int[] lenders = new int[1024];
  private int[] spare = new int[1024];
  private double[] lenderLoss = new double[1024];
  private int lending;
  private final long[] keys;
  private final int[] stamps;
  private final int[] counts;
  private final int[] lent;
  private final double[] cheapest;
  private final int[] firstRow;
  private int stamp;

  Offers(Packing packing, Placement placement, int people, double patience) {
    this.packing = packing;
    this.placement = placement;
    this.people = people;
    this.patience = patience;
    rowsWaiting = placement.rowsWaiting();
    for (int row = 0; row < packing.size(); row++) {
      for (Crowd crowd : placement.crowdsOf(row)) {
        lender(row, crowd);
      }
    }
    int slots = Integer.highestOneBit(Math.max(16, rowsWaiting.length)) * 4;
    keys = new long[slots];
    stamps = new int[slots];
    counts = new int[slots];
    lent = new int[slots];
    cheapest = new double[slots];
    firstRow = new int[slots];
  }

  /// The crowds that could form under a pattern.
  List<Offer> under(Patterns.Pattern pattern) {
    stamp++;
    long[] mask = packing.mask(pattern.depths());
    int[] used = new int[rowsWaiting.length];
    int different = 0;
    for (int row : rowsWaiting) {
      int slot = slot(packing.key(row, mask));
      if (stamps[slot] != stamp) {
        stamps[slot] = stamp;
        keys[slot] = packing.key(row, mask);
        counts[slot] = 0;
        lent[slot] = 0;
        cheapest[slot] = Double.POSITIVE_INFINITY;
        firstRow[slot] = row;
        used[different++] = slot;
      }
      counts[slot] += placement.waiting(row);
    }
    for (int lender = 0; lender < lending; lender++) {
      int slot = slot(packing.key(lenders[lender], mask));
      if (stamps[slot] == stamp) {
        lent[slot] += spare[lender];
        cheapest[slot] = Math.min(cheapest[slot], pattern.loss() - lenderLoss[lender]);
      }
    }
    List<Offer> offers = new ArrayList<>();
    for (int index = 0; index < different; index++) {
      int slot = used[index];
      int missing = Math.max(0, people - counts[slot]);
      double price = missing == 0 ? 0 : missing * cheapest[slot] / counts[slot];
      if (counts[slot] + lent[slot] >= people && price <= patience) {
        offers.add(new Offer(pattern, mask, firstRow[slot], counts[slot], price));
      }
    }
    return offers;
  }

  /// The place of a key in this round's table, or the free place where it would go.
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> 40) & mask;
    while (stamps[slot] == stamp && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void lender(int row, Crowd crowd) {
    int can = Math.min(placement.spare(crowd), crowd.countOf(row));
    if (can <= 0) {
      return;
    }
    if (lending == lenders.length) {
      lenders = Arrays.copyOf(lenders, lending * 2);
      spare = Arrays.copyOf(spare, lending * 2);
      lenderLoss = Arrays.copyOf(lenderLoss, lending * 2);
    }
    lenders[lending] = row;
    spare[lending] = can;
    lenderLoss[lending++] = crowd.loss();
  }
}
