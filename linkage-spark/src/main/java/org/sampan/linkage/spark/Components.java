package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/// Which records are connected by pairs, by whatever chain: labels spread along alternating stars
/// until every record points at the lowest of its component (Kiveris and others 2014, "Connected
/// Components in MapReduce and Beyond"); the rounds grow with the logarithm of the longest chain.
final class Components {

  private static final String FROM = "u";
  private static final String TO = "v";

  private Components() {}

  /// The components of more than one record.
  ///
  /// @param edges `a`, `b`: pairs of record numbers
  /// @return `record`, `component`: the lowest record connected to it, each record once
  static Dataset<Row> of(Dataset<Row> edges) {
    Dataset<Row> stars =
        settled(
            edges
                .select(col("a").as(FROM), col("b").as(TO))
                .where(col(FROM).notEqual(col(TO)))
                .distinct());
    Row before = mark(stars);
    while (true) {
      Dataset<Row> next = settled(small(large(stars)));
      Row after = mark(next);
      stars = next;
      if (Objects.equals(before, after)) {
        break;
      }
      before = after;
    }
    return stars
        .select(explode(array(col(FROM), col(TO))).as("record"), col(TO).as("component"))
        .distinct();
  }

  /// Each record's greater neighbours point at the least of it and all its neighbours.
  private static Dataset<Row> large(Dataset<Row> edges) {
    Dataset<Row> both =
        edges
            .select(explode(array(edge(FROM, TO), edge(TO, FROM))).as("edge"))
            .select("edge.from", "edge.to")
            .toDF(FROM, TO);
    Dataset<Row> lowest = both.groupBy(FROM).agg(min(TO).as("least"));
    return both.join(lowest, FROM)
        .where(col(TO).gt(col(FROM)))
        .select(col(TO).as(FROM), least(col("least"), col(FROM)).as(TO))
        .distinct();
  }

  /// Each record and its lesser neighbours point at the least of them.
  private static Dataset<Row> small(Dataset<Row> edges) {
    Dataset<Row> lowest = edges.groupBy(FROM).agg(min(TO).as("least"));
    return edges
        .join(lowest, FROM)
        .select(explode(array(edge(FROM, "least"), edge(TO, "least"))).as("edge"))
        .select("edge.from", "edge.to")
        .toDF(FROM, TO)
        .where(col(FROM).notEqual(col(TO)))
        .distinct();
  }

  private static Column edge(String from, String to) {
    return struct(col(from).as("from"), col(to).as("to"));
  }

  /// What a set of edges is known by: how many there are, and a sum over all of them.
  private static Row mark(Dataset<Row> edges) {
    return edges
        .agg(
            sum(xxhash64(col(FROM), col(TO)).cast(DataTypes.createDecimalType(38, 0))),
            count(col(FROM)))
        .head();
  }

  /// Computed now, its past forgotten: written to the folder of check points where one is set, else
  /// held by the executors.
  private static Dataset<Row> settled(Dataset<Row> edges) {
    SparkSession spark = edges.sparkSession();
    JavaRDD<Row> rows = edges.javaRDD();
    if (spark.sparkContext().getCheckpointDir().isDefined()) {
      rows.checkpoint();
    } else {
      rows.rdd().localCheckpoint();
    }
    rows.count();
    return spark.createDataFrame(rows, edges.schema());
  }
}
