package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.sampan.linkage.Ruling;
import org.sampan.linkage.model.Model;

/// What `spark-submit` starts: links one or two tables by a model file and writes pairs, people and
/// what was rejected as folders of CSV or Parquet.
public final class LinkOnSpark {

  private final SparkSession spark;
  private final Arguments arguments;

  private LinkOnSpark(SparkSession spark, Arguments arguments) {
    this.spark = spark;
    this.arguments = arguments;
  }

  /// Runs the command; exit code 2 with one line when it is called wrongly.
  public static void main(String[] given) {
    int code = 0;
    SparkSession spark = null;
    try {
      Arguments arguments = Arguments.of(List.of(given));
      spark = SparkSession.builder().appName("sampan link").getOrCreate();
      new LinkOnSpark(spark, arguments).link();
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      code = 2;
    } finally {
      if (spark != null) {
        spark.stop();
      }
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  /// The same in a session that goes on.
  static void run(SparkSession spark, List<String> given) {
    new LinkOnSpark(spark, Arguments.of(given)).link();
  }

  private void link() {
    Model model = Model.parse(text(arguments.text("--model")));
    double floor = arguments.bits("--floor", model.threshold() - Arguments.BELOW);
    List<Ruling> rulings =
        arguments.text("--rulings").isEmpty() ? List.of() : rulings(arguments.text("--rulings"));
    Reading reading = new Reading(spark, arguments.csv(), arguments.text("--id"));
    Reading.Read read = reading.read(model, arguments.sources());
    Register register = read.register();
    System.err.printf("%,d records read%n", register.size());
    SparkLinkage.Found found = SparkLinkage.of(model, register).link(floor, rulings);
    System.err.printf("%,d pairs compared%n", found.compared());
    Dataset<Row> ids = register.rows().select("record", "id");
    Dataset<Row> pairs = pairs(found.pairs(), ids);
    write(pairs, "pairs");
    writePeople(found.people(), ids);
    write(read.rejected(), "rejected");
    System.out.printf(
        "{\"records\":%d,\"rejected\":%d,\"pairs\":%d,\"written\":%d,\"clusters\":%d,"
            + "\"joins\":%d,\"refused\":%d,\"threshold\":%s}%n",
        register.size(),
        read.rejected().count(),
        found.compared(),
        found.pairs().count(),
        register.size() - found.joins(),
        found.joins(),
        found.refused(),
        model.threshold());
  }

  private static Dataset<Row> pairs(Dataset<Row> pairs, Dataset<Row> ids) {
    return pairs
        .join(ids.toDF("a", "idA"), "a")
        .join(ids.toDF("b", "idB"), "b")
        .select(
            col("idA").as("a"),
            col("idB").as("b"),
            col("bits"),
            expr("1 / (1 + pow(2, -double(bits)))").as("probability"));
  }

  private void writePeople(Dataset<Row> people, Dataset<Row> ids) {
    Dataset<Row> named = people.join(ids.toDF("cluster", "name"), "cluster");
    String earlier = arguments.text("--earlier");
    if (!earlier.isEmpty()) {
      Dataset<Row> before =
          table(earlier).select("id", "cluster").toDF("id", "earlier").na().drop();
      Naming naming = Naming.of(people, before.dropDuplicates("id"));
      named = naming.people();
      write(naming.events(), "events");
    }
    write(
        named.select(
            expr("if(source = 0, 'A', 'B')").as("source"), col("id"), col("name").as("cluster")),
        "clusters");
  }

  private Dataset<Row> table(String path) {
    return spark.read().option("header", true).option("escape", "\"").csv(path);
  }

  private void write(Dataset<Row> rows, String name) {
    String path = arguments.text("--out") + "/" + name;
    var writer = rows.write().mode(SaveMode.ErrorIfExists);
    if (arguments.text("--format").equals("parquet")) {
      writer.parquet(path);
    } else {
      writer.option("header", true).option("escape", "\"").csv(path);
    }
  }

  private String text(String path) {
    return String.join("\n", spark.read().textFile(path).collectAsList());
  }

  private List<Ruling> rulings(String path) {
    List<Ruling> rulings = new ArrayList<>();
    for (Row row : table(path).select("a", "b", "ruling").na().drop().collectAsList()) {
      boolean same = row.getString(2).strip().equals("same");
      if (!same && !row.getString(2).strip().equals("different")) {
        throw new IllegalArgumentException(path + ": a ruling is same, different or empty.");
      }
      rulings.add(new Ruling(row.getString(0), row.getString(1), same));
    }
    return List.copyOf(rulings);
  }
}
