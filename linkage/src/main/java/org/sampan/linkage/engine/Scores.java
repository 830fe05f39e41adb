package org.sampan.linkage.engine;

import java.util.Arrays;

/// The scores of pairs under one model: levels first, then the sum of their bits, last what is dear
/// or seldom: names in two scripts and what housemates share.
final class Scores {

  private static final byte[] NONE = new byte[Batch.PAIRS];

  final Prepared prepared;
  final FieldValues[] fields;
  final Weights[] weights;
  final Housemates housemates;
  private final double prior;

  Scores(Prepared prepared) {
    this.prepared = prepared;
    this.fields = prepared.fields;
    this.weights = Weights.of(prepared.model);
    this.housemates = Housemates.of(prepared.model);
    this.prior = prepared.model.priorBits();
  }

  /// Finds levels and bits of every pair of a batch.
  ///
  /// @param limit bits; only pairs that can reach them need be exact, others stay below
  void find(Batch batch, double limit) {
    levels(batch, false);
    for (int field = 0; field < fields.length; field++) {
      add(batch, field);
    }
    housemates.take(batch, prior);
    if (batch.unheard) {
      Hearing.settle(this, batch, limit);
    }
  }

  /// Finds the levels of every pair of a batch; their bits stand at the prior.
  ///
  /// @param later whether texts that may be alike are left at [Levels#UNREAD]
  void levels(Batch batch, boolean later) {
    batch.unheard = false;
    for (int field = 0; field < fields.length; field++) {
      Levels.find(fields[field], batch, field, later);
    }
    for (int field = 0; field < fields.length; field++) {
      if (prepared.crosses[field] >= 0) {
        Levels.cross(batch, field, prepared.crosses[field]);
      }
    }
    Arrays.fill(batch.bits, 0, batch.pairs, prior);
  }

  /// The bits of one pair by its levels, added up as those of a batch are.
  double bits(Batch batch, int pair) {
    double bits = beforeHousemates(batch, pair);
    return bits - housemates.loss(batch, pair, bits - prior);
  }

  /// What a scored pair lost because housemates would share it too.
  double lost(Batch batch, int pair) {
    return housemates.loss(batch, pair, beforeHousemates(batch, pair) - prior);
  }

  private double beforeHousemates(Batch batch, int pair) {
    double bits = prior;
    for (int field = 0; field < fields.length; field++) {
      double[] parts = parts(batch, pair, field);
      bits += parts[0] + parts[1];
    }
    return bits;
  }

  /// A value's rarity counts where agreement is not owed to the field this one leans on.
  private void add(Batch batch, int field) {
    double[] weights = this.weights[field].bits;
    byte[] above = above(batch, field);
    int[] counts = fields[field].counts;
    boolean frequency = fields[field].field.termFrequency();
    double base = fields[field].base;
    byte[] levels = batch.levels[field];
    int[] codes = batch.codes[field];
    for (int k = 0; k < batch.pairs; k++) {
      byte level = levels[k];
      double bits = weights[above[k] << 4 | level];
      if (level == Levels.EXACT && frequency && above[k] != Levels.EXACT) {
        bits += base - Logarithms.of(counts[codes[batch.left[k]]]);
      }
      batch.bits[k] += bits;
    }
  }

  byte[] above(Batch batch, int field) {
    int parent = weights[field].parent;
    return parent < 0 ? NONE : batch.levels[parent];
  }

  /// The bits of a pair in one field: the level's own, then the rarity's.
  double[] parts(Batch batch, int pair, int field) {
    int parent = weights[field].parent;
    int above = parent < 0 ? 0 : batch.levels[parent][pair];
    byte level = batch.levels[field][pair];
    boolean rare = level == Levels.EXACT && above != Levels.EXACT;
    int code = batch.codes[field][batch.left[pair]];
    return new double[] {
      weights[field].bits[above << 4 | level], rare ? Rarity.of(fields[field], code) : 0
    };
  }
}
