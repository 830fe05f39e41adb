package org.sampan.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.evaluation.Fidelity;
import org.sampan.disclosure.measuring.Marginal;
import org.sampan.disclosure.measuring.StructuralZeros;
import org.sampan.disclosure.noise.Ledger;
import org.sampan.disclosure.noise.Ratio;

/// A whole release: close to the data, in agreement with itself, guarded, and accounted for.
class ReleaseTest {

  private static final Ledger EMPTY = Ledger.empty(Ratio.ONE, Ratio.ONE);

  @Test
  void national_rows_come_closer_than_the_published_tools() {
    Records records = Cases.national();

    Release release = release(records, "0", 0);
    Fidelity fidelity = Fidelity.of(records, release.rows());

    // Published: AIM 976. The target, 985, holds for the mean of ten; see disclosure/README.md.
    assertThat(fidelity.kMarginal()).isGreaterThan(982);
  }

  @Test
  void guarded_rows_invent_next_to_nothing_and_stay_close() {
    Records records = Cases.victimsAndPerpetrators();

    Release release = release(records, "1.25", 4);
    Fidelity fidelity = Fidelity.of(records, release.rows());

    assertThat(fidelity.kMarginal()).isGreaterThan(987);
    assertThat(fidelity.error(2)).isLessThan(36);
    assertThat(fidelity.fabricatedPairMass()).isLessThan(0.0015);
    assertThat(release.guarded()).isPositive();
  }

  @Test
  void no_row_holds_a_structural_zero() {
    Records records = Cases.national();
    Records rows = release(Cases.sample(records, 0.05, 1), "0", 2).rows();
    StructuralZeros zeros = new StructuralZeros(rows.domain());

    long impossible = 0;
    for (Marginal pair : Marginal.all(rows.domain().width(), 2)) {
      long[] counts = pair.count(rows);
      boolean[] zero = zeros.of(pair);
      for (int cell = 0; cell < counts.length; cell++) {
        impossible += zero[cell] ? counts[cell] : 0;
      }
    }

    assertThat(impossible).isZero();
  }

  @Test
  void every_table_adds_up_with_every_other() {
    Records records = Cases.victimsAndPerpetrators();

    Release release = release(Cases.sample(records, 0.1, 2), "1.25", 2);

    Map<String, Long> totals = new HashMap<>();
    for (Aggregate aggregate : release.aggregates()) {
      for (int at = 0; at < aggregate.variables().size(); at++) {
        Map<String, Long> sums = new HashMap<>();
        for (Figure figure : aggregate.figures()) {
          String key = aggregate.variables().get(at).name() + "=" + figure.categories().get(at);
          sums.merge(key, figure.count(), Long::sum);
        }
        sums.forEach(
            (key, sum) -> assertThat(totals.computeIfAbsent(key, _ -> sum)).isEqualTo(sum));
      }
    }
    assertThat(totals).isNotEmpty();
  }

  @Test
  void intervals_hold_the_true_count_95_times_in_100() {
    Records records = Cases.victimsAndPerpetrators();
    Domain domain = records.domain();

    Release release = release(records, "1.25", 0);

    int held = 0;
    int all = 0;
    for (Aggregate aggregate : release.aggregates()) {
      Integer[] positions =
          aggregate.variables().stream()
              .map(each -> domain.position(each.name()))
              .toArray(Integer[]::new);
      long[] counts = Marginal.of(positions).count(records);
      for (int cell = 0; cell < counts.length; cell++) {
        Figure figure = aggregate.figures().get(cell);
        assertThat(figure.count()).isBetween(figure.low(), figure.high());
        held += figure.low() <= counts[cell] && counts[cell] <= figure.high() ? 1 : 0;
        all++;
      }
    }
    assertThat((double) held / all).isGreaterThan(0.95);
  }

  @Test
  void too_few_people_make_no_rows_rather_than_invented_ones() {
    Records few = Cases.sample(Cases.national(), 0.0005, 3);

    Release release = release(few, "6", 0);

    assertThat(release.rows().size()).isLessThan(200);
    assertThat(release.aggregates()).isNotEmpty();
  }

  @Test
  void the_statement_says_what_was_spent_before_and_in_all() {
    Plan plan = Cases.plan(Cases.domain("national2019"), "1", "1", 0);
    Ledger before =
        switch (Publishing.spend(plan, EMPTY)) {
          case Ledger.Spending.Granted(Ledger next) -> next;
          case Ledger.Spending.Refused(String why) -> throw new AssertionError(why);
        };

    Statement statement = Statement.of(plan, before, plan.rho());

    assertThat(statement.epsilonBefore()).isEqualTo("1.000");
    assertThat(Double.parseDouble(statement.epsilonInAll())).isCloseTo(1.46, within(0.05));
    assertThat(statement.tree()).containsKeys("method", "epsilon", "delta", "neighbours");
  }

  @Test
  void a_plan_that_overspends_is_refused_before_any_record_is_read() {
    Plan plan = Cases.plan(Cases.domain("national2019"), "30", "1", 0);

    assertThat(Publishing.spend(plan, EMPTY)).isInstanceOf(Ledger.Spending.Refused.class);
  }

  @Test
  void a_plan_reads_back_as_it_was_written_and_says_what_is_wrong() {
    Plan plan = Cases.plan(Cases.domain("national2019"), "0.5", "1.25", 3);
    String text = PlanFile.write(plan);

    assertThat(PlanFile.read(text)).isEqualTo(plan);
    assertThatThrownBy(() -> PlanFile.read(text.replace("\"epsilon\" : \"0.5\"", "\"e\" : 1")))
        .hasMessage("The plan lacks epsilon");
    assertThatThrownBy(() -> PlanFile.read("{")).hasMessage("The plan is not JSON");
  }

  @Test
  void a_domain_read_from_data_makes_a_rehearsal_only() {
    ProposedDomain proposed = new ProposedDomain(List.of("age", "sex", "name"));
    for (int age = 0; age < 90; age++) {
      proposed.add(List.of("" + age, age % 2 == 0 ? "F" : "M", "Person number " + age));
    }
    Domain domain = proposed.domain("cases.csv");

    Plan plan = Cases.plan(domain, "1", "1", 0);

    assertThat(domain.variables()).extracting(each -> each.name()).containsExactly("age", "sex");
    assertThat(proposed.leftOut()).containsExactly("name");
    assertThat(PlanFile.write(plan)).contains("READ THIS FIRST");
    assertThat(Statement.of(plan, EMPTY, plan.rho()).standing()).startsWith("REHEARSAL");
  }

  private static Release release(Records records, String guard, int choices) {
    Plan plan = Cases.plan(records.domain(), "1", guard, choices);
    return Publishing.release(plan, records, EMPTY, (_, _) -> {});
  }
}
