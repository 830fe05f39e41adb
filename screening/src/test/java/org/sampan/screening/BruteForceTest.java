package org.sampan.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The same findings reached another way: by looking at every pair and triple of yes answers
/// instead of counting, and by answering what is open, or regrading what is disputed, instead of
/// reasoning.
class BruteForceTest {

  private static final Set<String> ENOUGH = Set.of("SS", "MS", "SW", "MMM", "MMW");

  @Test
  void a_dimension_is_positive_when_some_pair_or_triple_of_its_yes_answers_is_enough() {
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          for (Dimension dimension : Dimension.values()) {
            assertThat(finding.in(dimension).isPositive())
                .isEqualTo(isPositive(interview, dimension));
          }
        });
  }

  @Test
  void the_outcome_is_the_stated_formula_over_the_brute_force_dimensions() {
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          Outcome outcome = finding.outcome();

          assertThat(kind(outcome)).isEqualTo(expected(interview));
        });
  }

  @Test
  void what_could_change_is_what_some_way_of_answering_yes_does_change() {
    AtomicInteger settled = new AtomicInteger();
    Interview.each(
        Interview.MANY / 20,
        (interview, finding) -> {
          String now = expected(interview);
          boolean changes = false;
          for (int bits = 0; bits < 1 << 7; bits++) {
            changes |= !expected(answeredYes(interview, bits)).equals(now);
          }
          assertThat(finding.couldChange()).isEqualTo(changes);
          if (finding.outcome() instanceof Outcome.NoneYet) {
            assertThat(changes).isFalse();
            settled.incrementAndGet();
          }
          if (finding.outcome() instanceof Outcome.NotEnoughAnswers) {
            assertThat(changes).isTrue();
          }
        });
    assertThat(settled).hasValueGreaterThan(20);
  }

  @Test
  void resting_on_disputed_grades_is_what_regrading_shows() {
    AtomicInteger resting = new AtomicInteger();
    Interview.each(
        Interview.MANY,
        (interview, finding) -> {
          if (interview.set().id().name().equals("ilo-2009-adult-labour")) {
            boolean differs = false;
            for (int bits = 0; bits < 4; bits++) {
              differs |=
                  regraded(interview, bits).outcome().getClass() != finding.outcome().getClass();
            }
            assertThat(finding.restsOnDisputed()).isEqualTo(differs);
            resting.addAndGet(differs ? 1 : 0);
          }
        });
    assertThat(resting).hasPositiveValue();
  }

  private static boolean isPositive(Interview interview, Dimension dimension) {
    List<Character> yes = new ArrayList<>();
    for (Indicator indicator : interview.set().in(dimension)) {
      Answer answer = interview.answers().indicators().get(indicator.id());
      if (answer != null && answer.reply() == Answer.Reply.YES) {
        yes.add(indicator.strength().name().charAt(0));
      }
    }
    for (int i = 0; i < yes.size(); i++) {
      for (int j = i + 1; j < yes.size(); j++) {
        if (isEnough(yes.get(i), yes.get(j))) {
          return true;
        }
        for (int k = j + 1; k < yes.size(); k++) {
          if (isEnough(yes.get(i), yes.get(j), yes.get(k))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isEnough(Character... strengths) {
    return ENOUGH.contains(
        List.of(strengths).stream().sorted().map(String::valueOf).reduce("", String::concat));
  }

  /// The joining rules as one would write them on paper, without the open answers.
  private static String expected(Interview interview) {
    EnumSet<Dimension> d = EnumSet.noneOf(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      if (isPositive(interview, dimension)) {
        d.add(dimension);
      }
    }
    boolean act =
        interview.answers().acts().values().stream()
            .anyMatch(answer -> answer.reply() == Answer.Reply.YES);
    boolean d1 = d.contains(Dimension.DECEPTIVE_RECRUITMENT);
    boolean d2 = d.contains(Dimension.COERCIVE_RECRUITMENT);
    boolean d4 = d.contains(Dimension.EXPLOITATION);
    boolean d5 = d.contains(Dimension.COERCION_AT_DESTINATION);
    int count = d.size();
    if (interview.age() != AgeGroup.ADULT) {
      return !d4 ? "none" : act ? "PossibleTrafficking" : "Exploited";
    }
    if (interview.reading() == ReadingRule.PALERMO) {
      return !d4 ? "none" : act && count > 1 ? "PossibleTrafficking" : "Exploited";
    }
    if (count == 0) {
      return "none";
    }
    if (d4 && d5 && (d1 || d2)) {
      return "PossibleTrafficking";
    }
    if (d4 && d1 && count == 2) {
      return "DeceivedAndExploited";
    }
    return d4 && count == 1 ? "Exploited" : "OutsideIllustration";
  }

  private static String kind(Outcome outcome) {
    return outcome instanceof Outcome.NoneYet || outcome instanceof Outcome.NotEnoughAnswers
        ? "none"
        : outcome.getClass().getSimpleName();
  }

  /// The open answers of some dimensions, or of the act, turned to yes: one bit each.
  private static Interview answeredYes(Interview interview, int bits) {
    Answers open = interview.answers();
    Map<Indicator.Id, Answer> answers = new HashMap<>(open.indicators());
    for (Indicator indicator : interview.set().indicators()) {
      int bit = indicator.dimension().code().charAt(1) - '1';
      if ((bits >> bit & 1) == 1 && Graded.isOpen(open, indicator)) {
        answers.put(indicator.id(), Answer.yes());
      }
    }
    Map<Act, Answer> acts = new HashMap<>(open.acts());
    for (Act act : Act.values()) {
      if ((bits >> 6 & 1) == 1 && open.to(act).map(Answer::isOpen).orElse(true)) {
        acts.put(act, Answer.yes());
      }
    }
    return new Interview(
        interview.set(), new Answers(answers, acts), interview.age(), interview.reading());
  }

  /// The finding had the first, second or both disputed grades of the set been the other value.
  private static Finding regraded(Interview interview, int bits) {
    List<Indicator> indicators = new ArrayList<>();
    int disputed = 0;
    for (Indicator indicator : interview.set().indicators()) {
      if (indicator.standing() == Standing.DISPUTED && (bits >> disputed++ & 1) == 1) {
        indicators.add(Sets.graded(indicator, indicator.disputedStrength().orElseThrow()));
      } else {
        indicators.add(indicator);
      }
    }
    IndicatorSet changed = Sets.with(interview.set(), interview.set().id(), indicators);
    return Screening.evaluate(changed, interview.answers(), interview.age(), interview.reading());
  }
}
