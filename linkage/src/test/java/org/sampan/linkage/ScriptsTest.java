package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.linkage.model.Cut;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.Pass;
import org.sampan.linkage.record.RecordStore;

/// Records of one person in two scripts.
class ScriptsTest {

  @ParameterizedTest
  @CsvSource({
    "สมชาย, Somchai, Prasert",
    "ប្រសិទ្ធ, Prasidh, Vannak",
    "ທອງລຸນ, Thongloun, Bouasone",
    "အောင်ဆန်း, Aung San, Htin Kyaw"
  })
  void a_name_in_another_script_counts_for_its_own_person(
      String written, String spelled, String another) {
    RecordStore.Builder builder = RecordStore.builder(Registers.COLUMNS);
    for (String name : List.of(written, spelled, another)) {
      builder.add(name, 0, name, "", "1985-03-12", "1234567", "pakse");
    }
    Model model = Registers.proposed(Registers.rows(300, 2));

    Linkage linkage = Linkage.of(model, builder.build(), Registers.threads(1));

    assertThat(linkage.bits(0, 1)).isGreaterThan(linkage.bits(0, 2));
    assertThat(linkage.explain(0, 1).steps().getFirst().level()).isIn("heard", "alike");
  }

  @ParameterizedTest
  @CsvSource({
    "สมชาย แสวงการ, Somchai Sawaengkarn, Prasert Bunmi",
    "ប៊ុន វិភាព, Bun Vypheap, Sok Dara",
    "ທອງລຸນ ສີສຸລິດ, Thongloun Sisoulith, Bouasone Keo"
  })
  void names_in_two_scripts_meet_by_their_sound(String written, String spelled, String another) {
    RecordStore.Builder builder = RecordStore.builder(Registers.COLUMNS);
    for (String name : List.of(written, spelled, another, written + " " + spelled)) {
      builder.add(name, 0, name, "", "", "", "");
    }
    Model model = Registers.proposed(Registers.rows(300, 2));
    Pass sound = new Pass(List.of(new Pass.Key("first", Cut.HEARD)));

    Linkage linkage = Linkage.of(model.with(List.of(sound)), builder.build(), Registers.threads(1));

    assertThat(linkage.compares(0, 1)).isTrue();
    assertThat(linkage.compares(0, 2)).isFalse();
    assertThat(Registers.scores(linkage).stream().map(line -> line.replaceAll(" [-\\d.E]*$", "")))
        .contains("0 1")
        .doesNotHaveDuplicates();
    Index index = linkage.index();
    assertThat(index.lookup(List.of(spelled, "", "", "", ""), -50, 9))
        .extracting(Index.Candidate::record)
        .contains(0, 1)
        .doesNotContain(2);
  }

  @Test
  void a_pair_that_may_reach_the_floor_has_its_exact_score() {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : Registers.rows(80, 11)) {
      rows.add(row);
      rows.add(List.of(thai(row.get(0)), row.get(1), row.get(2), row.get(3), row.get(4)));
    }
    RecordStore store = Registers.store(rows, "r", 1);
    Model model = Registers.proposed(rows);
    Linkage linkage = Linkage.of(model, store, Registers.threads(2));
    List<String> above = new ArrayList<>();
    List<String> exact = new ArrayList<>();

    linkage.score(-2, (a, b, bits) -> above.add(a + " " + b + " " + bits));
    linkage.score(
        -1000,
        (a, b, bits) -> {
          if (bits >= -2) {
            exact.add(a + " " + b + " " + bits);
          }
        });

    assertThat(above).isNotEmpty().isEqualTo(exact);
    assertThat(above)
        .allSatisfy(line -> {
          String[] pair = line.split(" ");
          int a = Integer.parseInt(pair[0]);
          int b = Integer.parseInt(pair[1]);
          assertThat(linkage.bits(a, b)).hasToString(pair[2]);
          assertThat(linkage.compares(a, b)).isTrue();
        });
  }

  /// A name as some Thai clerk may write it.
  static String thai(String name) {
    return name.replace("som", "สม")
        .replace("chai", "ชัย")
        .replace("chan", "จัน")
        .replace("phone", "พร")
        .replace("dara", "ดารา")
        .replace("mala", "มาลา")
        .replace("kham", "คำ")
        .replace("vi", "วิ");
  }
}
