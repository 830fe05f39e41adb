package org.sampan.linkage.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.sampan.linkage.engine.Batch;
import org.sampan.linkage.engine.Blocks;
import org.sampan.linkage.engine.KeyParts;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.model.Pass;

/// What a scoring run may expect: how many pairs of one person it compared, and what share of all
/// of them its passes find ([Share]).
///
/// The most hopeful share is that of invented pairs. Each of their fields is taken from a likely
/// pair that some pass found without that field, which therefore says honestly how often the field
/// agrees between two records of one person. Slips in different fields are taken to come
/// independently, and blocks left out for their size are not reckoned with.
public final class Coverage {

  /// Sums are whole numbers of this part, so that the order of adding does not show.
  private static final double UNIT = 1L << 30;

  private static final int INVENTED = 20_000;
  private static final double LIKELY = 3;

  private final LikelyPairs.Heap likely = new LikelyPairs.Heap();

  /// The chances of the pairs that one pass finds, two, three and so on; from 1.
  private final long[] found = new long[Long.SIZE];

  /// Adds a compared pair.
  ///
  /// @param passes how many passes find it
  public void add(int a, int b, double bits, int passes) {
    found[passes] += (long) (Estimation.chance(bits) * UNIT);
    if (bits >= LIKELY) {
      likely.add(Math.min(a, b), Math.max(a, b));
    }
  }

  /// How many passes find a pair of a batch whose keys are gathered.
  public static int finding(Blocks blocks, Batch batch, int pair) {
    int[] first = blocks.first;
    int a = batch.left[pair] * first[blocks.passes];
    int b = batch.right[pair] * first[blocks.passes];
    int finding = 0;
    for (int pass = 0; pass < blocks.passes; pass++) {
      boolean shared = false;
      for (int i = a + first[pass]; i < a + first[pass + 1]; i++) {
        for (int j = b + first[pass]; j < b + first[pass + 1]; j++) {
          shared |= batch.keys[i] != 0 && batch.keys[i] == batch.keys[j];
        }
      }
      finding += shared ? 1 : 0;
    }
    return finding;
  }

  /// The sum of the chances of the pairs that all of them were told.
  public static double expected(Coverage[] all) {
    return Arrays.stream(found(all)).sum() / UNIT;
  }

  private static long[] found(Coverage[] all) {
    long[] sums = new long[Long.SIZE];
    for (Coverage one : all) {
      Arrays.setAll(sums, passes -> sums[passes] + one.found[passes]);
    }
    return sums;
  }

  /// The share of the pairs of one person that the passes are thought to find, by how many of the
  /// pairs only one pass finds, or only two (a capture and recapture by passes; Burnham and Overton
  /// 1978): who is seldom found twice may as well be missed. Each pair counts by its chance.
  ///
  /// @param likely by the first-order jackknife
  /// @param least when as many pairs are missed as one or two passes alone find, which held in
  ///   every set of known truth, where slips come together too
  /// @param most of invented pairs, whose slips come independently; never below `likely`
  public record Share(double least, double likely, double most) {}

  /// What the runs' pairs tell of the share; 1 when nothing likely was seen.
  public static Share share(Prepared prepared, Coverage[] all) {
    long[] found = found(all);
    double sum = Arrays.stream(found).sum();
    int passes = prepared.model.passes().size();
    double missed = (double) found[1] * (passes - 1) / Math.max(1, passes);
    double likely = sum == 0 ? 1 : sum / (sum + missed);
    double least = sum == 0 ? 1 : sum / (sum + found[1] + found[2]);
    return new Share(least, likely, Math.max(likely, invented(prepared, all)));
  }

  /// The share of invented pairs that the passes find; 1 when nothing likely was seen.
  private static double invented(Prepared prepared, Coverage[] all) {
    LikelyPairs pairs =
        LikelyPairs.of(Arrays.stream(all).map(one -> one.likely).toArray(LikelyPairs.Heap[]::new));
    int size = pairs.left().length;
    if (size == 0) {
      return 1;
    }
    int fields = prepared.fields.length;
    int[][] agree = new int[fields][size];
    int[] free = new int[fields];
    masks(prepared, pairs, agree, free);
    int[][] eligible = eligible(agree, free, size);
    SplittableRandom dice = new SplittableRandom(size);
    int found = 0;
    for (int draw = 0; draw < INVENTED; draw++) {
      int passes = -1;
      for (int field = 0; field < fields; field++) {
        int[] from = eligible[field];
        passes &= agree[field][from[dice.nextInt(from.length)]];
      }
      found += passes != 0 ? 1 : 0;
    }
    return (double) found / INVENTED;
  }

  /// For each field and pair, the passes that its values do not stand in the way of; for each
  /// field, the passes that do not ask for it.
  private static void masks(Prepared prepared, LikelyPairs pairs, int[][] agree, int[] free) {
    int all = (1 << prepared.model.passes().size()) - 1;
    for (int field = 0; field < free.length; field++) {
      Arrays.fill(agree[field], all);
      free[field] = all;
    }
    for (int pass = 0; pass < prepared.model.passes().size(); pass++) {
      for (Pass.Key key : prepared.model.passes().get(pass).keys()) {
        int field = prepared.field(key.field());
        KeyParts parts = prepared.parts(key);
        int column = prepared.fields[field].column;
        free[field] &= ~(1 << pass);
        for (int k = 0; k < pairs.left().length; k++) {
          int one = prepared.store.code(pairs.left()[k], column);
          int other = prepared.store.code(pairs.right()[k], column);
          if (!parts.share(one, other)) {
            agree[field][k] &= ~(1 << pass);
          }
        }
      }
    }
  }

  private static int[][] eligible(int[][] agree, int[] free, int size) {
    int[] found = new int[size];
    Arrays.fill(found, -1);
    for (int[] passes : agree) {
      for (int k = 0; k < size; k++) {
        found[k] &= passes[k];
      }
    }
    int[][] eligible = new int[agree.length][];
    for (int field = 0; field < agree.length; field++) {
      List<Integer> without = new ArrayList<>();
      for (int k = 0; k < size; k++) {
        if ((found[k] & free[field]) != 0) {
          without.add(k);
        }
      }
      eligible[field] =
          without.isEmpty()
              ? java.util.stream.IntStream.range(0, size).toArray()
              : without.stream().mapToInt(k -> k).toArray();
    }
    return eligible;
  }
}
