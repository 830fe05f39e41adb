package org.sampan.linkage.engine;

import java.util.List;
import org.sampan.linkage.chances.Patterns;
import org.sampan.linkage.model.Household;
import org.sampan.linkage.model.Level;
import org.sampan.linkage.model.Model;

/// What a score loses because two people who live together would share it too: two people are
/// strangers or, rarely, housemates, and the evidence is weighed against both together.
public final class Housemates {

  /// Bits of odds between housemates and strangers below which a pair is not looked at.
  private static final double NEGLIGIBLE = -10;

  /// Names that are not heard yet: what is lost is not known, so nothing is.
  private static final double UNKNOWN = -1000;

  /// Texts that are not read yet: the least that can be lost, so that a score stays a ceiling.
  private static final double UNREAD = -1e6;

  public final double share;
  private final double shareBits;

  /// The least a pair can lose, a little below 0: what does not speak for housemates speaks against
  /// them.
  final double leastLoss;

  /// log2(h/m) by field, then level; 0 where missing.
  private final double[][] less;

  private Housemates(double share, int fields) {
    this.share = share;
    this.shareBits = share == 0 ? Double.NEGATIVE_INFINITY : Level.log2(share);
    this.leastLoss = share == 0 ? 0 : Level.log2(1 - share);
    this.less = new double[fields][16];
  }

  public static Housemates of(Model model) {
    int size = model.fields().size();
    Housemates none = new Housemates(0, size);
    return model.household().map(household -> of(model, household)).orElse(none);
  }

  private static Housemates of(Model model, Household household) {
    Housemates all = new Housemates(household.share(), model.fields().size());
    for (int field = 0; field < all.less.length; field++) {
      List<Level> levels = model.fields().get(field).levels();
      List<Double> chances = household.chances().get(field);
      for (int level = 0; level < levels.size(); level++) {
        all.less[field][level + 1] = Level.log2(chances.get(level) / levels.get(level).m());
      }
      all.less[field][Levels.UNHEARD] = UNKNOWN;
      all.less[field][Levels.UNREAD] = UNREAD;
    }
    return all;
  }

  /// Takes from each pair's bits what housemates would share.
  void take(Batch batch, double prior) {
    for (int k = 0; share > 0 && k < batch.pairs; k++) {
      batch.bits[k] -= loss(batch, k, batch.bits[k] - prior);
    }
  }

  /// What one pair loses.
  ///
  /// @param evidence its bits against strangers, the prior left out
  double loss(Batch batch, int pair, double evidence) {
    if (share == 0) {
      return 0;
    }
    double bits = evidence;
    for (int field = 0; field < less.length; field++) {
      bits += less[field][batch.levels[field][pair]];
    }
    return loss(bits);
  }

  /// The same for a pattern of levels.
  public double loss(long pattern, double evidence) {
    return share == 0 ? 0 : loss(bits(pattern, evidence));
  }

  /// log2 of how much likelier a pattern is between housemates than between strangers.
  public double bits(long pattern, double evidence) {
    double bits = evidence;
    for (int field = 0; field < less.length; field++) {
      bits += less[field][Patterns.level(pattern, field)];
    }
    return bits;
  }

  private double loss(double bits) {
    if (bits < UNREAD / 2) {
      return leastLoss;
    }
    return bits + shareBits < NEGLIGIBLE
        ? 0
        : Level.log2(1 - share + share * StrictMath.pow(2, Math.min(1000, bits)));
  }
}
