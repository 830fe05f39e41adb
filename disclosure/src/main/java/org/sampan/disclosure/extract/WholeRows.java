package org.sampan.disclosure.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Makes everybody look like k-1 others in every column, losing little.
///
/// Patterns are walked from the least loss upwards, in bands. In each band all crowds that could
/// form are offered, and the cheapest form first. A crowd short of k borrows people from crowds
/// with more than k, where that costs those people no more than the newcomers may gain
/// ([#PATIENCE]). So a row next to a large crowd finds company at once instead of dragging nine
/// others down with it. Choosing best is NP-hard (Meyerson and Williams 2004); this is a greedy
/// search in the family of local recoding (LeFevre and others 2006), which needs no lattice: past
/// the budget of patterns, who is left joins the crowd that loses least.
final class WholeRows {

  /// How many rows are looked at under patterns, some ten seconds of work: past it, who is left
  /// joins the crowd that loses least.
  private static final long BUDGET = 250_000_000;

  /// How wide a band of losses is, in columns.
  private static final double BAND = 0.5;

  /// What people who are lent may lose, in columns, for each person who stops waiting. Of 0, 1/2, 1
  /// and 2, one gave the least loss on the victim-perpetrator data.
  private static final double PATIENCE = 1;

  private final Rows rows;
  private final Promise promise;
  private final Packing packing;
  private final boolean[] compared;
  private final Placement placement;

  WholeRows(Rows rows, Promise promise) {
    this.rows = rows;
    this.promise = promise;
    packing = new Packing(rows);
    compared = new boolean[rows.width()];
    Arrays.fill(compared, true);
    promise.diversities().forEach(each -> compared[rows.position(each.column())] = false);
    placement = new Placement(rows, packing, promise, compared);
  }

  /// The rows as published.
  Rows published() {
    Patterns patterns = new Patterns(packing, rows.columns(), compared);
    long seen = 0;
    int waiting = placement.rowsWaiting().length;
    while (patterns.hasNext() && seen < BUDGET && waiting > 0) {
      double from = patterns.nextLoss();
      Offers offers = new Offers(packing, placement, promise.people(), PATIENCE);
      List<Offers.Offer> offered = new ArrayList<>();
      while (patterns.hasNext() && patterns.nextLoss() < from + BAND && seen < BUDGET) {
        offered.addAll(offers.under(patterns.next()));
        seen += waiting;
      }
      form(offered, from);
      waiting = placement.rowsWaiting().length;
    }
    if (placement.crowds().isEmpty()) {
      placement.found(placement.rowsWaiting(), List.of());
    }
    placement.squeezeIn();
    return new Showing(rows, promise, packing, compared).of(placement.crowds());
  }

  /// Forms crowds from offers, cheapest first; an offer that others have spoilt is priced again.
  private void form(List<Offers.Offer> offered, double bandFrom) {
    PriorityQueue<Offers.Offer> queue = new PriorityQueue<>(Offers.CHEAPEST_THEN_LARGEST);
    queue.addAll(offered);
    while (!queue.isEmpty()) {
      Offers.Offer offer = queue.remove();
      int[] alike = alike(offer);
      int waiting = Arrays.stream(alike).map(placement::waiting).sum();
      if (waiting == 0) {
        continue;
      }
      List<Placement.Lent> lent = new ArrayList<>();
      if (!borrow(offer, alike, promise.people() - waiting, lent)
          || !placement.wouldBeDiverse(alike)) {
        continue;
      }
      double cost = lent.stream().mapToDouble(each -> each.people() * each.cost()).sum();
      double price = cost / waiting;
      if (price > PATIENCE) {
        continue;
      }
      Offers.Offer now =
          new Offers.Offer(
              offer.pattern(),
              offer.mask(),
              offer.row(),
              waiting,
              price + offer.pattern().loss() - bandFrom);
      if (!queue.isEmpty() && Offers.CHEAPEST_THEN_LARGEST.compare(now, queue.element()) > 0) {
        queue.add(now);
      } else {
        placement.found(alike, lent);
      }
    }
  }

  private int[] alike(Offers.Offer offer) {
    int[] alike = new int[16];
    int found = 0;
    for (int row = 0; row < packing.size(); row++) {
      if (packing.alike(row, offer.row(), offer.mask())) {
        if (found == alike.length) {
          alike = Arrays.copyOf(alike, found * 2);
        }
        alike[found++] = row;
      }
    }
    return Arrays.copyOf(alike, found);
  }

  /// Finds `people` to borrow among the rows, cheapest first; false when there are not so many.
  private boolean borrow(Offers.Offer offer, int[] alike, int people, List<Placement.Lent> lent) {
    if (people <= 0) {
      return true;
    }
    List<Placement.Lent> possible = new ArrayList<>();
    for (int row : alike) {
      for (Crowd crowd : placement.crowdsOf(row)) {
        if (placement.spare(crowd) > 0) {
          double cost = offer.pattern().loss() - crowd.loss();
          possible.add(new Placement.Lent(crowd, row, crowd.countOf(row), cost));
        }
      }
    }
    possible.sort(Comparator.comparingDouble(Placement.Lent::cost));
    Map<Crowd, Integer> taken = new IdentityHashMap<>();
    int missing = people;
    for (Placement.Lent each : possible) {
      int spare = placement.spare(each.from()) - taken.getOrDefault(each.from(), 0);
      int now = Math.min(missing, Math.min(each.people(), spare));
      if (now > 0) {
        taken.merge(each.from(), now, Integer::sum);
        lent.add(new Placement.Lent(each.from(), each.row(), now, each.cost()));
        missing -= now;
      }
    }
    return missing == 0;
  }
}
