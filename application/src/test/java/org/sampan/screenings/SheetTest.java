package org.sampan.screenings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.accounts.Account;
import org.sampan.screening.Act;
import org.sampan.screening.Answer;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.IndicatorSets;

class SheetTest {

  private static final String QUESTION = "AL-D1-01";
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Account.Id MALEE = new Account.Id(new UUID(0, 1));
  private static final Account.Id SOMCHAI = new Account.Id(new UUID(0, 2));

  private final List<Entry> entries = new ArrayList<>();

  @Test
  void a_question_nobody_answered_is_not_asked() {
    assertThat(sheet().answer(QUESTION)).isNull();
    assertThat(sheet().answers(adults()).indicators()).isEmpty();
  }

  @Test
  void a_changed_answer_keeps_what_stood_before() {
    keep(draft(QUESTION, Draft.Choice.YES), MALEE);

    keep(draft(QUESTION, Draft.Choice.NO), SOMCHAI);

    assertThat(sheet().answer(QUESTION)).isEqualTo(Answer.no());
    assertThat(sheet().given(QUESTION)).extracting(Entry::by).containsExactly(MALEE, SOMCHAI);
  }

  @Test
  void a_form_sent_twice_keeps_one_entry() {
    Draft draft = draft(QUESTION, Draft.Choice.YES);

    keep(draft, MALEE);
    keep(draft, MALEE);

    assertThat(entries).hasSize(1);
  }

  @Test
  void a_question_left_as_shown_keeps_nothing_new() {
    keep(draft(QUESTION, Draft.Choice.YES), MALEE);

    keep(draft(QUESTION, Draft.Choice.YES), SOMCHAI);
    keep(draft(QUESTION, Draft.Choice.NOTHING), SOMCHAI);
    keep(draft("AL-D1-02", Draft.Choice.NOTHING), SOMCHAI);

    assertThat(entries).hasSize(1);
  }

  @Test
  void a_stale_form_does_not_undo_what_it_left_alone() {
    keep(draft(QUESTION, Draft.Choice.YES), MALEE);
    Draft untouched = draft(QUESTION, Draft.Choice.YES);
    keep(draft(QUESTION, Draft.Choice.NO), MALEE);

    keep(untouched, SOMCHAI);

    assertThat(sheet().answer(QUESTION)).isEqualTo(Answer.no());
    assertThat(sheet().disagrees(QUESTION)).isFalse();
  }

  @Test
  void two_devices_that_answer_apart_leave_both_answers_standing() {
    Draft first = draft(QUESTION, Draft.Choice.YES);
    Draft second = draft(QUESTION, Draft.Choice.NO);

    keep(first, MALEE);
    keep(second, SOMCHAI);

    assertThat(sheet().disagrees(QUESTION)).isTrue();
    assertThat(sheet().standing(QUESTION)).extracting(Entry::by).containsExactly(MALEE, SOMCHAI);
  }

  @Test
  void answers_that_differ_count_as_unknown() {
    Draft first = draft(QUESTION, Draft.Choice.YES);
    Draft second = draft(QUESTION, Draft.Choice.NO);
    keep(first, MALEE);
    keep(second, SOMCHAI);

    assertThat(sheet().answers(adults()).indicators().values()).containsExactly(Answer.unknown());
  }

  @Test
  void the_next_answer_settles_those_that_differed() {
    Draft first = draft(QUESTION, Draft.Choice.YES);
    Draft second = draft(QUESTION, Draft.Choice.NO);
    keep(first, MALEE);
    keep(second, SOMCHAI);

    keep(draft(QUESTION, Draft.Choice.NO), MALEE);

    assertThat(sheet().answer(QUESTION)).isEqualTo(Answer.no());
    assertThat(sheet().given(QUESTION)).hasSize(3);
  }

  @Test
  void two_devices_that_say_the_same_do_not_differ() {
    Draft first = draft(QUESTION, Draft.Choice.YES);
    Draft second = draft(QUESTION, Draft.Choice.YES);

    keep(first, MALEE);
    keep(second, SOMCHAI);

    assertThat(sheet().disagrees(QUESTION)).isFalse();
    assertThat(sheet().answer(QUESTION)).isEqualTo(Answer.yes());
  }

