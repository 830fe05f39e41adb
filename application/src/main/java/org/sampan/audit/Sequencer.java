package org.sampan.audit;

import org.sampan.sealing.log.Tile;
import org.sampan.sealing.log.Tiles;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives every committed entry its place in one gap-free log.
///
/// Entries are written by many transactions at once and placed by one, a moment later: so no act
/// waits for another, and no rolled-back act leaves a gap.
@Component
public class Sequencer {

  private static final int AT_ONCE = 4096;
  private static final int MOST_LEVEL = 7;

  private final Places places;
  private final Log log;
  private final TransactionTemplate transaction;

  Sequencer(Places places, Log log, PlatformTransactionManager transactions) {
    this.places = places;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    // Only what is committed has a place: never inside the transaction of an act.
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// Places what was committed since the last time. Returns how many. One at a time, so that
  /// afterwards the head holds them, whoever placed them.
  @Scheduled(fixedDelay = 500, initialDelay = 2000)
  public synchronized int extend() {
    int all = 0;
    int placed = AT_ONCE;
    while (placed == AT_ONCE) {
      Integer more = transaction.execute(status -> place());
      placed = more == null ? 0 : more;
      all += placed;
    }
    if (all > 0) {
      log.grown();
    }
    return all;
  }

  private int place() {
    places.oneAtATime();
    int placed = places.take(AT_ONCE);
    long below = places.size();
    for (int level = 1; level <= MOST_LEVEL && below >= Tile.FULL; level++) {
      long full = below / Tile.FULL;
      for (long at = places.full(level); at < full; at++) {
        places.complete(
            level, at, Tiles.over(places.row(level - 1, at * Tile.FULL, (at + 1) * Tile.FULL)));
      }
      below = full;
    }
    return placed;
  }
}
