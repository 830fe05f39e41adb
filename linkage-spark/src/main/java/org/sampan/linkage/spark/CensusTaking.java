package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sampan.linkage.Census;
import org.sampan.linkage.Shard;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Kind;
import org.sampan.linkage.model.Model;

/// Takes the census of a register: what each portion must know of the whole to score as the whole
/// would. Only values that occur three times or more leave the cluster.
final class CensusTaking {

  private static final StructType VALUES =
      new StructType()
          .add("field", DataTypes.IntegerType, false)
          .add("written", DataTypes.BooleanType, false)
          .add("text", DataTypes.StringType, false)
          .add("count", DataTypes.LongType, false)
          .add("first", DataTypes.LongType, false);

  private static final StructType SOUNDS =
      new StructType()
          .add("field", DataTypes.IntegerType, false)
          .add("key", DataTypes.IntegerType, false)
          .add("scripts", DataTypes.IntegerType, false);

  private CensusTaking() {}

  static Census of(Register register, Plan plan) {
    MapPartitionsFunction<Row, Row> counting = rows -> counted(plan, rows);
    Dataset<Row> values =
        register
            .rows()
            .mapPartitions(counting, Register.encoder(VALUES))
            .groupBy("field", "written", "text")
            .agg(sum("count").as("count"), min("first").as("first"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return census(plan.parsed(), values, sounds(register, plan));
    } finally {
      values.unpersist();
    }
  }

  /// The keys of sound that occur in more than one script, field by field, sorted.
  private static int[][] sounds(Register register, Plan plan) {
    Model model = plan.parsed();
    int fields = model.fields().size();
    int[] asked =
        IntStream.range(0, fields).filter(field -> Census.asksForSounds(model, field)).toArray();
    IntStream.Builder[] found = new IntStream.Builder[fields];
    Arrays.setAll(found, field -> IntStream.builder());
    if (asked.length > 0) {
      MapPartitionsFunction<Row, Row> hearing = rows -> heard(plan, asked, rows);
      Iterator<Row> shared =
          register
              .rows()
              .mapPartitions(hearing, Register.encoder(SOUNDS))
              .groupBy("field", "key")
              .agg(bit_or(col("scripts")).as("scripts"))
              .where(bit_count(col("scripts")).gt(1))
              .toLocalIterator();
      while (shared.hasNext()) {
        Row row = shared.next();
        found[row.getInt(0)].add(row.getInt(1));
      }
    }
    return Arrays.stream(found).map(keys -> keys.build().sorted().toArray()).toArray(int[][]::new);
  }

  private static Iterator<Row> heard(Plan plan, int[] fields, Iterator<Row> rows) {
    return Portions.of(
        plan.columns(),
        rows,
        portion -> {
          Shard shard = plan.shard(portion.store(-1));
          List<Row> found = new ArrayList<>();
          for (int field : fields) {
            shard.sounds(
                field, (key, scripts) -> found.add(RowFactory.create(field, key, scripts)));
          }
          return found;
        });
  }

  private static Census census(Model model, Dataset<Row> values, int[][] sounds) {
    int fields = model.fields().size();
    long[] totals = new long[fields];
    Dataset<Row> read = values.where(not(col("written")));
    for (Row row : read.groupBy("field").agg(sum("count")).collectAsList()) {
      totals[row.getInt(0)] = row.getLong(1);
    }
    List<Map<String, Integer>> often = new ArrayList<>();
    for (int field = 0; field < fields; field++) {
      often.add(new HashMap<>());
    }
    Iterator<Row> frequent =
        read.where(col("count").geq(Census.OFTEN))
            .select("field", "text", "count")
            .toLocalIterator();
    while (frequent.hasNext()) {
      Row row = frequent.next();
      int count = (int) Math.min(Integer.MAX_VALUE, row.getLong(2));
      often.get(row.getInt(0)).put(row.getString(1), count);
    }
    boolean inScripts = false;
    List<Census.Known> known = new ArrayList<>();
    for (int field = 0; field < fields; field++) {
      Kind kind = model.fields().get(field).kind();
      inScripts |=
          !Census.asksForWords(kind)
              && values.where(col("written").and(col("field").equalTo(field))).count() > 1;
      Set<String> words = Census.asksForWords(kind) ? words(kind, field, values) : Set.of();
      known.add(new Census.Known(totals[field], often.get(field), words, sounds[field]));
    }
    return new Census(known, inScripts);
  }

  /// The common words of a field, by its values in the order they first came.
  private static Set<String> words(Kind kind, int field, Dataset<Row> values) {
    Dataset<Row> written = values.where(col("written").and(col("field").equalTo(field)));
    int size = Math.toIntExact(written.count());
    int step = Census.step(size);
    List<String> some =
        written
            .select("first", "text")
            .orderBy("first", "text")
            .javaRDD()
            .zipWithIndex()
            .filter(pair -> pair._2() % step == 0)
            .map(pair -> pair._1().getString(1))
            .collect();
    return Census.words(kind, size, code -> some.get((code - 1) / step));
  }

  private static Iterator<Row> counted(Plan plan, Iterator<Row> rows) {
    List<Field> fields = plan.parsed().fields();
    return Portions.of(
        plan.columns(),
        rows,
        portion -> {
          Shard shard = plan.shard(portion.store(-1));
          List<Row> found = new ArrayList<>();
          long[] uncounted = new long[fields.size()];
          shard.values((field, text, record, count) -> {
            if (fields.get(field).termFrequency()) {
              found.add(RowFactory.create(field, false, text, (long) count, 0L));
            } else {
              uncounted[field] += count;
            }
          });
          for (int field = 0; field < uncounted.length; field++) {
            found.add(RowFactory.create(field, false, "", uncounted[field], 0L));
          }
          for (int field = 0; field < uncounted.length; field++) {
            for (long script : shard.scripts(field)) {
              found.add(RowFactory.create(field, true, String.valueOf(script), 1L, 0L));
            }
          }
          shard.writings((field, text, record, count) ->
              found.add(
                  RowFactory.create(
                      field, true, text, (long) count, portion.row(record).getLong(0))));
          return found;
        });
  }
}