  @Test
  void the_same_form_with_another_answer_follows_its_first_sending() {
    Draft first = draft(QUESTION, Draft.Choice.YES);
    Draft changed = new Draft(first.id(), QUESTION, List.of(), Draft.Choice.NO, first.source(), "");
    Draft again =
        new Draft(first.id(), QUESTION, List.of(), Draft.Choice.UNKNOWN, first.source(), "");

    keep(first, MALEE);
    keep(changed, MALEE);
    keep(again, MALEE);

    assertThat(sheet().answer(QUESTION)).isEqualTo(Answer.unknown());
    assertThat(sheet().given(QUESTION)).hasSize(3);
  }

  @Test
  void an_answer_taken_back_is_not_asked_again_and_not_a_no() {
    keep(draft(QUESTION, Draft.Choice.YES), MALEE);

    keep(draft(QUESTION, Draft.Choice.NOT_ASKED), MALEE);

    assertThat(sheet().answer(QUESTION)).isNull();
    assertThat(sheet().disagrees(QUESTION)).isFalse();
    assertThat(sheet().answers(adults()).indicators()).isEmpty();
  }

  @Test
  void who_said_it_can_be_added_later_without_losing_the_answer() {
    keep(draft(QUESTION, Draft.Choice.YES), MALEE);
    Draft said = draft(QUESTION, Draft.Choice.NOTHING);

    keep(
        new Draft(said.id(), QUESTION, said.shown(), said.choice(), said.source(), "a cook"),
        MALEE);

    assertThat(sheet().answer(QUESTION)).isEqualTo(Answer.yes());
    assertThat(sheet().settled(QUESTION)).map(Entry::words).contains("a cook");
  }

  @Test
  void acts_and_signs_are_handed_to_the_library_and_nothing_else() {
    String act = Question.codeOf(Act.TRANSPORT);
    keep(draft(act, Draft.Choice.YES), MALEE);
    keep(draft(QUESTION, Draft.Choice.NO), MALEE);
    keep(draft(Question.DANGER, Draft.Choice.YES), MALEE);

    assertThat(sheet().answers(adults()).acts()).containsOnlyKeys(Act.TRANSPORT);
    assertThat(sheet().answers(adults()).indicators()).hasSize(1);
  }

  @Test
  void the_order_in_which_entries_arrive_does_not_matter() {
    Draft first = draft(QUESTION, Draft.Choice.YES);
    Draft second = draft(QUESTION, Draft.Choice.NO);
    keep(first, MALEE);
    keep(second, SOMCHAI);
    keep(draft(QUESTION, Draft.Choice.UNKNOWN), MALEE);
    List<Entry> backwards = new ArrayList<>(entries);
    Collections.reverse(backwards);

    assertThat(new Sheet(backwards).answer(QUESTION)).isEqualTo(sheet().answer(QUESTION));
    assertThat(new Sheet(backwards).answers(adults())).isEqualTo(sheet().answers(adults()));
  }

  @Test
  void every_question_of_every_set_is_on_exactly_one_page() {
    for (IndicatorSet set : IndicatorSets.shipped().all()) {
      List<String> codes =
          Arrays.stream(Part.values())
              .flatMap(part -> part.questions(set).stream())
              .map(Question::code)
              .toList();

      assertThat(codes)
          .doesNotHaveDuplicates()
          .hasSize(set.indicators().size() + Act.values().length);
    }
  }

  private Draft draft(String question, Draft.Choice choice) {
    List<Entry.Id> shown = sheet().standing(question).stream().map(Entry::id).toList();
    return new Draft(Interview.newId(), question, shown, choice, Answer.Source.INTERVIEW, "");
  }

  private void keep(Draft draft, Account.Id by) {
    sheet()
        .next(draft, by, NOW.plusSeconds(entries.size()), Interview::newId)
        .ifPresent(entries::add);
  }

  private Sheet sheet() {
    return new Sheet(entries);
  }

  private static IndicatorSet adults() {
    return IndicatorSets.shipped().newest("ilo-2009-adult-labour").orElseThrow();
  }
}
