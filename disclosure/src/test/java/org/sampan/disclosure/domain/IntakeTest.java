package org.sampan.disclosure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Only what a public list knows comes in; a refusal names the place, never the value.
class IntakeTest {

  private static final Domain DOMAIN =
      DomainFile.read(
          """
          {"name": "Two questions", "version": "1", "source": "this test", "variables": [
            {"name": "age", "categories": [{"code": "0-17"}, {"code": "18+"}],
             "bands": [{"from": 0, "to": 17, "code": "0-17"}, {"from": 18, "to": 120, "code": "18+"}]},
            {"name": "paid", "categories": [{"code": "1", "label": "Yes"},
              {"code": "0", "label": "No", "kind": "no"},
              {"code": "9", "label": "Unknown", "kind": "unknown"},
              {"code": "", "label": "Not asked", "kind": "not_asked"}]}]}
          """);

  @Test
  void numbers_fall_in_bands_and_no_unknown_and_not_asked_stay_apart() {
    Coded coded = intake(Optional.empty(), 1, row("17", "0"), row("18", "9"), row("40", ""));

    Records records = ((Coded.Complete) coded).records();

    assertThat(records.column(0)).containsExactly(0, 1, 1);
    assertThat(records.column(1)).containsExactly(1, 2, 3);
  }

  @Test
  void a_value_outside_its_list_is_refused_without_being_repeated() {
    Coded coded = intake(Optional.empty(), 1, row("17", "0"), row("18", "Sok Dara"));

    String why = ((Coded.Refused) coded).why();

    assertThat(why).contains("Line 3", "paid").doesNotContain("Sok Dara");
  }

  @Test
  void a_missing_column_is_refused() {
    Intake intake = new Intake(DOMAIN, List.of("age"), Optional.of("person"), 1);

    assertThat(intake.finish()).isEqualTo(new Coded.Refused("The file has no column paid, person"));
  }

  @Test
  void a_person_with_more_rows_than_anybody_can_have_is_refused() {
    Coded coded =
        intake(
            Optional.of("person"), 2, row("1", "0", "a"), row("1", "0", "a"), row("1", "0", "a"));

    assertThat(((Coded.Refused) coded).why()).startsWith("Line 4").contains("row number 3");
  }

  @Test
  void a_domain_reads_back_as_it_was_written() {
    String text =
        tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(DomainFile.tree(DOMAIN));

    assertThat(DomainFile.read(text)).isEqualTo(DOMAIN);
  }

  @Test
  void a_structural_zero_speaks_of_known_codes_and_says_why() {
    String text =
        """
        {"name": "x", "version": "1", "source": "x",
         "variables": [{"name": "a", "categories": [{"code": "1"}]},
                       {"name": "b", "categories": [{"code": "1"}]}],
         "impossible": [{"variable": "a", "codes": ["2"], "other": "b", "otherCodes": ["1"],
                         "why": "a law of nature"}]}
        """;

    assertThatThrownBy(() -> DomainFile.read(text)).hasMessageContaining("no code of a");
  }

  @Test
  void the_standard_of_the_field_keeps_no_unknown_and_not_asked_apart() {
    Domain htcds = PublicLists.htcds();
    Variable begging = htcds.variable(htcds.position("vic_TypeOfExploitation.ForcedBegging"));

    assertThat(begging.categories())
        .extracting(Category::kind)
        .containsExactly(
            Category.Kind.ANSWER, Category.Kind.NO, Category.Kind.UNKNOWN, Category.Kind.NOT_ASKED);
    assertThat(htcds.readFromData()).isFalse();
    assertThat(htcds.source()).contains("CC BY 4.0");
  }

  private static Coded intake(Optional<String> person, int mostRows, List<?>... rows) {
    Intake intake = new Intake(DOMAIN, List.of("age", "paid", "person"), person, mostRows);
    for (List<?> row : rows) {
      intake.add(row.stream().map(String::valueOf).toList());
    }
    return intake.finish();
  }

  private static List<String> row(String... values) {
    return List.of(values);
  }
}
