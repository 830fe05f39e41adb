package org.sampan.linkage;

import org.sampan.linkage.engine.Blocks;
import org.sampan.linkage.engine.Estimation;
import org.sampan.linkage.engine.Expectation;
import org.sampan.linkage.engine.Patterns;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.engine.RandomPairs;
import org.sampan.linkage.engine.Scan;
import org.sampan.linkage.model.Model;

/// Learns a model from the records: random pairs for u, candidate pairs for m, then the threshold
/// from what the learned model expects.
final class Learning {

  private static final long MOST_PAIRS = 2_000_000;

  private final Prepared prepared;
  private final RunOptions options;

  Learning(Prepared prepared, RunOptions options) {
    this.prepared = prepared;
    this.options = options;
  }

  Training run() {
    RandomPairs random = RandomPairs.of(prepared, options.seed());
    Blocks blocks = Blocks.of(prepared, options.crew());
    int every = (int) Math.max(1, blocks.pairs() / MOST_PAIRS);
    Scan scan = new Scan(prepared, blocks, options.crew());
    Patterns[] seen = new Patterns[options.threads()];
    long[] pairs = new long[options.threads()];
    java.util.Arrays.setAll(seen, worker -> new Patterns());
    scan.run(
        every,
        (worker, stretch, batch) -> {
          pairs[worker] += batch.pairs;
          for (int k = 0; k < batch.pairs; k++) {
            seen[worker].add(batch.pattern(k), every);
          }
        });
    for (int worker = 1; worker < seen.length; worker++) {
      seen[0].add(seen[worker]);
      pairs[0] += pairs[worker];
    }
    Estimation estimation = new Estimation(prepared.model, random, seen[0]);
    Model learned = estimation.learn();
    Prepared under = prepared.under(learned);
    Expectation expected =
        Expectation.of(new Scan(under, blocks, options.crew()), every, options.threads());
    Model cut = learned.cutAt(expected.threshold());
    Linkage linkage = Linkage.learned(under.under(cut), options, blocks);
    return new Training(cut, linkage, pairs[0], estimation.rounds, estimation.matches);
  }
}
