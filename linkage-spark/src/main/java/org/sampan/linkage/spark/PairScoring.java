package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.col;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sampan.linkage.Purge;
import org.sampan.linkage.Scoring;
import org.sampan.linkage.Shard;

/// Brings each block's records together and has the embedded engine score their pairs.
final class PairScoring {

  /// A pair: the pass that found it, its block's place in the pass, both records, the evidence. A
  /// row of pass -1 counts the pairs that were compared.
  static final StructType PAIRS =
      new StructType()
          .add("pass", DataTypes.IntegerType, false)
          .add("place", DataTypes.IntegerType, false)
          .add("a", DataTypes.LongType, false)
          .add("b", DataTypes.LongType, false)
          .add("bits", DataTypes.FloatType, false);

  static final int COUNT = -1;

  private static final StructType MEMBERS =
      new StructType()
          .add("pass", DataTypes.IntegerType, false)
          .add("place", DataTypes.IntegerType, false)
          .add(Register.RECORD, DataTypes.LongType, false)
          .add(Register.SOURCE, DataTypes.IntegerType, false)
          .add("keys", DataTypes.BinaryType, false);

  private static final int RECORD_AT = 2;
  private static final int SOURCE_AT = 3;
  private static final int KEYS_AT = 4;

  private PairScoring() {}

  static Dataset<Row> of(Register register, Plan plan, Purge purge, double floor) {
    MapPartitionsFunction<Row, Row> members = rows -> members(plan, purge, rows);
    MapPartitionsFunction<Row, Row> scoring = rows -> scored(plan, floor, rows);
    StructType schema = Register.withCells(MEMBERS, plan.columns().size());
    return register
        .rows()
        .mapPartitions(members, Register.encoder(schema))
        .repartition(col("pass"), col("place"))
        .sortWithinPartitions("pass", "place", Register.RECORD)
        .mapPartitions(scoring, Register.encoder(PAIRS));
  }

  /// A row for each block that a record is in.
  private static Iterator<Row> members(Plan plan, Purge purge, Iterator<Row> rows) {
    return Portions.of(
        plan.columns(),
        rows,
        portion -> {
          Shard shard = plan.shard(portion.store(-1));
          List<Row> members = new ArrayList<>();
          for (int record = 0; record < portion.size(); record++) {
            int[] keys = shard.keys(record, purge);
            Row row = portion.row(record);
            for (int pass = 0; pass < keys.length; pass++) {
              if (keys[pass] != 0) {
                members.add(member(plan, pass, keys, row));
              }
            }
          }
          return members;
        });
  }

  private static Row member(Plan plan, int pass, int[] keys, Row row) {
    int cells = plan.columns().size();
    @Nullable Object[] values = new @Nullable Object[MEMBERS.size() + cells];
    values[0] = pass;
    values[1] = keys[pass] ^ Integer.MIN_VALUE;
    values[RECORD_AT] = row.getLong(0);
    values[SOURCE_AT] = row.getInt(1);
    values[KEYS_AT] = packed(keys);
    for (int cell = 0; cell < cells; cell++) {
      values[MEMBERS.size() + cell] = row.get(Register.ID_AT + 1 + cell);
    }
    return RowFactory.create(values);
  }

  private static Iterator<Row> scored(Plan plan, double floor, Iterator<Row> rows) {
    return Portions.of(
        plan.columns(),
        rows,
        PairScoring::sameBlock,
        portion -> {
          int[] numbers = new int[portion.size()];
          Shard shard = plan.shard(portion.store(SOURCE_AT, numbers));
          int[][] keys = new int[numbers.length][];
          long[] records = new long[numbers.length];
          for (int k = 0; k < numbers.length; k++) {
            keys[numbers[k]] = unpacked((byte[]) portion.row(k).get(KEYS_AT));
            records[numbers[k]] = portion.row(k).getLong(RECORD_AT);
          }
          List<Row> pairs = new ArrayList<>();
          if (plan.across() && oneSource(portion)) {
            return pairs;
          }
          Scoring scoring =
              shard.score(
                  orders(portion, numbers, keys),
                  keys,
                  floor,
                  (a, b, bits) -> pairs.add(pair(keys[a], keys[b], records[a], records[b], bits)));
          pairs.add(RowFactory.create(COUNT, 0, scoring.compared(), 0L, 0f));
          return pairs;
        });
  }

  private static boolean oneSource(Portion portion) {
    int k = 0;
    while (k < portion.size() && portion.row(k).getInt(SOURCE_AT) == 0) {
      k++;
    }
    return k == portion.size();
  }

  private static boolean sameBlock(Row one, Row other) {
    return one.getInt(0) == other.getInt(0) && one.getInt(1) == other.getInt(1);
  }

  /// The records of each pass, in the order of the rows.
  private static int[][] orders(Portion portion, int[] numbers, int[][] keys) {
    int passes = keys[0].length;
    int[][] orders = new int[passes][];
    int begin = 0;
    for (int pass = 0; pass < passes; pass++) {
      int end = begin;
      while (end < numbers.length && portion.row(end).getInt(0) == pass) {
        end++;
      }
      orders[pass] = Arrays.copyOfRange(numbers, begin, end);
      begin = end;
    }
    return orders;
  }

  /// A pair belongs to the first pass in which both have one key.
  private static Row pair(int[] keysA, int[] keysB, long a, long b, float bits) {
    int pass = 0;
    while (keysA[pass] == 0 || keysA[pass] != keysB[pass]) {
      pass++;
    }
    int place = keysA[pass] ^ Integer.MIN_VALUE;
    return RowFactory.create(pass, place, Math.min(a, b), Math.max(a, b), bits);
  }

  private static byte[] packed(int[] keys) {
    ByteBuffer packed = ByteBuffer.allocate(4 * keys.length);
    packed.asIntBuffer().put(keys);
    return packed.array();
  }

  private static int[] unpacked(byte[] packed) {
    int[] keys = new int[packed.length / 4];
    ByteBuffer.wrap(packed).asIntBuffer().get(keys);
    return keys;
  }
}
