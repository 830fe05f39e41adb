package org.sampan.jobs.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.OperatorRefusal;

class LinkTest {

  private static final int ROWS = 400;

  @TempDir static Path shared;

  private static Path register = Path.of("register.csv");
  private static Path model = Path.of("model.json");

  @TempDir Path folder;

  @BeforeAll
  static void aRegisterAndAModelLearnedFromIt() {
    register = shared.resolve("register.csv");
    Lines.invent(ROWS, register);
    Link.run(
        List.of(register.toString(), "--out", shared.resolve("learned").toString(), "--train"));
    model = shared.resolve("learned").resolve("model.json");
  }

  @Test
  void the_truth_measures_and_the_last_line_is_json() throws IOException {
    Path truth = folder.resolve("truth.csv");
    List<String> lines = Files.readAllLines(register);
    List<String> told = new ArrayList<>(List.of("id,entity"));
    lines.stream().skip(1).map(line -> line.split(",")).forEach(c -> told.add(c[0] + "," + c[1]));
    Files.write(truth, told);

    String byColumn = summary("--truth", "entity");
    String byFile = summary("--truth", truth.toString());
    String byNumber = summary("--truth", "rec_id");

    assertThat(byColumn)
        .matches(
            "\\{\"precision\":.*,\"recall\":.*,\"f1\":.*,\"threshold\":.*,\"bestF1\":.*,"
                + "\"clusterF1\":.*,\"completeness\":.*,\"records\":400,\"pairs\":\\d+,"
                + "\"cpuSeconds\":.*,\"peakBytes\":\\d+\\}");
    assertThat(untimed(byFile)).isEqualTo(untimed(byColumn));
    assertThat(untimed(byNumber)).isEqualTo(untimed(byColumn));
    assertThat(summary()).contains("\"f1\":null");
  }

  @Test
  void the_result_does_not_depend_on_the_number_of_threads() {
    link("one", "--threads", "1");
    link("three", "--threads", "3");

    for (String name : List.of("pairs.csv", "clusters.csv")) {
      assertThat(folder.resolve("three").resolve(name))
          .hasSameTextualContentAs(folder.resolve("one").resolve(name));
    }
  }

  @Test
  void a_ruling_outweighs_the_score() throws IOException {
    link("before", "--review", "400");
    List<String> review = Files.readAllLines(folder.resolve("before").resolve("review.csv"));
    Map<String, String> clusters = clusters("before");
    String together =
        review.stream()
            .skip(1)
            .filter(line ->
                Objects.equals(
                    clusters.get(Lines.cell(line, 0)), clusters.get(Lines.cell(line, 1))))
            .findFirst()
            .orElseThrow();
    Path rulings = folder.resolve("rulings.csv");
    Files.writeString(
        rulings,
        "a,b,ruling\n%s,%s,different\n"
            .formatted(Lines.cell(together, 0), Lines.cell(together, 1)));

    link("after", "--rulings", rulings.toString());

    Map<String, String> after = clusters("after");
    assertThat(after.get(Lines.cell(together, 0))).isNotEqualTo(after.get(Lines.cell(together, 1)));
  }

  @Test
  void clusters_keep_their_names_and_a_split_is_told() throws IOException {
    link("first");
    String cluster =
        Files.readAllLines(folder.resolve("first").resolve("clusters.csv")).stream()
            .map(line -> Lines.cell(line, 1) + "," + Lines.cell(line, 2))
            .filter(pair -> !pair.split(",")[0].equals(pair.split(",")[1]))
            .skip(1)
            .findFirst()
            .orElseThrow();
    Path rulings = folder.resolve("rulings.csv");
    Files.writeString(rulings, "a,b,ruling\n" + cluster + ",different\n");
    String earlier = folder.resolve("first").resolve("clusters.csv").toString();

    link("second", "--earlier", earlier, "--rulings", rulings.toString());
    link("third", "--earlier", earlier);

    assertThat(folder.resolve("second").resolve("events.csv")).content().contains("split,");
    assertThat(folder.resolve("third").resolve("events.csv")).hasContent("event,from,into");
    assertThat(folder.resolve("third").resolve("clusters.csv"))
        .hasSameTextualContentAs(folder.resolve("first").resolve("clusters.csv"));
  }

