package org.sampan.disclosure.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.disclosure.extract.InventedPeople.extract;
import static org.sampan.disclosure.extract.InventedPeople.people;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractionTest {

  @Test
  void everybody_looks_like_k_minus_1_others_in_every_column() {
    for (int seed = 0; seed < 20; seed++) {
      Rows rows = people(300, seed);

      Extract extract = extract(rows, Promise.wholeRows(11));

      assertThat(ExtractAudit.of(extract).kept()).isTrue();
      assertThat(extract.rows().size()).isEqualTo(300);
    }
  }

  @Test
  void whatever_two_attributes_are_known_k_people_have_them() {
    for (int seed = 0; seed < 20; seed++) {
      Rows rows = people(150, seed);

      Extract extract = extract(rows, Promise.combinations(11, 2));

      assertThat(ExtractAudit.of(extract).kept()).isTrue();
    }
  }

  @Test
  void no_group_shares_the_named_secret() {
    Diversity differs = new Diversity("exploitation", 2, 0.9);
    for (int seed = 0; seed < 10; seed++) {
      Rows rows = people(200, seed);

      Extract whole = extract(rows, Promise.wholeRows(5).with(differs));
      Extract combined = extract(rows, Promise.combinations(5, 2).with(differs));

      assertThat(ExtractAudit.of(whole)).matches(ExtractAudit.Result::kept);
      assertThat(ExtractAudit.of(combined)).matches(ExtractAudit.Result::kept);
    }
  }

  @Test
  void every_cell_says_something_true_of_the_person() {
    Rows rows = people(300, 4);

    for (int length = 0; length <= 3; length++) {
      Rows shown = extract(rows, new Promise(11, length, List.of())).rows();

      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.width(); column++) {
          GeneralisationTree tree = rows.columns().get(column);
          assertThat(tree.covers(shown.at(row, column), rows.at(row, column))).isTrue();
        }
      }
    }
  }

  @Test
  void a_country_becomes_a_region_before_it_becomes_nothing() {
    List<List<String>> lines = new ArrayList<>();
    for (String country : List.of("Cambodia", "Laos", "Thailand", "Cambodia")) {
      lines.add(List.of(country, "female", "2020", "labour"));
    }

    Extract extract = extract(Rows.of(InventedPeople.TREES, lines), Promise.wholeRows(4));

    assertThat(extract.rows().labels(0)).containsExactly("Mekong", "female", "2020", "labour");
    assertThat(extract.withheld()).isZero();
    assertThat(extract.granularity()).isBetween(0.87, 0.88);
  }

  @Test
  void fewer_than_k_people_have_no_extract() {
    Extraction.Outcome outcome = Extraction.of(people(10, 1), Promise.wholeRows(11));

    assertThat(outcome).isInstanceOf(Extraction.Outcome.Refused.class);
  }

  @Test
  void forty_columns_are_not_too_many() {
    List<GeneralisationTree> trees = new ArrayList<>();
    for (int column = 0; column < 40; column++) {
      trees.add(GeneralisationTree.flat("c" + column, List.of("0", "1")));
    }
    int[][] cells = new int[120][40];
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < 40; column++) {
        cells[row][column] = row * (column + 3) % 7 == 0 ? 1 : 0;
      }
    }

    Extract extract = extract(new Rows(trees, cells), Promise.wholeRows(5));

    assertThat(ExtractAudit.of(extract).kept()).isTrue();
  }

  @Test
  void the_audit_sees_a_promise_that_is_broken() {
    Rows naive = people(300, 3);

    ExtractAudit.Result result = ExtractAudit.of(new Extract(naive, Promise.wholeRows(11)));

    assertThat(result.kept()).isFalse();
    assertThat(result.tooSmall()).isPositive();
  }

  @Test
  void a_value_outside_its_list_is_refused_without_being_repeated() {
    List<List<String>> lines = List.of(List.of("Atlantis", "female", "2020", "labour"));

    assertThatThrownBy(() -> Rows.of(InventedPeople.TREES, lines))
        .hasMessage("Line 2: country is not in its list");
  }
}
