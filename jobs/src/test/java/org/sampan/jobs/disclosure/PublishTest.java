package org.sampan.jobs.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.OperatorRefusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The publish commands on files: a whole release or nothing, and refusals that say what to mend.
class PublishTest {

  @TempDir Path folder;

  private Path data = Path.of("");
  private Path list = Path.of("");

  @BeforeEach
  void writes_cases_of_nobody() throws IOException {
    data = folder.resolve("cases.csv");
    list = folder.resolve("list.json");
    StringBuilder cases = new StringBuilder("person,age,sector,country\n");
    for (int row = 0; row < 3_000; row++) {
      cases.append(
          "p%d,%d,%s,%s\n"
              .formatted(
                  row / 2,
                  row % 70,
                  row % 3 == 0 ? "fishing" : "house work",
                  row % 7 < 3 ? "KH" : ""));
    }
    Files.writeString(data, cases);
    Files.writeString(
        list,
        """
        {"name": "Test list", "version": "1", "source": "this test", "variables": [
          {"name": "age", "categories": [{"code": "0-17"}, {"code": "18-69"}],
           "bands": [{"from": 0, "to": 17, "code": "0-17"}, {"from": 18, "to": 69, "code": "18-69"}]},
          {"name": "sector", "label": "Sector", "labels": {"km": "វិស័យ"},
           "categories": [{"code": "fishing", "labels": {"km": "នេសាទ"}}, {"code": "house work"}]},
          {"name": "country", "categories": [{"code": "KH"}, {"code": "LA"},
            {"code": "", "label": "Not stated", "kind": "not_asked"}]}]}
        """);
  }

  @Test
  void a_release_is_whole_and_every_output_says_what_it_cost() throws Exception {
    Path plan = plan("--approved-by", "A ministry");

    run(plan, "release");

    Path out = folder.resolve("release");
    assertThat(files(out))
        .contains(
            "rows.csv",
            "aggregates.csv",
            "aggregates-hxl.csv",
            "datapackage.json",
            "rows.csv-metadata.json",
            "dcat.jsonld",
            "release.xlsx",
            "domain.json",
            "index.html",
            "index.km.html",
            "index.my.html");
    for (String file :
        List.of(
            "release.json",
            "datapackage.json",
            "dcat.jsonld",
            "rows.csv-metadata.json",
            "aggregates.csv-metadata.json")) {
      assertThat(Files.readString(out.resolve(file)))
          .contains("discrete Gaussian", "0.000001", "one whole person", "A ministry");
    }
    assertThat(Files.readString(out.resolve("index.html"))).contains("1/1000000", "A ministry");
    assertThat(Files.readString(out.resolve("index.km.html"))).contains("វិស័យ", "នេសាទ");
    assertThat(Files.readString(out.resolve("index.th.html"))).contains("Sector", "fishing");
    assertThat(Files.readAllLines(out.resolve("rows.csv")).getFirst())
        .isEqualTo("age,sector,country");
    assertThat(Files.readAllLines(out.resolve("aggregates-hxl.csv")).get(1))
        .contains("#affected+num");
    byte[] planned = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(plan));
    assertThat(Files.readString(out.resolve("release.json")))
        .contains(HexFormat.of().formatHex(planned));
    JsonNode ledger = JsonMapper.shared().readTree(folder.resolve("ledger.json").toFile());
    assertThat(ledger.path("entries").size()).isEqualTo(1);
  }

  @Test
  void rows_read_back_by_the_list_they_were_published_with() throws IOException {
    run(plan(), "release");

    int outcome =
        Publish.run(
            List.of("evaluate", data.toString(), folder.resolve("release/rows.csv").toString()));

    assertThat(outcome).isZero();
  }

  @Test
  void a_second_run_of_one_plan_is_refused_and_costs_nothing() throws IOException {
    Path plan = plan();
    run(plan, "release");
    String ledger = Files.readString(folder.resolve("ledger.json"));

    assertThatThrownBy(() -> run(plan, "again"))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("already");
    assertThat(Files.readString(folder.resolve("ledger.json"))).isEqualTo(ledger);
    assertThat(folder.resolve("again")).doesNotExist();
  }

  @Test
  void a_plan_that_overspends_leaves_nothing_behind() throws IOException {
    Path plan = plan("--epsilon", "50");

    assertThatThrownBy(() -> run(plan, "release")).hasMessageContaining("overspends");
    assertThat(files(folder)).doesNotContain("release", "ledger.json");
  }

  @Test
  void a_value_outside_its_list_leaves_nothing_behind() throws IOException {
    Files.writeString(data, Files.readString(data) + "p9,30,Sok Dara,KH\n");
    Path plan = plan();

    assertThatThrownBy(() -> run(plan, "release"))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("Line 3002")
        .hasMessageContaining("sector")
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("Sok"));
    assertThat(files(folder)).doesNotContain("release", "ledger.json");
    assertThat(files(folder)).noneMatch(file -> file.startsWith(".unfinished"));
  }

  @Test
  void a_missing_column_and_a_person_with_ten_thousand_rows_are_refused() throws IOException {
    Path plan = plan("--person", "person");
    Files.writeString(data, "age,sector,country\n1,fishing,KH\n");
    assertThatThrownBy(() -> run(plan, "release")).hasMessageContaining("no column person");

    StringBuilder many = new StringBuilder("person,age,sector,country\n");
    many.append("p1,30,fishing,KH\n".repeat(10_000));
    Files.writeString(data, many);

    assertThatThrownBy(() -> run(plan, "release")).hasMessageContaining("more than anybody can");
    assertThat(folder.resolve("release")).doesNotExist();
  }

  @Test
  void a_list_proposed_from_the_file_makes_a_rehearsal() throws IOException {
    Path plan = folder.resolve("proposed.json");
    Publish.run(List.of("plan", data.toString(), "--out", plan.toString()));

    run(plan, "release");

    assertThat(Files.readString(plan)).contains("READ THIS FIRST");
    assertThat(Files.readString(folder.resolve("release/index.html"))).contains("Rehearsal");
  }

  @Test
  void every_language_has_every_sentence_with_the_same_arguments() {
    Words english = new Words("en");
    for (String language : Words.LANGUAGES) {
      Words words = new Words(language);
      assertThat(words.names()).isEqualTo(english.names());
      for (String name : english.names()) {
        String said = words.say(name, "«0»", "«1»", "«2»");
        String inEnglish = english.say(name, "«0»", "«1»", "«2»");
        for (String argument : List.of("«0»", "«1»", "«2»")) {
          assertThat(said.contains(argument)).isEqualTo(inEnglish.contains(argument));
        }
      }
    }
  }

  private Path plan(String... options) {
    Path plan = folder.resolve("plan.json");
    Stream<String> all =
        Stream.concat(
            Stream.of(
                "plan", data.toString(), "--domain", list.toString(), "--out", plan.toString()),
            Stream.of(options));
    assertThat(Publish.run(all.toList())).isZero();
    return plan;
  }

  private void run(Path plan, String out) {
    Publish.run(List.of("run", plan.toString(), "--out", folder.resolve(out).toString()));
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }
}
