package org.sampan.linkage;

import java.util.List;
import org.sampan.linkage.engine.PairList;

/// Gathers pairs while they are scored, so that people are made of them without scoring twice.
/// Twelve bytes for each pair at the threshold or above.
public final class Gathering implements PairSink {

  private final Linkage linkage;
  private final double threshold;
  private final PairList pairs = new PairList();

  Gathering(Linkage linkage, double threshold) {
    this.linkage = linkage;
    this.threshold = threshold;
  }

  @Override
  public void pair(int a, int b, float bits) {
    if (bits >= threshold) {
      pairs.add(a, b, bits);
    }
  }

  /// The people, as [Linkage#clusters] finds them.
  public Clusters clusters(List<Ruling> rulings) {
    return linkage.clusters(pairs, threshold, rulings);
  }
}
