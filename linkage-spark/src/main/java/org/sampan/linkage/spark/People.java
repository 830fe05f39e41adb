package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sampan.linkage.Clusters;
import org.sampan.linkage.Gathering;
import org.sampan.linkage.Ruling;

/// Makes people of pairs: connected components first, then, component by component, the embedded
/// engine's guard over all their pairs in its own order. Groups of two components never meet, so
/// the people are those that the engine finds over the whole.
final class People {

  /// A record's cluster, called by its lowest record. A row of record -1 counts joins (as its
  /// cluster) and refusals.
  static final StructType PEOPLE =
      new StructType()
          .add(Register.RECORD, DataTypes.LongType, false)
          .add("cluster", DataTypes.LongType, false)
          .add("refused", DataTypes.LongType, false);

  static final long COUNT = -1;

  private static final int COMPONENT_AT = 0;
  private static final int PAIR_AT = 1;
  private static final int RECORD_AT = 4;
  private static final int OTHER_AT = 5;
  private static final int BITS_AT = 6;
  private static final int ID_AT = 7;

  private static final StructType PARTS =
      new StructType()
          .add("component", DataTypes.LongType, false)
          .add("pair", DataTypes.BooleanType, false)
          .add("pass", DataTypes.IntegerType, false)
          .add("place", DataTypes.IntegerType, false)
          .add(Register.RECORD, DataTypes.LongType, false)
          .add("other", DataTypes.LongType, false)
          .add("bits", DataTypes.FloatType, false)
          .add(Register.ID, DataTypes.StringType, true);

  private People() {}

  /// The clusters of all records that some pair or ruling connects.
  ///
  /// @param pairs at the threshold or above
  static Dataset<Row> of(
      Register register, Plan plan, Dataset<Row> pairs, double threshold, List<Ruling> rulings) {
    Dataset<Row> edges = pairs.select("a", "b").union(ruled(register, rulings));
    Dataset<Row> components = Components.of(edges);
    Dataset<Row> records =
        register
            .rows()
            .join(components, Register.RECORD)
            .select(columns(register, false, lit(0), lit(0), lit(0L), lit(0f)));
    Dataset<Row> evidence =
        pairs
            .withColumnRenamed("a", Register.RECORD)
            .join(components, Register.RECORD)
            .select(columns(register, true, col("pass"), col("place"), col("b"), col("bits")));
    MapPartitionsFunction<Row, Row> joining = rows -> joined(plan, threshold, rulings, rows);
    return records
        .union(evidence)
        .repartition(col("component"))
        .sortWithinPartitions("component", "pair", "pass", "place", Register.RECORD, "other")
        .mapPartitions(joining, Register.encoder(PEOPLE));
  }

  private static Column[] columns(
      Register register, boolean pair, Column pass, Column place, Column other, Column bits) {
    Column none = lit(null).cast(DataTypes.StringType);
    List<Column> columns =
        new ArrayList<>(
            List.of(
                col("component"),
                lit(pair).as("pair"),
                pass.as("pass"),
                place.as("place"),
                col(Register.RECORD),
                other.as("other"),
                bits.as("bits"),
                (pair ? none : col(Register.ID)).as(Register.ID)));
    for (int cell = 0; cell < register.columns().size(); cell++) {
      columns.add((pair ? none : col("cell" + cell)).as("cell" + cell));
    }
    return columns.toArray(Column[]::new);
  }

  /// The pairs of records that people ruled to be one person.
  private static Dataset<Row> ruled(Register register, List<Ruling> rulings) {
    StructType schema =
        new StructType().add("idA", DataTypes.StringType).add("idB", DataTypes.StringType);
    List<Row> same =
        rulings.stream()
            .filter(Ruling::same)
            .map(ruling -> RowFactory.create(ruling.a(), ruling.b()))
            .toList();
    Dataset<Row> ruled = register.rows().sparkSession().createDataFrame(same, schema);
    Dataset<Row> named = register.rows().select(Register.ID, Register.RECORD);
    return ruled
        .join(first(named, ruled, "idA", "a"), "idA")
        .join(first(named, ruled, "idB", "b"), "idB")
        .select("a", "b");
  }

  private static Dataset<Row> first(
      Dataset<Row> named, Dataset<Row> ruled, String id, String number) {
    return named
        .withColumnRenamed(Register.ID, id)
        .join(broadcast(ruled.select(id).distinct()), id)
        .groupBy(id)
        .agg(min(Register.RECORD).as(number));
  }

  private static Iterator<Row> joined(
      Plan plan, double threshold, List<Ruling> rulings, Iterator<Row> rows) {
    return Portions.of(
        plan.columns(),
        rows,
        People::sameComponent,
        all -> {
          Portion records = new Portion(plan.columns());
          Map<Long, Integer> places = new HashMap<>();
          List<Row> pairs = new ArrayList<>();
          for (int k = 0; k < all.size(); k++) {
            if (all.row(k).getBoolean(PAIR_AT)) {
              pairs.add(all.row(k));
            } else {
              places.put(all.row(k).getLong(RECORD_AT), records.size());
              records.add(all.row(k));
            }
          }
          Gathering gathering = plan.shard(records.store(ID_AT)).gathering(threshold);
          for (Row pair : pairs) {
            int a = places.getOrDefault(pair.getLong(RECORD_AT), -1);
            int b = places.getOrDefault(pair.getLong(OTHER_AT), -1);
            gathering.pair(a, b, pair.getFloat(BITS_AT));
          }
          return people(gathering.clusters(rulings), records);
        });
  }

  private static List<Row> people(Clusters clusters, Portion records) {
    List<Row> people = new ArrayList<>();
    for (int record = 0; record < records.size(); record++) {
      long lowest = records.row(clusters.of()[record]).getLong(RECORD_AT);
      people.add(RowFactory.create(records.row(record).getLong(RECORD_AT), lowest, 0L));
    }
    people.add(RowFactory.create(COUNT, clusters.joins(), clusters.refused()));
    return people;
  }

  private static boolean sameComponent(Row one, Row other) {
    return one.getLong(COMPONENT_AT) == other.getLong(COMPONENT_AT);
  }
}
