package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.sampan.linkage.Census;
import org.sampan.linkage.Purge;
import org.sampan.linkage.Ruling;
import org.sampan.linkage.model.Model;

/// A model applied to a register on Spark. Pairs, bits and people are those of
/// [org.sampan.linkage.Linkage] over the same records in the same order.
public final class SparkLinkage {

  private final Register register;
  private final Plan plan;
  private final Purge purge;

  private SparkLinkage(Register register, Plan plan, Purge purge) {
    this.register = register;
    this.plan = plan;
    this.purge = purge;
  }

  /// Makes ready to link: takes the census of the register's values and counts its blocks.
  public static SparkLinkage of(Model model, Register register) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(register.rows().sparkSession().sparkContext());
    boolean across = register.across();
    Broadcast<Census> unknown = context.broadcast(Census.unknown(model));
    Plan reading = new Plan(model.toJson(), register.columns(), across, unknown);
    Census census = CensusTaking.of(register, reading);
    Plan plan = new Plan(model.toJson(), register.columns(), across, context.broadcast(census));
    Purge purge = Blocking.of(register, plan, census.inScripts());
    return new SparkLinkage(register, plan, purge);
  }

  /// What was found.
  ///
  /// @param pairs `a`, `b` (record numbers, the lower first), `bits`; from the floor on
  /// @param people `record`, `source`, `id`, `cluster` (the lowest record of the person): every
  ///   record once
  /// @param compared how many pairs were compared
  /// @param joins how many joins were made
  /// @param refused how many joins the guard refused
  public record Found(
      Dataset<Row> pairs, Dataset<Row> people, long compared, long joins, long refused) {}

  /// Scores every candidate pair and joins records to people at the model's threshold.
  ///
  /// @param floor bits from which a pair is told
  /// @param rulings of people, by identifiers; those of records that are not here are passed over
  public Found link(double floor, List<Ruling> rulings) {
    double threshold = plan.parsed().threshold();
    Dataset<Row> scored =
        PairScoring.of(register, plan, purge, Math.min(floor, threshold))
            .persist(StorageLevel.MEMORY_AND_DISK());
    long compared = total(scored.where(col("pass").equalTo(PairScoring.COUNT)), "a");
    Dataset<Row> pairs = scored.where(col("pass").notEqual(PairScoring.COUNT));
    Dataset<Row> joined =
        People.of(register, plan, pairs.where(col("bits").geq(threshold)), threshold, rulings)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> counts = joined.where(col("record").equalTo(People.COUNT));
    Dataset<Row> told = pairs.where(col("bits").geq(floor)).select("a", "b", "bits");
    return new Found(
        told, people(joined), compared, total(counts, "cluster"), total(counts, "refused"));
  }

  private Dataset<Row> people(Dataset<Row> joined) {
    Dataset<Row> clusters = joined.select("record", "cluster");
    return register
        .rows()
        .select("record", "source", "id")
        .join(clusters.where(col("record").notEqual(People.COUNT)), "record", "left")
        .select(
            col("record"),
            col("source"),
            col("id"),
            coalesce(col("cluster"), col("record")).as("cluster"));
  }

  private static long total(Dataset<Row> rows, String column) {
    Row sum = rows.agg(sum(column)).head();
    return sum.isNullAt(0) ? 0 : sum.getLong(0);
  }
}
