package org.sampan.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedSetsTest {

  @ParameterizedTest
  @CsvSource({
    "ilo-2009-adult-labour, 67, 10, 10, 16, 9, 15, 7",
    "ilo-2009-child-labour, 65, 10, 10, 15, 8, 15, 7",
    "ilo-2009-adult-sexual, 67, 10, 10, 16, 9, 15, 7",
    "ilo-2009-child-sexual, 67, 10, 10, 16, 9, 15, 7",
  })
  void a_set_has_as_many_indicators_as_published(
      String name, int all, int d1, int d2, int d3, int d4, int d5, int d6) {
    IndicatorSet set = Sets.named(name);

    assertThat(set.indicators()).hasSize(all);
    assertThat(List.of(Dimension.values()))
        .extracting(dimension -> set.in(dimension).size())
        .containsExactly(d1, d2, d3, d4, d5, d6);
  }

  @ParameterizedTest
  @CsvSource({
    "ilo-2009-adult-labour, D1, 1, 8, 1",
    "ilo-2009-adult-labour, D2, 1, 9, 0",
    "ilo-2009-adult-labour, D3, 0, 14, 2",
    "ilo-2009-adult-labour, D4, 1, 7, 1",
    "ilo-2009-adult-labour, D5, 4, 10, 1",
    "ilo-2009-adult-labour, D6, 0, 5, 2",
    "ilo-2009-child-labour, D1, 2, 8, 0",
    "ilo-2009-child-labour, D2, 4, 6, 0",
    "ilo-2009-child-labour, D3, 0, 15, 0",
    "ilo-2009-child-labour, D4, 1, 7, 0",
    "ilo-2009-child-labour, D5, 8, 7, 0",
    "ilo-2009-child-labour, D6, 0, 7, 0",
  })
  void the_grades_of_the_labour_sets_add_up_as_published(
      String name, String dimension, int strong, int medium, int weak) {
    Tally tally = Tally.NOTHING;
    for (Indicator indicator : Sets.named(name).in(Dimension.of(dimension).orElseThrow())) {
      assertThat(indicator.standing()).isNotEqualTo(Standing.PROVISIONAL);
      tally = tally.plus(indicator.strength());
    }

    assertThat(tally).isEqualTo(new Tally(strong, medium, weak));
  }

  @Test
  void all_but_the_stated_grades_of_the_sexual_sets_are_provisional() {
    assertThat(ofStanding("ilo-2009-adult-sexual", Standing.SECOND_HAND))
        .containsExactly("AS-D5-06 STRONG");
    assertThat(ofStanding("ilo-2009-child-sexual", Standing.SECOND_HAND))
        .containsExactly("CS-D4-03 STRONG", "CS-D5-06 STRONG");
    assertThat(ofStanding("ilo-2009-adult-sexual", Standing.PROVISIONAL)).hasSize(66);
    assertThat(ofStanding("ilo-2009-child-sexual", Standing.PROVISIONAL)).hasSize(65);
  }

  @Test
  void two_grades_of_adult_labour_are_disputed_between_medium_and_weak() {
    List<Indicator> disputed =
        Sets.ADULT_LABOUR.indicators().stream()
            .filter(indicator -> indicator.standing() == Standing.DISPUTED)
            .toList();

    assertThat(disputed).extracting(Indicator::code).containsExactly("VUL_PAST", "VUL_TRAVEL");
    assertThat(disputed).extracting(Indicator::strength).containsOnly(Strength.MEDIUM);
    assertThat(disputed).extracting(Indicator::otherStrength).containsOnly(Strength.WEAK);
  }

  @Test
  void no_shipped_set_claims_to_be_checked_against_the_original() {
    assertThat(IndicatorSets.shipped().all()).hasSize(4).noneMatch(IndicatorSet::isChecked);
  }

  @Test
  void the_labour_force_survey_is_offered_for_labour_only() {
    assertThat(Sets.ADULT_LABOUR.readings()).containsExactly(ReadingRule.values());
    assertThat(Sets.named("ilo-2009-adult-sexual").readings()).containsExactly(ReadingRule.PALERMO);
  }

  /// Findings are stored with the version they were made by. When this fails, a released version
  /// was edited: put it back and ship the next version beside it.
  @ParameterizedTest
  @CsvSource({
    "ilo-2009-adult-labour-1.json, 08158abd1e8434441944fb896248278ba72fa2e30965da43994d4ec86aa6adbe",
    "ilo-2009-child-labour-1.json, f428a78d2d952c56f21ab43449d9d61dc7fb8afcf12490a0342d62b3336a5adf",
    "ilo-2009-adult-sexual-1.json, c82c4a298de4e600dd089bd4f64bc209a16cf34ea98ab7bf9d15f1aecb88e466",
    "ilo-2009-child-sexual-1.json, 1cc0ed8aa434186a58bbe94285db39b81165e16b04f1372f42c69cedbd159cf3",
  })
  void a_released_version_never_changes(String file, String digest)
      throws IOException, NoSuchAlgorithmException {
    try (InputStream stream = IndicatorSets.class.getResourceAsStream(file)) {
      byte[] bytes = stream.readAllBytes();
      byte[] found = MessageDigest.getInstance("SHA-256").digest(bytes);

      assertThat(HexFormat.of().formatHex(found)).isEqualTo(digest);
    }
  }

  @Test
  void a_set_is_found_by_name_and_version_and_the_newest_by_name() {
    IndicatorSets sets = IndicatorSets.shipped();
    IndicatorSet next = Sets.renamed(Sets.ADULT_LABOUR, "ilo-2009-adult-labour", 2);

    IndicatorSets both = sets.with(next);

    assertThat(both.find(new IndicatorSet.Id("ilo-2009-adult-labour", 1)))
        .contains(Sets.ADULT_LABOUR);
    assertThat(both.newest("ilo-2009-adult-labour")).contains(next);
    assertThat(both.newest("no-such-set")).isEmpty();
  }

  private static List<String> ofStanding(String name, Standing standing) {
    return Sets.named(name).indicators().stream()
        .filter(indicator -> indicator.standing() == standing)
        .map(indicator -> indicator.id() + " " + indicator.strength())
        .toList();
  }
}
