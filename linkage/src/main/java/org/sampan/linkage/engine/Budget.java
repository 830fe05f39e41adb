package org.sampan.linkage.engine;

/// How many pairs may be compared, so that work grows with the records and not with their square.
public final class Budget {

  private static final long A_RECORD = 40;
  private static final long A_RECORD_OF_FEW = 400;
  private static final long FEW_PAIRS = 10_000_000;

  private Budget() {}

  /// Pairs that all passes together may find: 40 a record; up to 400 a record while that is fewer
  /// than ten million in all, a sixth of that where names stand in several scripts.
  public static long of(Prepared prepared) {
    return of(prepared.population.size(), prepared.inScripts());
  }

  private static long of(long records, boolean inScripts) {
    long few = inScripts ? 6 : 1;
    return Math.max(A_RECORD * records, Math.min(FEW_PAIRS / few, A_RECORD_OF_FEW / few * records));
  }

  /// Pairs that one pass over all records may find.
  public static long ofPass(long records, boolean inScripts) {
    return Math.max(1000, of(records, inScripts) / 2);
  }

  /// Pairs that one pass may find; of a sample, by the square of its share.
  static long ofPass(Prepared prepared) {
    double share = (double) prepared.store.size() / Math.max(1, prepared.population.size());
    return Math.max(1000, (long) (of(prepared) * share * share / 2));
  }
}
