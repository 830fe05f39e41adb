package org.sampan.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.linkage.model.Model;

/// The command that spark-submit starts.
class LinkOnSparkTest {

  @TempDir Path folder;

  @Test
  void pairs_people_and_bad_rows_are_written() throws IOException {
    List<List<String>> rows = Invented.rows(100, 6);
    Path file = Invented.write(folder.resolve("a.csv"), rows);
    Files.writeString(file, "too,few\n", StandardOpenOption.APPEND);
    Model model = Embedded.of(Invented.COLUMNS, rows, List.of()).learned();
    Path given = Files.writeString(folder.resolve("model.json"), model.toJson());
    Path out = folder.resolve("out");

    LinkOnSpark.run(
        Session.SPARK,
        List.of(
            file.toString(),
            "--model",
            given.toString(),
            "--out",
            out.toString(),
            "--format",
            "parquet"));

    Dataset<Row> people = Session.SPARK.read().parquet(out.resolve("clusters").toString());
    assertThat(people.columns()).containsExactly("source", "id", "cluster");
    assertThat(people.count()).isEqualTo(rows.size());
    assertThat(Session.SPARK.read().parquet(out.resolve("pairs").toString()).columns())
        .containsExactly("a", "b", "bits", "probability");
    assertThat(Session.SPARK.read().parquet(out.resolve("rejected").toString()).collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.getString(1)).isEqualTo("too,few"));
  }

  @Test
  void a_call_without_a_model_is_refused_with_the_usage() {
    assertThatThrownBy(() -> LinkOnSpark.run(Session.SPARK, List.of("a.csv", "--out", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--model");
  }
}
