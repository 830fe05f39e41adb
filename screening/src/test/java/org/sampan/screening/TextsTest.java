package org.sampan.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  static Stream<String> languages() {
    return Texts.languages().stream();
  }

  @Test
  void there_are_seven_languages() {
    assertThat(Texts.languages()).containsExactly("en", "zh", "lo", "th", "vi", "my", "km");
    assertThatIllegalArgumentException().isThrownBy(() -> Texts.in("fr"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_indicator_of_a_shipped_set_has_a_label_and_a_question_of_its_own(String language) {
    Texts texts = Texts.in(language);
    for (IndicatorSet set : IndicatorSets.shipped().all()) {
      List<String> labels = new ArrayList<>();
      List<String> questions = new ArrayList<>();
      for (Indicator indicator : set.indicators()) {
        labels.add(texts.label(set, indicator));
        questions.add(texts.question(set, indicator));
      }
      assertThat(labels).doesNotHaveDuplicates().noneMatch(label -> label.length() > 120);
      assertThat(questions)
          .doesNotHaveDuplicates()
          .noneMatch(question -> question.contains("{") || question.length() > 220);
      for (Act act : Act.values()) {
        assertThat(texts.question(set, act)).doesNotContain("{");
      }
      assertThat(texts.title(set)).isNotBlank();
      assertThat(texts.title(set).equals(set.title())).isEqualTo(language.equals("en"));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_constant_has_a_name_of_its_own(String language) {
    Texts texts = Texts.in(language);
    List<Enum<?>[]> all =
        List.of(
            Dimension.values(),
            Strength.values(),
            Standing.values(),
            Act.values(),
            AgeGroup.values(),
            ReadingRule.values(),
            Alternative.values(),
            Outcome.Element.values(),
            Answer.Reply.values(),
            Answer.Source.values(),
            DimensionFinding.State.values());

    for (Enum<?>[] constants : all) {
      assertThat(constants).extracting(texts::name).doesNotHaveDuplicates();
    }
    assertThat(outcomes()).extracting(texts::name).doesNotHaveDuplicates();
    assertThat(List.of(texts.notAsked(), texts.notChecked(), texts.aid())).doesNotHaveDuplicates();
    assertThat(texts.language()).isEqualTo(language);
  }

  @Test
  void a_finding_names_its_rule_the_child_rule_in_place_of_the_reading() {
    Finding adult =
        Screening.evaluate(Sets.ADULT_LABOUR, Answers.none(), AgeGroup.ADULT, ReadingRule.PALERMO);
    Finding unknown =
        Screening.evaluate(
            Sets.ADULT_LABOUR, Answers.none(), AgeGroup.UNKNOWN, ReadingRule.PALERMO);

    assertThat(Texts.in("en").rule(adult)).startsWith("Palermo reading");
    assertThat(Texts.in("en").rule(unknown)).startsWith("Rule for children");
  }

  @Test
  void a_child_is_spoken_to_as_a_child() {
    Indicator violence = Sets.CHILD_LABOUR.find(new Indicator.Id("CL-D5-04")).orElseThrow();
    Indicator same = Sets.ADULT_LABOUR.find(new Indicator.Id("AL-D5-04")).orElseThrow();

    assertThat(Texts.in("th").question(Sets.CHILD_LABOUR, violence)).contains("หนู");
    assertThat(Texts.in("th").question(Sets.ADULT_LABOUR, same)).contains("คุณ");
  }

  @Test
  void children_and_sexual_exploitation_have_words_of_their_own() {
    Texts english = Texts.in("en");
    IndicatorSet childSexual = Sets.named("ilo-2009-child-sexual");
    IndicatorSet adultSexual = Sets.named("ilo-2009-adult-sexual");

    assertThat(label(english, Sets.ADULT_LABOUR)).isEqualTo("Lied to about the working conditions");
    assertThat(label(english, adultSexual))
        .isEqualTo("Lied to about the conditions of the sex work");
    assertThat(label(english, childSexual))
        .isEqualTo("Lied to about what the child would be made to do");
    assertThat(childSexual.indicators())
        .extracting(indicator -> english.label(childSexual, indicator))
        .noneMatch(label -> label.contains("sex work") || label.contains("client"));
  }

  private static String label(Texts texts, IndicatorSet set) {
    return texts.label(
        set,
        set.indicators().stream()
            .filter(indicator -> indicator.code().equals("DEC_COND"))
            .findFirst()
            .orElseThrow());
  }

  private static List<Outcome> outcomes() {
    return List.of(
        new Outcome.PossibleTrafficking(Set.of()),
        new Outcome.DeceivedAndExploited(),
        new Outcome.Exploited(Set.of()),
        new Outcome.NotEnoughAnswers(Set.of()),
        new Outcome.NoneYet(Set.of()),
        new Outcome.OutsideIllustration(Set.of()));
  }
}
