package org.sampan.screenings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sampan.screening.AgeGroup;
import org.sampan.screening.Answer;
import org.sampan.screening.IndicatorSets;
import org.sampan.web.Problems;

class BeginTest {

  private static final String ID = new UUID(7, 7).toString();
  private static final String ADULTS = "ilo-2009-adult-labour/1";

  @Test
  void what_is_complete_begins_an_interview() {
    Begin.Parsed parsed = begin("NO", "yes", "ADULT", ADULTS).parsed(IndicatorSets.shipped());

    assertThat(parsed).isInstanceOf(Begin.Sound.class);
    assertThat(((Begin.Sound) parsed).goesStraightOn()).isTrue();
  }

  @Test
  void danger_and_a_refusal_are_seen_before_any_question() {
    assertThat(
            ((Begin.Sound) begin("YES", "yes", "ADULT", ADULTS).parsed(IndicatorSets.shipped()))
                .goesStraightOn())
        .isFalse();
    assertThat(
            ((Begin.Sound) begin("NO", "no", "ADULT", ADULTS).parsed(IndicatorSets.shipped()))
                .goesStraightOn())
        .isFalse();
  }

  @Test
  void an_empty_form_says_everything_that_is_missing() {
    Begin empty = Begin.empty(new UUID(7, 7));

    assertThat(fields(empty))
        .containsExactly("danger", "agreed", "age", "set", "language", "interpreter");
  }

  @Test
  void a_child_is_not_asked_the_questions_for_adults() {
    assertThat(fields(begin("NO", "yes", "CHILD", ADULTS))).containsExactly("set");
    assertThat(fields(begin("NO", "yes", "ADULT", "ilo-2009-child-labour/1")))
        .containsExactly("set");
    assertThat(fields(begin("NO", "yes", "UNKNOWN", ADULTS))).isEmpty();
  }

  @Test
  void a_set_that_does_not_exist_is_refused() {
    assertThat(fields(begin("NO", "yes", "ADULT", "ilo-2009-adult-labour/2")))
        .containsExactly("set");
  }

  @Test
  void a_form_without_its_identifier_is_not_taken() {
    Begin none = new Begin("", null, "NO", "yes", "ADULT", ADULTS, "km", "no", "");

    assertThat(fields(none)).containsExactly("danger");
  }

  @Test
  void no_place_is_cut_off_silently() {
    String place = "x".repeat(Begin.LONGEST_PLACE + 1);
    Begin long_ = new Begin(ID, null, "NO", "yes", "ADULT", ADULTS, "km", "no", place);

    assertThat(fields(long_)).containsExactly("place");
  }

  @Test
  void what_was_typed_is_what_is_read() {
    Begin.Sound sound =
        (Begin.Sound) begin("UNKNOWN", "yes", "UNKNOWN", ADULTS).parsed(IndicatorSets.shipped());

    assertThat(sound.age()).isEqualTo(AgeGroup.UNKNOWN);
    assertThat(sound.danger()).isEqualTo(Answer.Reply.UNKNOWN);
    assertThat(sound.language().tag()).isEqualTo("km");
  }

  private static List<String> fields(Begin begin) {
    return switch (begin.parsed(IndicatorSets.shipped())) {
      case Begin.Unsound(Problems problems) ->
          problems.all().stream().map(Problems.Problem::field).toList();
      case Begin.Sound _ -> List.of();
    };
  }

  private static Begin begin(
      @Nullable String danger,
      @Nullable String agreed,
      @Nullable String age,
      @Nullable String set) {
    return new Begin(ID, null, danger, agreed, age, set, "km", "no", "");
  }
}
