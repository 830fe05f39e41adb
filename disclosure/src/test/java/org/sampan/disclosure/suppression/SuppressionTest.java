package org.sampan.disclosure.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sampan.disclosure.extract.PublicSets;

class SuppressionTest {

  private static final Protection PROTECTION = Protection.of(11);

  private static final Axis COUNTRY =
      Axis.of(
          "country",
          List.of(
              List.of("Cambodia", "Mekong"),
              List.of("Laos", "Mekong"),
              List.of("Fiji", "Pacific"),
              List.of("Samoa", "Pacific")));
  private static final Axis YEAR = Axis.flat("year", List.of("2019", "2020", "2021"));
  private static final Axis SEX = Axis.flat("sex", List.of("female", "male"));

  @Test
  void todays_practice_gives_back_two_thirds_of_what_it_withholds() {
    LinkedTables victims = PairTables.of(PublicSets.victimPerpetrator());
    LinkedTables anonymised = PairTables.of(PublicSets.kAnonymised());

    assertThat(SuppressionAudit.ofTodaysPractice(victims, PROTECTION)).containsExactly(181, 281);
    assertThat(SuppressionAudit.ofTodaysPractice(anonymised, PROTECTION)).containsExactly(106, 149);
  }

  @Test
  void every_pair_table_of_the_anonymised_set_keeps_its_small_counts() {
    LinkedTables tables = PairTables.of(PublicSets.kAnonymised());

    Suppressed suppressed = SecondarySuppression.of(tables, PROTECTION).orElseThrow();

    assertThat(suppressed.unproven()).isZero();
    assertThat(SuppressionAudit.of(suppressed).held()).isTrue();
  }

  @Test
  @EnabledIfSystemProperty(named = "sampan.all", matches = "true")
  void every_pair_table_of_the_victim_data_keeps_its_small_counts() {
    LinkedTables tables = PairTables.of(PublicSets.victimPerpetrator());

    Suppressed suppressed = SecondarySuppression.of(tables, PROTECTION).orElseThrow();

    assertThat(suppressed.unproven()).isZero();
    assertThat(SuppressionAudit.of(suppressed).held()).isTrue();
  }

  @Test
  void a_three_way_table_with_groups_keeps_its_small_counts() {
    for (int seed = 0; seed < 5; seed++) {
      LinkedTables table = counted(List.of(List.of(0, 1, 2)), 700, seed);

      Suppressed naive = Suppressed.primaryOnly(table, PROTECTION);
      Suppressed suppressed = SecondarySuppression.of(table, PROTECTION).orElseThrow();

      assertThat(SuppressionAudit.of(naive).held()).isFalse();
      assertThat(suppressed.unproven()).isZero();
      assertThat(SuppressionAudit.of(suppressed).held()).isTrue();
    }
  }

  @Test
  void linked_tables_are_attacked_and_protected_together() {
    LinkedTables linked = counted(List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2)), 120, 1);

    Suppressed suppressed = SecondarySuppression.of(linked, PROTECTION).orElseThrow();

    assertThat(suppressed.primaries()).isPositive();
    assertThat(suppressed.withheld()).isGreaterThan(suppressed.primaries());
    assertThat(suppressed.unproven()).isZero();
    assertThat(SuppressionAudit.of(suppressed).held()).isTrue();
  }

  @Test
  void a_stranger_recovers_what_only_a_threshold_withheld() {
    LinkedTables table = counted(List.of(List.of(0, 1), List.of(0, 2)), 150, 4);
    Suppressed naive = Suppressed.primaryOnly(table, PROTECTION);
    Suppressed suppressed = SecondarySuppression.of(table, PROTECTION).orElseThrow();

    assertThat(SuppressionAudit.recovered(table, naive.hidden(), PROTECTION)).isPositive();
    assertThat(SuppressionAudit.recovered(table, suppressed.hidden(), PROTECTION)).isZero();
  }

  @Test
  void zeros_may_hide_among_the_withheld_where_they_are_not_public() {
    Protection unknownZeros = new Protection(11, 3, 6, false);
    LinkedTables table = counted(List.of(List.of(0, 1)), 90, 2);

    Optional<Suppressed> suppressed = SecondarySuppression.of(table, unknownZeros);

    assertThat(suppressed).isPresent();
    assertThat(SuppressionAudit.of(suppressed.get()).held()).isTrue();
  }

  @Test
  void a_witness_that_breaks_a_sum_proves_nothing() {
    LinkedTables table = counted(List.of(List.of(0, 1)), 200, 3);
    Suppressed suppressed = SecondarySuppression.of(table, PROTECTION).orElseThrow();

    Suppressed unwitnessed =
        new Suppressed(
            table,
            PROTECTION,
            suppressed.hidden(),
            List.of(new Witness(java.util.Map.of(table.size() - 1, 5L))));

    assertThat(unwitnessed.unproven()).isEqualTo(suppressed.primaries());
  }

  @Test
  void rounding_alone_narrows_small_counts() {
    LinkedTables table = counted(List.of(List.of(0, 1)), 200, 3);

    SuppressionAudit.Result byThree = SuppressionAudit.ofRounded(table, PROTECTION, 3);

    assertThat(byThree.held()).isFalse();
    assertThat(byThree.narrowed() + byThree.recovered()).isEqualTo(byThree.attacked());
  }

  private static LinkedTables counted(List<List<Integer>> tables, int people, int seed) {
    List<Axis> axes = List.of(COUNTRY, YEAR, SEX);
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> persons = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      String country = List.of("Cambodia", "Laos", "Fiji", "Samoa").get(skewed(random, 4));
      String year = List.of("2019", "2020", "2021").get(skewed(random, 3));
      String sex = List.of("female", "male").get(skewed(random, 2));
      persons.add(new int[] {COUNTRY.code(country), YEAR.code(year), SEX.code(sex)});
    }
    return LinkedTables.counted(axes, tables, persons);
  }

  private static int skewed(SplittableRandom random, int size) {
    return Math.min(random.nextInt(size), random.nextInt(size));
  }
}
