package org.sampan.screenings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.screening.AgeGroup;
import org.sampan.screening.Answer;
import org.sampan.screening.Answers;
import org.sampan.screening.Finding;
import org.sampan.screening.Indicator;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.IndicatorSets;
import org.sampan.screening.ReadingRule;

class PictureTest {

  @Test
  void each_dimension_is_one_side_drawn_by_its_state() {
    Answers answers =
        Answers.none()
            .with(new Indicator.Id("AL-D5-01"), Answer.yes())
            .with(new Indicator.Id("AL-D5-02"), Answer.yes())
            .with(new Indicator.Id("AL-D1-01"), Answer.yes());

    Hexagon hexagon = Hexagon.of(read(answers));

    assertThat(hexagon.sides())
        .extracting(Hexagon.Side::kind)
        .containsExactly("nearly", "not-yet", "not-yet", "not-yet", "positive", "not-yet");
  }

  @Test
  void the_sides_stand_where_the_design_system_draws_them() {
    Hexagon hexagon = Hexagon.of(read(Answers.none()));

    assertThat(hexagon.sides().getFirst().y()).isEqualTo("-57.7");
    assertThat(hexagon.sides().get(3).path()).startsWith("M0.0 5.8L45.0 83.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TH", "KH", "LA", "VN", "MM", "CN"})
  void every_country_has_somebody_to_call(String country) {
    assertThat(Emergency.in(country))
        .extracting(Emergency::kind)
        .contains(Emergency.Kind.POLICE, Emergency.Kind.AMBULANCE);
  }

  @Test
  void a_proof_changes_with_an_answer_and_not_with_its_order() {
    Answers one =
        Answers.none()
            .with(new Indicator.Id("AL-D1-01"), Answer.yes())
            .with(new Indicator.Id("AL-D1-02"), Answer.no());
    Answers same =
        Answers.none()
            .with(new Indicator.Id("AL-D1-02"), Answer.no())
            .with(new Indicator.Id("AL-D1-01"), Answer.yes());
    Answers other = one.with(new Indicator.Id("AL-D1-02"), Answer.unknown());

    assertThat(Findings.proof(read(one), one)).isEqualTo(Findings.proof(read(same), same));
    assertThat(Findings.proof(read(one), one)).isNotEqualTo(Findings.proof(read(other), other));
  }

  private static Finding read(Answers answers) {
    IndicatorSet set = IndicatorSets.shipped().newest("ilo-2009-adult-labour").orElseThrow();
    return org.sampan.screening.Screening.evaluate(
        set, answers, AgeGroup.ADULT, ReadingRule.PALERMO);
  }
}
