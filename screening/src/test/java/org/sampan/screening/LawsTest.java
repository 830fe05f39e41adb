package org.sampan.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What must hold for every interview, over thousands of invented ones.
class LawsTest {

  @Test
  void a_further_yes_never_makes_a_positive_dimension_negative_nor_an_outcome_weaker() {
    Random random = new Random(1);
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          Finding before = finding;
          List<Indicator> indicators = interview.set().indicators();
          Indicator changed = indicators.get(random.nextInt(indicators.size()));

          Finding after = interview.finding(interview.answers().with(changed.id(), Answer.yes()));

          assertThat(positive(after)).containsAll(positive(before));
          if (before.childRule() || before.reading() == ReadingRule.PALERMO) {
            assertThat(rank(after)).isGreaterThanOrEqualTo(rank(before));
          }
        });
  }

  @Test
  void the_order_of_answers_does_not_matter() {
    Random random = new Random(2);
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          Answers given = interview.answers();
          Map<Indicator.Id, Answer> again = new LinkedHashMap<>();
          for (Indicator.Id id :
              Interview.shuffled(List.copyOf(given.indicators().keySet()), random)) {
            again.put(id, given.to(id).orElseThrow());
          }
          Map<Act, Answer> acts = new LinkedHashMap<>();
          for (Act act : Interview.shuffled(List.copyOf(given.acts().keySet()), random)) {
            acts.put(act, given.to(act).orElseThrow());
          }

          assertThat(interview.finding(new Answers(again, acts))).isEqualTo(finding);
        });
  }

  @Test
  void unknown_and_not_asked_count_alike_and_never_as_yes() {
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          Map<Indicator.Id, Answer> known = new HashMap<>(interview.answers().indicators());
          known.values().removeIf(answer -> answer.reply() == Answer.Reply.UNKNOWN);
          Map<Act, Answer> knownActs = new HashMap<>(interview.answers().acts());
          knownActs.values().removeIf(answer -> answer.reply() == Answer.Reply.UNKNOWN);

          Finding with = finding;
          Finding without = interview.finding(new Answers(known, knownActs));

          assertThat(without.outcome()).isEqualTo(with.outcome());
          for (DimensionFinding one : with.dimensions()) {
            DimensionFinding other = without.in(one.dimension());
            assertThat(other.tally()).isEqualTo(one.tally());
            assertThat(other.tipping()).isEqualTo(one.tipping());
            assertThat(other.notAsked()).isEqualTo(one.notAsked() + one.unknown());
            assertThat(one.yes().size() + one.no() + one.unknown() + one.notAsked())
                .isEqualTo(interview.set().in(one.dimension()).size());
          }
        });
  }

  @Test
  void a_no_in_place_of_an_open_answer_never_shows_more() {
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          Map<Indicator.Id, Answer> closed = new HashMap<>(interview.answers().indicators());
          for (Indicator indicator : interview.set().indicators()) {
            if (Graded.isOpen(interview.answers(), indicator)) {
              closed.put(indicator.id(), Answer.no());
            }
          }

          Finding after = interview.finding(new Answers(closed, interview.answers().acts()));

          assertThat(positive(after)).isEqualTo(positive(finding));
          assertThat(after.dimensions()).allMatch(dimension -> dimension.tipping().isEmpty());
        });
  }

  @Test
  void one_answer_away_names_exactly_the_answers_that_tip() {
    AtomicInteger tipped = new AtomicInteger();
    Interview.each(
        Interview.MANY / 20,
        (interview, finding) -> {
          Map<Dimension, Set<Indicator.Id>> tipping = new EnumMap<>(Dimension.class);
          for (Indicator indicator : interview.set().indicators()) {
            if (Graded.isOpen(interview.answers(), indicator)) {
              Answers changed = interview.answers().with(indicator.id(), Answer.yes());
              Set<Dimension> tippedNow = positive(interview.finding(changed));
              tippedNow.removeAll(positive(finding));
              for (Dimension dimension : tippedNow) {
                tipping.computeIfAbsent(dimension, d -> new TreeSet<>()).add(indicator.id());
              }
            }
          }
          for (DimensionFinding dimension : finding.dimensions()) {
            Set<Indicator.Id> tips = tipping.getOrDefault(dimension.dimension(), Set.of());
            assertThat(dimension.tipping()).containsExactlyInAnyOrderElementsOf(tips);
            assertThat(dimension.state() == DimensionFinding.State.ONE_ANSWER_AWAY)
                .isEqualTo(!tips.isEmpty());
            tipped.addAndGet(tips.size());
          }
        });
    assertThat(tipped).hasValueGreaterThan(300);
  }

  @Test
  void a_child_is_never_read_weaker_than_an_adult_by_palermo() {
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          Finding adult =
              Screening.evaluate(
                  interview.set(), interview.answers(), AgeGroup.ADULT, ReadingRule.PALERMO);
          for (AgeGroup age : EnumSet.of(AgeGroup.CHILD, AgeGroup.UNKNOWN)) {
            Finding child =
                Screening.evaluate(interview.set(), interview.answers(), age, interview.reading());

            assertThat(rank(child)).isGreaterThanOrEqualTo(rank(adult));
            assertThat(child.childRule()).isTrue();
          }
        });
  }

  @Test
  void the_same_interview_gives_an_equal_finding_that_prints_no_answer() {
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          assertThat(interview.finding(interview.answers())).isEqualTo(finding);
          assertThat(finding.toString()).doesNotContain("-D");
          assertThat(interview.answers().toString()).doesNotContain("-D");
        });
  }

  @Test
  void a_finding_names_what_it_was_made_by_and_what_it_left_out() {
    AtomicInteger strangers = new AtomicInteger();
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          assertThat(finding.set()).isEqualTo(interview.set().id());
          assertThat(finding.reading()).isEqualTo(interview.reading());
          List<Indicator.Id> counted = new ArrayList<>();
          finding.restsOn().values().forEach(counted::addAll);
          List<Indicator.Id> yes = new ArrayList<>();
          finding.dimensions().forEach(dimension -> yes.addAll(dimension.yes()));
          assertThat(counted).containsExactlyInAnyOrderElementsOf(yes);
          strangers.addAndGet(finding.notInSet().size());
        });
    assertThat(strangers).hasValueGreaterThan(500);
  }

  static Set<Dimension> positive(Finding finding) {
    EnumSet<Dimension> positive = EnumSet.noneOf(Dimension.class);
    finding.dimensions().stream()
        .filter(DimensionFinding::isPositive)
        .forEach(dimension -> positive.add(dimension.dimension()));
    return positive;
  }

  private static int rank(Finding finding) {
    return switch (finding.outcome()) {
      case Outcome.NotEnoughAnswers _, Outcome.NoneYet _ -> 0;
      case Outcome.Exploited _ -> 1;
      case Outcome.PossibleTrafficking _ -> 2;
      case Outcome.DeceivedAndExploited _, Outcome.OutsideIllustration _ ->
          throw new AssertionError("of the survey only");
    };
  }
}
