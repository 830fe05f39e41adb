package org.sampan.linkage.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sampan.linkage.model.Model;

/// Reads CSV and Parquet by Spark: one or two sources, each of one or many files.
public final class Reading {

  private static final String REJECTED = "_rejected";
  private static final List<String> IDENTIFIERS = List.of("rec_id", "unique_id", "id");

  private final SparkSession spark;
  private final Map<String, String> options;
  private final String id;

  /// Ready to read.
  ///
  /// @param options of Spark's CSV reader beside ours, such as `sep` or `encoding`
  /// @param id the column of the identifier; empty for `rec_id`, `unique_id` or `id`
  public Reading(SparkSession spark, Map<String, String> options, String id) {
    this.spark = spark;
    this.options = Map.copyOf(options);
    this.id = id;
  }

  /// What was read.
  ///
  /// @param rejected `source` and `line` of the rows of CSV that do not fit the columns
  public record Read(Register register, Dataset<Row> rejected) {}

  /// Reads one or two sources for a model.
  ///
  /// @param paths files or folders, as Spark takes them; Parquet where the name ends in `.parquet`
  /// @throws IllegalArgumentException when a source has no identifier, or none the columns of a
  ///   field
  public Read read(Model model, List<String> paths) {
    List<Dataset<Row>> tables = paths.stream().map(this::table).toList();
    List<String> all =
        tables.stream().flatMap(table -> Arrays.stream(table.columns())).distinct().toList();
    List<String> columns = Register.compared(model, all);
    List<Dataset<Row>> rejected = new ArrayList<>();
    List<Dataset<Row>> rows = new ArrayList<>();
    long[] sizes = new long[2];
    for (int source = 0; source < paths.size(); source++) {
      Dataset<Row> table = tables.get(source);
      Column bad =
          List.of(table.columns()).contains(REJECTED)
              ? col(REJECTED)
              : lit(null).cast(DataTypes.StringType);
      Numbering numbering = Numbering.of(table, bad, cells(table, paths.get(source), columns));
      rejected.add(numbering.rejected(paths.get(source)));
      rows.add(numbering.numbered(source, sizes[0]));
      sizes[source] = numbering.size();
    }
    Register register =
        new Register(
            rows.stream().reduce(Dataset::union).orElseThrow(),
            columns,
            sizes[0] + sizes[1],
            sizes[0]);
    return new Read(register, rejected.stream().reduce(Dataset::union).orElseThrow());
  }

  private Dataset<Row> table(String path) {
    if (path.endsWith(".parquet")) {
      return spark.read().parquet(path);
    }
    String[] names = csv().csv(path).columns();
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name.strip(), DataTypes.StringType);
    }
    return csv()
        .schema(schema.add(REJECTED, DataTypes.StringType))
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", REJECTED)
        .csv(path);
  }

  /// Quotes as everybody writes them, blanks around a cell do not count, all columns are looked at.
  private org.apache.spark.sql.DataFrameReader csv() {
    return spark
        .read()
        .option("header", true)
        .option("escape", "\"")
        .option("ignoreLeadingWhiteSpace", true)
        .option("ignoreTrailingWhiteSpace", true)
        .option("columnPruning", false)
        .options(options);
  }

  /// The identifier and the cells of a table; a column that it lacks is missing throughout.
  private List<Column> cells(Dataset<Row> table, String path, List<String> columns) {
    List<String> there = List.of(table.columns());
    List<Column> cells = new ArrayList<>();
    cells.add(trim(text(identifier(there, path))));
    for (String column : columns) {
      cells.add(there.contains(column) ? text(column) : lit(null).cast(DataTypes.StringType));
    }
    return cells;
  }

  private static Column text(String column) {
    return col("`" + column.replace("`", "``") + "`").cast(DataTypes.StringType);
  }

  private String identifier(List<String> columns, String path) {
    return (id.isEmpty() ? IDENTIFIERS : List.of(id))
        .stream()
            .flatMap(usual -> columns.stream().filter(usual::equalsIgnoreCase))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s has no column %s: name the identifier by --id COLUMN."
                        .formatted(path, id.isEmpty() ? "rec_id, unique_id or id" : id)));
  }
}
