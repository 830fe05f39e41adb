package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sampan.linkage.Census;
import org.sampan.linkage.Purge;
import org.sampan.linkage.Shard;
import org.sampan.linkage.record.RecordStore;

/// Finds which blocks are too large for the budget of pairs, by the embedded engine's own rules:
/// blocks are counted, the largest cut by finer keys and counted again, as often as there are any.
final class Blocking {

  private static final StructType KEYS =
      new StructType()
          .add("pass", DataTypes.IntegerType, false)
          .add("key", DataTypes.IntegerType, false)
          .add("lower", DataTypes.IntegerType, false);

  private static final int[] NONE = {};

  private final Register register;
  private final Plan plan;
  private final boolean inScripts;
  private final int[] depths;
  private final int[] largest;
  private final int[][][] cut;
  private final int[][] leftOut;

  private Blocking(Register register, Plan plan, boolean inScripts) {
    this.register = register;
    this.plan = plan;
    this.inScripts = inScripts;
    Shard none =
        Shard.of(
            plan.parsed(),
            RecordStore.builder(plan.columns()).build(),
            Census.unknown(plan.parsed()));
    int passes = plan.parsed().passes().size();
    this.depths = new int[passes];
    Arrays.setAll(depths, none::depths);
    this.largest = new int[passes];
    this.cut = new int[passes][0][];
    this.leftOut = new int[passes][0];
  }

  static Purge of(Register register, Plan plan, boolean inScripts) {
    Blocking blocking = new Blocking(register, plan, inScripts);
    boolean[] counted = new boolean[blocking.depths.length];
    Arrays.fill(counted, true);
    for (int depth = 0; any(counted); depth++) {
      blocking.counting(depth, counted);
    }
    return new Purge(blocking.cut, blocking.leftOut);
  }

  private static boolean any(boolean[] passes) {
    boolean any = false;
    for (boolean one : passes) {
      any |= one;
    }
    return any;
  }

  /// Counts the blocks of some passes and cuts those that are too large, or leaves them out when
  /// there are no finer keys; passes that have none are not counted again.
  private void counting(int depth, boolean[] counted) {
    Purge sofar = new Purge(cut.clone(), leftOut.clone());
    Plan plan = this.plan;
    boolean[] wanted = counted.clone();
    MapPartitionsFunction<Row, Row> keys = rows -> keys(plan, sofar, wanted, rows);
    Dataset<Row> blocks =
        register
            .rows()
            .mapPartitions(keys, Register.encoder(KEYS))
            .groupBy("pass", "key")
            .agg(count(lit(1)).as("size"), sum("lower").as("lower"))
            .where(col("size").gt(1))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      if (depth == 0) {
        bound(blocks);
      }
      List<List<Integer>> found = tooLarge(blocks);
      for (int pass = 0; pass < counted.length; pass++) {
        int[] keysFound = found.get(pass).stream().mapToInt(key -> key).sorted().toArray();
        if (keysFound.length > 0 && depth == depths[pass]) {
          leftOut[pass] = keysFound;
        } else if (keysFound.length > 0) {
          cut[pass] = Arrays.copyOf(cut[pass], depth + 1);
          cut[pass][depth] = keysFound;
        }
        counted[pass] &= keysFound.length > 0 && depth < depths[pass];
      }
    } finally {
      blocks.unpersist();
    }
  }

  /// The largest size that the budget bears, pass by pass, from the blocks before any is cut.
  private void bound(Dataset<Row> blocks) {
    Column all = col("size").multiply(col("size").minus(1)).divide(2).cast(DataTypes.LongType);
    Column across = col("lower").multiply(col("size").minus(col("lower")));
    long[][] pairs = new long[largest.length][Purge.MOST + 1];
    blocks
        .where(col("size").leq(Purge.MOST))
        .withColumn("pairs", plan.across() ? across : all)
        .groupBy("pass", "size")
        .agg(sum("pairs"))
        .collectAsList()
        .forEach(row -> pairs[row.getInt(0)][(int) row.getLong(1)] = row.getLong(2));
    Arrays.setAll(largest, pass -> Purge.largest(register.size(), inScripts, pairs[pass]));
  }

  private List<List<Integer>> tooLarge(Dataset<Row> blocks) {
    List<List<Integer>> found = new ArrayList<>();
    Column large = lit(false);
    for (int pass = 0; pass < largest.length; pass++) {
      found.add(new ArrayList<>());
      large = large.or(col("pass").equalTo(pass).and(col("size").gt(largest[pass])));
    }
    blocks
        .where(large)
        .select("pass", "key")
        .collectAsList()
        .forEach(row -> found.get(row.getInt(0)).add(row.getInt(1)));
    return found;
  }

  private static Iterator<Row> keys(Plan plan, Purge purge, boolean[] wanted, Iterator<Row> rows) {
    return Portions.of(
        plan.columns(),
        rows,
        portion -> {
          Shard shard = plan.shard(portion.store(-1));
          List<Row> keys = new ArrayList<>();
          for (int record = 0; record < portion.size(); record++) {
            int lower = 1 - portion.row(record).getInt(1);
            for (int pass = 0; pass < wanted.length; pass++) {
              for (int key : wanted[pass] ? shard.keys(record, pass, purge) : NONE) {
                keys.add(RowFactory.create(pass, key, lower));
              }
            }
          }
          return keys;
        });
  }
}
