package org.sampan.linkage;

import java.util.Arrays;
import org.sampan.linkage.chances.Patterns;
import org.sampan.linkage.engine.Blocks;
import org.sampan.linkage.engine.Budget;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.engine.Scan;
import org.sampan.linkage.learning.Estimation;
import org.sampan.linkage.learning.Expectation;
import org.sampan.linkage.learning.LikelyPairs;
import org.sampan.linkage.learning.PassChoice;
import org.sampan.linkage.learning.RandomPairs;
import org.sampan.linkage.model.Model;

/// Learns a model from the records, or from a sample where they are many: random pairs for u,
/// candidate pairs for m; then passes for what was found likely, and m again over what those find;
/// last the threshold that the learned model expects to be best.
final class Learning {

  private static final int ENOUGH_RECORDS = 100_000;
  private static final int ONE_IN = 40;
  private static final int CHOICES = 2;

  /// Bits below which a pair teaches nothing: of a thousand such pairs not one is of one person.
  private static final double NO_MATTER = -10;

  private final RunOptions options;
  private RandomPairs random;
  private Prepared prepared;
  private Blocks blocks;
  private long pairs;
  private int rounds;
  private double matches;

  Learning(Prepared all, RunOptions options) {
    this.options = options;
    int most = Math.max(ENOUGH_RECORDS, all.store.size() / ONE_IN);
    this.prepared = all.sample(most, options.seed());
    this.random = RandomPairs.of(prepared, options.seed());
    this.blocks = Blocks.of(prepared, options.crew());
  }

  Training run() {
    estimate();
    random = RandomPairs.of(prepared, options.seed());
    prepared = prepared.under(random.leanings(prepared.model));
    for (int choice = 0; choice < CHOICES; choice++) {
      LikelyPairs likely = LikelyPairs.of(scan(), options.threads());
      long records = prepared.population.size();
      PassChoice passes = new PassChoice(prepared, likely.left(), likely.right());
      var chosen = passes.choose(records, Budget.of(prepared));
      if (chosen.isEmpty()) {
        break;
      }
      prepared = prepared.under(prepared.model.with(chosen));
      blocks = Blocks.of(prepared, options.crew());
      estimate();
    }
    Expectation expected = Expectation.of(scan(), options.threads());
    String about =
        "learned without labels from %,d of %,d records, %,d pairs, seed %d"
            .formatted(prepared.store.size(), prepared.population.size(), pairs, options.seed());
    Model learned = prepared.model.cutAt(expected.threshold()).about(about);
    Prepared whole = prepared.under(learned).whole();
    boolean all = whole.store == prepared.store;
    Linkage linkage = Linkage.learned(whole, options, all ? blocks : null);
    return new Training(learned, linkage, pairs, rounds, matches);
  }

  private void estimate() {
    Patterns[] seen = new Patterns[options.threads()];
    Arrays.setAll(seen, worker -> new Patterns());
    long[] counted = new long[seen.length];
    scan()
        .run((worker, stretch, batch) -> {
          counted[worker] += batch.pairs;
          for (int k = 0; k < batch.pairs; k++) {
            seen[worker].add(batch.pattern(k), 1);
          }
        });
    for (int worker = 1; worker < seen.length; worker++) {
      seen[0].add(seen[worker]);
    }
    Estimation estimation = new Estimation(prepared.model, random, seen[0]);
    prepared = prepared.under(estimation.learn());
    pairs = Arrays.stream(counted).sum();
    rounds += estimation.rounds();
    matches = estimation.matches();
  }

  private Scan scan() {
    return new Scan(prepared, blocks, options.crew(), NO_MATTER, true);
  }
}
