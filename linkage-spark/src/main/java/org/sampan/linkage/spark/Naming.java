package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sampan.linkage.ClusterNames;
import org.sampan.linkage.Clusters;
import org.sampan.linkage.record.RecordStore;

/// Names of people that last from run to run, as [ClusterNames] gives them. Plain cases are settled
/// by Spark; people whose names are contested, or could clash with an earlier one, by that class.
///
/// @param people `record`, `source`, `id`, `cluster`, `name`
/// @param events `event`, `from`, `into`
record Naming(Dataset<Row> people, Dataset<Row> events) {

  /// Names people.
  ///
  /// @param people `record`, `source`, `id`, `cluster`
  /// @param before `id`, `earlier`: the name that a record's person bore, each identifier once
  static Naming of(Dataset<Row> people, Dataset<Row> before) {
    Dataset<Row> known = people.join(before, "id", "left").persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> shares =
        known.where(col("earlier").isNotNull()).select("cluster", "earlier").distinct();
    Dataset<Row> own =
        shares.groupBy("cluster").agg(count(lit(1)).as("names"), min("earlier").as("bore"));
    Dataset<Row> spread = shares.groupBy("earlier").agg(count(lit(1)).as("clusters"));
    Dataset<Row> contested =
        shares
            .join(spread, "earlier")
            .join(own, "cluster")
            .where(col("clusters").gt(1).or(col("names").gt(1)))
            .select("cluster")
            .distinct();
    Dataset<Row> first =
        known
            .where(col("record").equalTo(col("cluster")))
            .select(col("cluster"), col("id").as("called"))
            .join(own.select("cluster", "bore"), "cluster", "left");
    Dataset<Row> stems = before.select(stem(col("earlier")).as("stem")).distinct();
    Dataset<Row> clashing =
        first
            .where(col("bore").isNull())
            .withColumn("stem", stem(col("called")))
            .join(stems, "stem")
            .select("cluster");
    Dataset<Row> settled =
        settled(known.join(contested.union(clashing).distinct(), "cluster"), before);
    Dataset<Row> names =
        first
            .join(settled, "cluster", "left")
            .select(col("cluster"), coalesce(col("settled"), col("bore"), col("called")).as("name"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new Naming(
        known.join(names, "cluster").select("record", "source", "id", "cluster", "name"),
        events(shares, names, before));
  }

  /// An identifier without the numbers that a name gets when it is taken.
  private static Column stem(Column name) {
    return regexp_replace(name, "(-[0-9]+)+$", "");
  }

  private static Dataset<Row> settled(Dataset<Row> records, Dataset<Row> before) {
    Dataset<Row> taken =
        before
            .withColumn("stem", stem(col("earlier")))
            .join(records.select(stem(col("id")).as("stem")).distinct(), "stem")
            .select("earlier")
            .distinct();
    Map<String, String> earlier = new HashMap<>();
    for (Row row : taken.collectAsList()) {
      earlier.put("\u0000" + earlier.size(), row.getString(0));
    }
    RecordStore.Builder builder = RecordStore.builder(List.of("none"));
    Map<Long, Integer> numbers = new HashMap<>();
    List<Row> rows =
        records.select("record", "id", "cluster", "earlier").orderBy("record").collectAsList();
    int[] of = new int[rows.size()];
    for (int record = 0; record < of.length; record++) {
      Row row = rows.get(record);
      numbers.put(row.getLong(0), builder.add(row.getString(1), 0, ""));
      of[record] = numbers.getOrDefault(row.getLong(2), record);
      if (!row.isNullAt(3)) {
        earlier.put(row.getString(1), row.getString(3));
      }
    }
    RecordStore store = builder.build();
    Map<String, String> names = ClusterNames.of(new Clusters(of, 0, 0), store, earlier).names();
    List<Row> settled = new ArrayList<>();
    for (Row row : rows) {
      if (row.getLong(0) == row.getLong(2)) {
        settled.add(RowFactory.create(row.getLong(2), names.get(row.getString(1))));
      }
    }
    StructType schema =
        new StructType().add("cluster", DataTypes.LongType).add("settled", DataTypes.StringType);
    return records.sparkSession().createDataFrame(settled, schema);
  }

  private static Dataset<Row> events(Dataset<Row> shares, Dataset<Row> names, Dataset<Row> before) {
    Column none = lit(null).cast(DataTypes.StringType);
    Dataset<Row> told = shares.join(names, "cluster");
    Dataset<Row> appeared =
        names
            .join(shares.select("cluster").distinct(), "cluster", "left_anti")
            .select(lit("appeared"), none, col("name"));
    Dataset<Row> vanished =
        before
            .select("earlier")
            .distinct()
            .join(shares.select("earlier").distinct(), "earlier", "left_anti")
            .select(lit("vanished"), col("earlier"), none);
    Dataset<Row> merged =
        told.groupBy("name")
            .agg(collect_set("earlier").as("all"))
            .where("size(all) > 1")
            .select(lit("merged"), concat_ws("|", array_sort(col("all"))), col("name"));
    Dataset<Row> split =
        told.groupBy("earlier")
            .agg(collect_set("name").as("all"))
            .where("size(all) > 1")
            .select(lit("split"), col("earlier"), concat_ws("|", array_sort(col("all"))));
    return appeared.union(vanished).union(merged).union(split).toDF("event", "from", "into");
  }
}
