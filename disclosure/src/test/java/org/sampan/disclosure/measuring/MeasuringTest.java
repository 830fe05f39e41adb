package org.sampan.disclosure.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Impossible;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.domain.Variable;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;

/// Counting is bounded, noised in every possible cell, and never costs more than it was given.
class MeasuringTest {

  private static final Domain DOMAIN =
      new Domain(
          "Three",
          "1",
          "this test",
          false,
          List.of(variable("a", 3), variable("b", 2), variable("c", 4)),
          List.of(new Impossible("b", Set.of("1"), "a", Set.of("0", "2"), "by definition")),
          List.of());

  @Test
  void one_woman_in_forty_rows_counts_once() {
    int[] persons = IntStream.range(0, 100).map(row -> row < 40 ? 0 : row).toArray();
    Records records = new Records(DOMAIN, columns(100), persons);

    Records once = Bounding.bounded(records, 1, new RandomBits());
    Records thrice = Bounding.bounded(records, 3, new RandomBits());

    assertThat(once.size()).isEqualTo(61);
    assertThat(thrice.size()).isEqualTo(63);
    assertThat(IntStream.range(0, 61).map(once::person).distinct().count()).isEqualTo(61);
  }

  @Test
  void which_of_her_rows_counts_is_chance() {
    Records records = new Records(DOMAIN, columns(40), new int[40]);
    RandomBits random = new RandomBits();

    long kept =
        IntStream.range(0, 2_000)
            .map(_ -> Bounding.bounded(records, 1, random).at(2, 0))
            .filter(value -> value == 0)
            .count();

    assertThat(kept).isBetween(380L, 620L);
  }

  @Test
  void impossible_cells_stay_empty_and_all_others_get_noise() {
    Records none = Records.ofOneRowEach(DOMAIN, columns(0));
    Measuring measuring = new Measuring(none, 1, new RandomBits());

    Measurement pair = measuring.measureOne(Marginal.of(0, 1), Ratio.of(1, 200_000));

    assertThat(pair.impossible()).containsExactly(false, true, false, false, false, true);
    assertThat(pair.counts()[1]).isZero();
    assertThat(pair.counts()[5]).isZero();
    long noised = java.util.Arrays.stream(pair.counts()).filter(count -> count != 0).count();
    assertThat(noised).isGreaterThanOrEqualTo(3);
  }

  @Test
  void a_workload_costs_at_most_what_it_was_given_and_nearly_that() {
    Measuring measuring =
        new Measuring(Records.ofOneRowEach(DOMAIN, columns(50)), 2, new RandomBits());
    Ratio rho = Ratio.of(3, 100);

    measuring.measure(Marginal.all(3, 2), rho);
    Ratio afterPairs = measuring.spent();
    measuring.measureWorst(
        Marginal.all(3, 2), each -> new long[each.cells(DOMAIN)], 2, Ratio.of(1, 100));

    assertThat(afterPairs).isLessThanOrEqualTo(rho);
    assertThat(afterPairs).isGreaterThan(rho.times(Ratio.of(999, 1000)));
    assertThat(measuring.spent()).isLessThanOrEqualTo(Ratio.of(4, 100));
    assertThat(measuring.spent()).isGreaterThan(Ratio.of(399, 10_000));
  }

  @Test
  void more_rows_a_person_need_more_noise() {
    Ratio rho = Ratio.of(1, 50);

    assertThat(Measuring.deviation(rho, 1)).isEqualTo(Ratio.of(5, 1));
    assertThat(Measuring.deviation(rho, 3)).isEqualTo(Ratio.of(15, 1));
  }

  @Test
  void the_worst_estimate_is_chosen_when_chance_is_small() {
    Records records = Records.ofOneRowEach(DOMAIN, columns(4_000));
    Measuring measuring = new Measuring(records, 1, new RandomBits());

    List<Measurement> chosen =
        measuring.measureWorst(
            Marginal.all(3, 2),
            each ->
                each.equals(Marginal.of(1, 2)) ? new long[each.cells(DOMAIN)] : each.count(records),
            1,
            Ratio.of(10, 1));

    assertThat(chosen).extracting(Measurement::marginal).containsExactly(Marginal.of(1, 2));
  }

  private static Variable variable(String name, int size) {
    List<Category> categories =
        IntStream.range(0, size)
            .mapToObj(code -> new Category("" + code, "" + code, Category.Kind.ANSWER))
            .toList();
    return new Variable(name, name, categories, List.of());
  }

  private static short[][] columns(int rows) {
    short[][] columns = new short[3][rows];
    for (int row = 0; row < rows; row++) {
      columns[0][row] = (short) (row % 3);
      columns[1][row] = (short) (row % 3 == 1 ? row % 2 : 0);
      columns[2][row] = (short) (row % 4);
    }
    return columns;
  }
}