  @Test
  void a_score_is_drawn_as_well_formed_svg() throws Exception {
    List<String> lines = Files.readAllLines(register);
    String pair = Lines.cell(lines.get(1), 0) + "," + Lines.cell(lines.get(2), 0);

    link("drawn", "--waterfall", pair);

    Path drawing = folder.resolve("drawn").resolve("waterfall-" + pair.replace(',', '-') + ".svg");
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(drawing.toFile())
                .getElementsByTagName("rect")
                .getLength())
        .isGreaterThan(5);
  }

  @Test
  void two_tables_are_linked_across_only() throws IOException {
    List<String> lines = Files.readAllLines(register);
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    Files.write(first, lines.subList(0, 201));
    List<String> rest = new ArrayList<>(List.of(lines.getFirst()));
    rest.addAll(lines.subList(201, lines.size()));
    Files.write(second, rest);

    Link.run(
        List.of(
            first.toString(),
            second.toString(),
            "--out",
            folder.resolve("two").toString(),
            "--model",
            model.toString(),
            "--format",
            "parquet"));

    assertThat(folder.resolve("two")).isDirectoryContaining("glob:**pairs.parquet");
    try (var pairs =
        org.sampan.jobs.tables.Tables.open(
            folder.resolve("two").resolve("pairs.parquet").toString(), "", (s, l, r) -> {})) {
      List<String> ids = Lines.column(lines, 0);
      while (pairs.next()) {
        assertThat(ids.indexOf(pairs.row().text(0))).isLessThan(200);
        assertThat(ids.indexOf(pairs.row().text(1))).isGreaterThanOrEqualTo(200);
      }
    }
  }

  @Test
  void rows_that_cannot_be_read_are_listed_with_the_reason() throws IOException {
    Path broken = folder.resolve("broken.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(register));
    lines.add(5, "only,two");
    lines.add(9, "\"never closed");
    Files.write(broken, lines);

    Link.run(
        List.of(
            broken.toString(),
            "--out",
            folder.resolve("out").toString(),
            "--model",
            model.toString()));

    assertThat(Files.readAllLines(folder.resolve("out").resolve("rejected.csv")))
        .containsExactly(
            "source,line,reason",
            broken + ",6,\"has 2 cells, not 11\"",
            broken + ",10,has a quote that is never closed");
    assertThat(folder.resolve("out").resolve("summary.txt"))
        .content()
        .contains("400 records read, 2 rejected");
  }

  @Test
  void a_wrong_call_is_refused_and_leaves_nothing() throws IOException {
    String file = register.toString();
    String out = folder.resolve("out").toString();
    Path strange = Files.writeString(folder.resolve("strange.csv"), "x,y\n1,2\n");

    for (List<String> call :
        List.of(
            List.<String>of(),
            List.of(file, "--out", out),
            List.of(file, "--out", out, "--train", "--model", "m.json"),
            List.of(file, "--out", out, "--train", "--truth", "nowhere"),
            List.of(file, "--out", out, "--train", "--id", "nowhere"),
            List.of(file, "--out", out, "--model", file),
            List.of(strange.toString(), "--out", out, "--model", model.toString()),
            List.of(file, "--out", out, "--train", "--threads", "none"),
            List.of("none.csv", "--out", out, "--train"))) {
      assertThatThrownBy(() -> Link.run(call)).as("%s", call).isInstanceOf(OperatorRefusal.class);
    }
    assertThat(folder.resolve("out").resolve("pairs.csv")).doesNotExist();
  }

  /// Links the register by the model that was learned from it.
  private void link(String out, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                register.toString(),
                "--out",
                folder.resolve(out).toString(),
                "--model",
                model.toString()));
    all.addAll(List.of(more));
    Link.run(all);
  }

  private String summary(String... more) throws IOException {
    link("summed", more);
    return Files.readAllLines(folder.resolve("summed").resolve("summary.txt")).getLast();
  }

  private Map<String, String> clusters(String out) throws IOException {
    Map<String, String> clusters = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve(out).resolve("clusters.csv"))) {
      clusters.put(Lines.cell(line, 1), Lines.cell(line, 2));
    }
    return clusters;
  }

  private static String untimed(String json) {
    return json.replaceAll("\"cpuSeconds.*", "");
  }
}
