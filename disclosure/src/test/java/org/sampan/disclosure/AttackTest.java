package org.sampan.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.evaluation.AttributeInference;
import org.sampan.disclosure.evaluation.Canaries;
import org.sampan.disclosure.evaluation.Membership;
import org.sampan.disclosure.noise.DiscreteLaplace;
import org.sampan.disclosure.noise.Ledger;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;

/// Attacks fail on releases and succeed, by the same code, on what is published naively.
class AttackTest {

  @Test
  void membership_shows_in_published_records_and_not_in_a_release() {
    Records all = Cases.victimsAndPerpetrators();
    Records members = Cases.sample(all, 0.06, 1);
    Records strangers = Cases.sample(all, 0.06, 2);
    Plan plan = Cases.plan(all.domain(), "1", "1.25", 0);
    Ledger ledger = Ledger.empty(Ratio.ONE, Ratio.ONE);

    Membership naive = Membership.of(members, strangers, members);
    Records rows = Publishing.release(plan, members, ledger, (_, _) -> {}).rows();
    Membership released = Membership.of(members, strangers, rows);

    assertThat(naive.exactRowGap()).isGreaterThan(0.3);
    assertThat(naive.areaUnderCurve()).isGreaterThan(0.65);
    // True chance: with 1,270 of each an area strays by .012, a gap of shares by up to .02.
    assertThat(released.exactRowGap()).isCloseTo(0, within(0.1));
    assertThat(released.areaUnderCurve()).isCloseTo(0.5, within(0.065));
  }

  @Test
  void an_answer_is_guessed_for_members_no_better_than_for_strangers() {
    Records all = Cases.victimsAndPerpetrators();
    Records members = Cases.sample(all, 0.04, 3);
    Records strangers = Cases.sample(all, 0.04, 4);
    int relation = all.domain().position("IP_Relation");
    Plan plan = Cases.plan(all.domain(), "1", "1.25", 0);
    Ledger ledger = Ledger.empty(Ratio.ONE, Ratio.ONE);

    AttributeInference naive = AttributeInference.of(members, strangers, members, relation);
    Records rows = Publishing.release(plan, members, ledger, (_, _) -> {}).rows();
    AttributeInference released = AttributeInference.of(members, strangers, rows, relation);

    assertThat(naive.members() - naive.strangers()).isGreaterThan(0.08);
    assertThat(released.members() - released.strangers()).isLessThan(0.07);
  }

  @Test
  void a_canary_proves_no_more_than_is_claimed_and_finds_a_mechanism_that_lies() {
    DiscreteLaplace noise = new DiscreteLaplace(Ratio.ONE, new RandomBits());
    int runs = 20_000;

    int with = 0;
    int without = 0;
    for (int run = 0; run < runs; run++) {
      with += noise.addedTo(1) >= 1 ? 1 : 0;
      without += noise.addedTo(0) >= 1 ? 1 : 0;
    }

    assertThat(Canaries.epsilon(with, without, runs, 0)).isBetween(0.88, 1.04);
    assertThat(Canaries.epsilon(runs, 0, runs, 1e-6)).isGreaterThan(8);
    assertThat(Canaries.epsilon(runs / 2, runs / 2, runs, 1e-6)).isZero();
  }

  /// The whole pipeline, on the two people a mechanism is most likely to betray: one with more
  /// answers than anybody, whom Microsoft's tool betrays, and one with none.
  @ParameterizedTest
  @ValueSource(ints = {1, 0})
  void a_planted_person_is_not_found_in_whole_releases(int answers) {
    Domain domain = Cases.yesNoDomain(4);
    Plan plan = Cases.plan(domain, "1", "1.25", 1);
    int runs = 60;

    Records there = Cases.planted(domain, answers, true);
    Records notThere = Cases.planted(domain, answers, false);

    long usual =
        LongStream.range(0, 31).map(_ -> evidence(plan, notThere, answers)).sorted().toArray()[15];
    int with = 0;
    int without = 0;
    for (int run = 0; run < runs; run++) {
      with += evidence(plan, there, answers) > usual ? 1 : 0;
      without += evidence(plan, notThere, answers) > usual ? 1 : 0;
    }
    int naive = there.size() > notThere.size() ? runs : 0;

    assertThat(Canaries.epsilon(with, without, runs, 1e-6)).isLessThanOrEqualTo(1);
    // Publishing the number of people as it is gives her away in every run; that many runs prove
    // 2.7.
    assertThat(Canaries.epsilon(naive, 0, runs, 1e-6)).isGreaterThan(2.5);
  }

  /// Everything published about the cells she would be in: their counts and upper ends, summed.
  private static long evidence(Plan plan, Records records, int answers) {
    Ledger ledger = Ledger.empty(Ratio.ONE, Ratio.ONE);
    long evidence = 0;
    for (Aggregate aggregate :
        Publishing.release(plan, records, ledger, (_, _) -> {}).aggregates()) {
      for (Figure figure : aggregate.figures()) {
        if (figure.categories().stream().allMatch(String.valueOf(answers)::equals)) {
          evidence += figure.count() + figure.high();
        }
      }
    }
    return evidence;
  }
}
