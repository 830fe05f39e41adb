package org.sampan.jobs.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.OperatorRefusal;

/// Extracts, tables with withheld cells, and the attacks on both, on files.
class OtherMethodsTest {

  @TempDir Path folder;

  private Path list = Path.of("");

  @BeforeEach
  void writes_a_public_list() throws IOException {
    list = folder.resolve("list.json");
    Files.writeString(
        list,
        """
        {"name": "Test list", "version": "1", "source": "this test", "variables": [
          {"name": "country", "categories": [{"code": "KH"}, {"code": "LA"}, {"code": "FJ"}]},
          {"name": "sector", "categories": [{"code": "fishing"}, {"code": "house work"}]},
          {"name": "year", "categories": [{"code": "2024"}, {"code": "2025"}, {"code": "2026"}]}],
         "hierarchies": [{"variable": "country", "source": "this test",
           "levels": [{"KH": "Mekong", "LA": "Mekong", "FJ": "Pacific"}]}]}
        """);
  }

  @Test
  void an_extract_is_made_attacked_and_compared_with_the_next() throws IOException {
    run("extract", cases(300), "--k", "11", "--out", folder.resolve("one"));

    assertThat(run("attack", folder.resolve("one"))).isZero();
    assertThat(Files.readString(folder.resolve("one/extract.json"))).contains("at least 10 others");
    assertThatThrownBy(() ->
            run(
                "extract",
                cases(301),
                "--k",
                "11",
                "--earlier",
                folder.resolve("one"),
                "--out",
                folder.resolve("two")))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("by subtraction");
    assertThat(folder.resolve("two")).doesNotExist();
  }

  @Test
  void tables_are_made_and_what_they_hide_stays_hidden() throws IOException {
    run("suppress", cases(150), "--out", folder.resolve("tables"));

    assertThat(run("attack", folder.resolve("tables"))).isZero();
    assertThat(Files.readString(folder.resolve("tables/tables.csv")))
        .contains("withheld", "Mekong");
  }

  @Test
  void a_person_counts_once_and_records_that_disagree_are_refused() throws IOException {
    Path twice = folder.resolve("twice.csv");
    StringBuilder text = new StringBuilder("person,country,sector,year\n");
    List<String> lines = Files.readAllLines(cases(150));
    for (int line = 1; line < lines.size(); line++) {
      text.append(("p" + line + "," + lines.get(line) + "\n").repeat(2));
    }
    Files.writeString(twice, text);

    run("suppress", twice, "--person", "person", "--out", folder.resolve("once"));
    run("suppress", cases(150), "--out", folder.resolve("tables"));
    Files.writeString(twice, text + "p1,KH,fishing,2024\np1,LA,fishing,2024\n");

    assertThat(folder.resolve("once/tables.csv"))
        .hasSameTextualContentAs(folder.resolve("tables/tables.csv"));
    assertThatThrownBy(
            () -> run("suppress", twice, "--person", "person", "--out", folder.resolve("no")))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("1 people have records that say different things");
  }

  @Test
  void tables_that_take_too_long_are_left_out_rather_than_published_unproven() throws IOException {
    run("suppress", cases(150), "--seconds", "0", "--out", folder.resolve("tables"));

    assertThat(Files.readAllLines(folder.resolve("tables/tables.csv")))
        .noneMatch(line -> line.contains("withheld"));
    assertThat(Files.readString(folder.resolve("tables/tables.json")))
        .containsPattern("leftOutForTime\" : \\[ \\[ \"");
    assertThat(run("attack", folder.resolve("tables"))).isZero();
  }

  @Test
  void a_table_that_hides_by_threshold_alone_falls() throws IOException {
    run("suppress", cases(150), "--out", folder.resolve("tables"));
    Path tables = folder.resolve("tables/tables.csv");

    // One cell left out of a row of two, as a threshold alone does.
    Files.writeString(
        tables,
        """
        variable1,code1,variable2,code2,variable3,code3,count,status
        "",,,,,,20,published
        country,Mekong,,,,,20,published
        country,KH,,,,,,withheld
        country,LA,,,,,15,published
        sector,fishing,,,,,20,published
        country,Mekong,sector,fishing,,,20,published
        country,KH,sector,fishing,,,,withheld
        country,LA,sector,fishing,,,15,published
        """);
    Path statement = folder.resolve("tables/tables.json");
    Files.writeString(
        statement,
        Files.readString(statement)
            .replaceAll(
                "(?s)\"tables\" : .*?\\] \\],", "\"tables\" : [[\"country\", \"sector\"]],"));

    assertThat(run("attack", folder.resolve("tables"))).isEqualTo(1);
  }

  @Test
  void fewer_people_than_the_crowd_are_refused() throws IOException {
    Path few = cases(10);

    assertThatThrownBy(() -> run("extract", few, "--k", "11", "--out", folder.resolve("few")))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("fewer than 11 people");
  }

  private int run(String command, Object... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(command));
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    if (!command.equals("attack")) {
      all.addAll(List.of("--domain", list.toString()));
    }
    return Publish.run(all);
  }

  private Path cases(int people) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder cases = new StringBuilder("country,sector,year\n");
    for (int person = 0; person < people; person++) {
      cases
          .append(List.of("KH", "LA", "FJ").get(Math.min(random.nextInt(3), random.nextInt(3))))
          .append(',')
          .append(random.nextInt(4) == 0 ? "house work" : "fishing")
          .append(',')
          .append(2024 + random.nextInt(3))
          .append('\n');
    }
    Path file = folder.resolve("cases" + people + ".csv");
    Files.writeString(file, cases);
    return file;
  }
}
