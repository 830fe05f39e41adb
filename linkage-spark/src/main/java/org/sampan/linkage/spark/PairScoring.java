package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.col;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
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
    int passes = plan.parsed().passes().size();
    return Portions.of(
        plan.columns(),
        rows,
        portion -> {
          Shard shard = plan.shard(portion.store(-1));
          List<Row> members = new ArrayList<>();
          for (int record = 0; record < portion.size(); record++) {
            int[][] keys = new int[passes][];
            for (int pass = 0; pass < passes; pass++) {
              keys[pass] = shard.keys(record, pass, purge);
            }
            byte[] packed = packed(keys);
            for (int pass = 0; pass < passes; pass++) {
              for (int key : keys[pass]) {
                members.add(member(pass, key, packed, portion.row(record)));
              }
            }
          }
          return members;
        });
  }

  private static Row member(int pass, int key, byte[] keys, Row row) {
    int cells = row.size() - Register.ID_AT - 1;
    @Nullable Object[] values = new @Nullable Object[MEMBERS.size() + cells];
    values[0] = pass;
    values[1] = place(key);
    values[RECORD_AT] = row.getLong(0);
    values[SOURCE_AT] = row.getInt(1);
    values[KEYS_AT] = keys;
    for (int cell = 0; cell < cells; cell++) {
      values[MEMBERS.size() + cell] = row.get(Register.ID_AT + 1 + cell);
    }
    return RowFactory.create(values);
  }

  private static Iterator<Row> scored(Plan plan, double floor, Iterator<Row> rows) {
    int passes = plan.parsed().passes().size();
    return Portions.of(
        plan.columns(),
        rows,
        PairScoring::sameBlock,
        portion -> {
          int[] numbers = new int[portion.size()];
          Shard shard = plan.shard(portion.store(SOURCE_AT, numbers));
          int[][][] keys = new int[numbers.length][][];
          long[] records = new long[numbers.length];
          for (int k = 0; k < numbers.length; k++) {
            keys[numbers[k]] = unpacked((byte[]) portion.row(k).get(KEYS_AT), passes);
            records[numbers[k]] = portion.row(k).getLong(RECORD_AT);
          }
          List<Row> pairs = new ArrayList<>();
          if (plan.across() && oneSource(portion)) {
            return pairs;
          }
          Scoring scoring =
              shard.score(
                  byPass(portion, passes, k -> numbers[k]),
                  byPass(portion, passes, k -> key(portion.row(k).getInt(1))),
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

  /// Something of each row, pass by pass, in the order of the rows.
  private static int[][] byPass(Portion portion, int passes, IntUnaryOperator ofRow) {
    int[][] found = new int[passes][];
    int begin = 0;
    for (int pass = 0; pass < passes; pass++) {
      int end = begin;
      while (end < portion.size() && portion.row(end).getInt(0) == pass) {
        end++;
      }
      found[pass] = IntStream.range(begin, end).map(ofRow).toArray();
      begin = end;
    }
    return found;
  }

  /// A pair belongs to the first pass in which both have one key, and there to the first such key.
  private static Row pair(int[][] keysA, int[][] keysB, long a, long b, float bits) {
    int pass = 0;
    OptionalInt shared = shared(keysA[pass], keysB[pass]);
    while (shared.isEmpty()) {
      pass++;
      shared = shared(keysA[pass], keysB[pass]);
    }
    int place = place(shared.getAsInt());
    return RowFactory.create(pass, place, Math.min(a, b), Math.max(a, b), bits);
  }

  private static OptionalInt shared(int[] keysA, int[] keysB) {
    return Arrays.stream(keysA)
        .filter(key -> Arrays.stream(keysB).anyMatch(other -> other == key))
        .findFirst();
  }

  /// Where the block of a key stands among those of its pass, and the key of a place: keys stand in
  /// the order they have without sign.
  private static int place(int key) {
    return key ^ Integer.MIN_VALUE;
  }

  private static int key(int place) {
    return place ^ Integer.MIN_VALUE;
  }

  /// Pass by pass, how many keys there are and the keys.
  private static byte[] packed(int[][] keys) {
    ByteBuffer packed =
        ByteBuffer.allocate(Arrays.stream(keys).mapToInt(own -> 4 + 4 * own.length).sum());
    for (int[] own : keys) {
      packed.putInt(own.length);
      Arrays.stream(own).forEach(packed::putInt);
    }
    return packed.array();
  }

  private static int[][] unpacked(byte[] packed, int passes) {
    ByteBuffer from = ByteBuffer.wrap(packed);
    int[][] keys = new int[passes][];
    for (int pass = 0; pass < passes; pass++) {
      keys[pass] = new int[from.getInt()];
      Arrays.setAll(keys[pass], k -> from.getInt());
    }
    return keys;
  }
}
