package org.sampan.linkage.engine;

/// Finds the bits of the pairs of a batch that can reach a limit; others stay below it. First a
/// ceiling: texts that may be alike count as alike, shared values as rare as can be. Only where
/// that reaches the limit is the rarity looked up, and only where that does are letters compared;
/// most pairs need neither.
final class Ranking {

  private final Scores scores;
  private final FieldValues[] fields;

  Ranking(Scores scores) {
    this.scores = scores;
    this.fields = scores.fields;
  }

  void rank(Batch batch, double limit) {
    scores.levels(batch, true);
    for (int field = 0; field < fields.length; field++) {
      addMost(batch, field);
    }
    double leastLoss = scores.housemates.leastLoss;
    for (int pair = 0; pair < batch.pairs; pair++) {
      batch.bits[pair] -= leastLoss;
      if (batch.bits[pair] >= limit) {
        batch.bits[pair] = scores.bits(batch, pair);
        read(batch, pair, limit);
      }
    }
    if (batch.unheard) {
      Hearing.settle(scores, batch, limit);
    }
  }

  /// Compares the letters of one pair, field by field, as long as it may reach the limit.
  private void read(Batch batch, int pair, double limit) {
    for (int field = 0; field < fields.length && batch.bits[pair] >= limit; field++) {
      if (batch.levels[field][pair] == Levels.UNREAD) {
        batch.levels[field][pair] = Letters.read(fields[field], batch, field, pair);
        batch.bits[pair] = scores.bits(batch, pair);
      }
    }
  }

  /// Adds a field's bits with every shared value as rare as can be, which spares looking it up.
  private void addMost(Batch batch, int field) {
    double[] weights = scores.weights[field].bits;
    byte[] above = scores.above(batch, field);
    boolean frequency = fields[field].field.termFrequency();
    double rarest = fields[field].base;
    byte[] levels = batch.levels[field];
    for (int k = 0; k < batch.pairs; k++) {
      byte level = levels[k];
      double bits = weights[above[k] << 4 | level];
      boolean rare = level == Levels.EXACT && frequency && above[k] != Levels.EXACT;
      batch.bits[k] += rare ? bits + rarest : bits;
    }
  }
}
