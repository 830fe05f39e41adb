package org.sampan.linkage.engine;

/// Compares letters and looks rarity up for every pair.
final class Ranking {

  private final Scores scores;

  Ranking(Scores scores) {
    this.scores = scores;
  }

  void rank(Batch batch, double limit) {
    scores.find(batch, limit);
  }
}
