package org.sampan.screenings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.OnANode;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.screening.Answer;
import org.sampan.screening.Dimension;
import org.sampan.screening.Outcome;
import org.sampan.screening.ReadingRule;
import org.sampan.screening.Texts;
import org.sampan.vault.Vault;
import org.sampan.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

@OnANode
@Transactional
class InterviewsTest extends AtWork {

  @Autowired Accounts accounts;
  @Autowired Vault vault;

  @Test
  void a_part_asks_its_questions_with_the_notice() throws Exception {
    begin(officer, "NO", "yes");

    String part = page(officer, "/screenings/" + id + "/d1");

    assertThat(part.split("class=\"question\"", -1)).hasSize(12);
    assertThat(part).contains("not yet checked against the ILO original", "0 of 72 answered");
  }

  @Test
  void a_page_of_answers_is_kept_and_leads_on() throws Exception {
    begin(officer, "NO", "yes");

    MockHttpServletResponse answer =
        send(officer, answered("d1", "AL-D1-01", "YES").param("then", "on"));

    assertThat(answer.getHeader("Location")).isEqualTo("/screenings/" + id + "/d2");
    assertThat(page(officer, "/screenings/" + id + "/d1")).contains("1 of 72 answered", "Saved");
    assertThat(acts("screenings.answers.kept").getFirst().detail())
        .containsEntry("questions", "AL-D1-01");
  }

  @Test
  void one_question_is_kept_by_itself_and_answered_with_its_part_only() throws Exception {
    begin(officer, "NO", "yes");
    String path = "/screenings/" + id + "/d1/AL-D1-01";

    MockHttpServletResponse answer =
        send(officer, fields(post(path), "AL-D1-01", "NO").header("HX-Request", "true"));

    assertThat(text(answer)).contains("kept.AL-D1-01", "hx-swap-oob", "1 of 72");
    assertThat(text(answer)).doesNotContain("<html");
  }

  @Test
  void two_officers_who_answer_apart_are_both_kept_and_shown() throws Exception {
    begin(officer, "NO", "yes");
    SignedIn supervisor = people.with(office, Role.SUPERVISOR);
    send(officer, answered("d1", "AL-D1-01", "YES"));

    MockHttpServletResponse answer = send(supervisor, answered("d1", "AL-D1-01", "NO"));

    assertThat(answer.getHeader("Location")).contains("/d1?kept=yes#q.AL-D1-01");
    assertThat(page(officer, "/screenings/" + id + "/d1")).contains("the answers differ");
    assertThat(page(officer, "/screenings/" + id)).contains("Answers differ: 1");
  }

  @Test
  void a_note_is_sealed_and_comes_back() throws Exception {
    begin(officer, "NO", "yes");

    send(
        officer,
        post("/screenings/" + id + "/d4")
            .param("id.NOTE-D4", UuidCreator.getTimeOrderedEpoch().toString())
            .param("words.NOTE-D4", "ทำงานวันละสิบแปดชั่วโมง"));

    assertThat(page(officer, "/screenings/" + id + "/d4")).contains("ทำงานวันละสิบแปดชั่วโมง");
  }

  @Test
  void what_is_too_long_is_refused_and_shown_again() throws Exception {
    begin(officer, "NO", "yes");
    String note = "ก".repeat(Answered.LONGEST_NOTE + 1);

    MockHttpServletResponse answer =
        send(
            officer,
            answered("d1", "AL-D1-01", "YES")
                .param("id.NOTE-D1", UuidCreator.getTimeOrderedEpoch().toString())
                .param("words.NOTE-D1", note));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(text(answer)).contains(note, "value=\"YES\" checked");
  }

  @Test
  void a_result_explains_itself_and_says_possible() throws Exception {
    interviewed();

    String result = page(officer, "/screenings/" + id + "/result");

    assertThat(result)
        .contains("Indications of possible trafficking", "class=\"positive\"", "two strong")
        .contains("Second-hand", "Labour-force survey reading", "not yet checked")
        .contains("first help never depends on it");
  }

  @Test
  void a_kept_result_has_its_proof_and_leads_to_a_case() throws Exception {
    interviewed();
    UUID finding = UuidCreator.getTimeOrderedEpoch();

    keepResult(finding, "palermo");
    keepResult(finding, "palermo");

    ScreeningSummary summary = screenings.find(new Screening.Id(id), officer).orElseThrow();
    KeptFinding kept = summary.finding().orElseThrow();
    assertThat(kept.outcome()).isInstanceOf(Outcome.PossibleTrafficking.class);
    assertThat(kept.positive())
        .containsExactly(Dimension.EXPLOITATION, Dimension.COERCION_AT_DESTINATION);
    assertThat(summary.danger()).isEqualTo(Answer.Reply.NO);
    assertThat(acts("screenings.result.kept")).hasSize(1);
    assertThat(page(officer, "/screenings/" + id + "/result"))
        .contains("/cases/new?screening=" + id, kept.proof());
  }

  @Test
  void the_reading_she_chose_is_kept_with_the_result() throws Exception {
    interviewed();

    keepResult(UuidCreator.getTimeOrderedEpoch(), "labour_force_survey");

    ScreeningSummary summary = screenings.find(new Screening.Id(id), officer).orElseThrow();
    assertThat(summary.screening().reading()).isEqualTo(ReadingRule.LABOUR_FORCE_SURVEY);
    assertThat(summary.finding().orElseThrow().reading())
        .isEqualTo(ReadingRule.LABOUR_FORCE_SURVEY);
  }

  @Test
  void an_answer_changed_after_the_result_asks_to_keep_a_new_one() throws Exception {
    interviewed();
    keepResult(UuidCreator.getTimeOrderedEpoch(), "palermo");

    send(officer, answered("d6", "AL-D6-01", "YES"));

    assertThat(page(officer, "/screenings/" + id + "/result"))
        .contains("changed since the last result", "Keep this result")
        .doesNotContain("/cases/new");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_page_draws_in_every_language(Language language) throws Exception {
    interviewed();
    accounts.speak(officer.id(), language);

    for (String path :
        List.of("", "/d1", "/acts", "/result", "/result?reading=labour_force_survey")) {
      assertThat(page(officer, "/screenings/" + id + path))
          .contains("<html lang=\"" + language.tag() + "\"")
          .contains(Texts.in(language.tag()).notChecked());
    }
    assertThat(page(officer, "/screenings/new")).contains(Texts.in(language.tag()).notChecked());
    assertThat(page(officer, "/screenings/paper?set=ilo-2009-adult-labour/1&language=en"))
        .contains(Texts.in(language.tag()).notChecked(), Texts.in("en").notChecked());
  }

  @Test
  void nothing_written_about_her_is_readable_once_her_key_is_gone() throws Exception {
    interviewed();
    keepResult(UuidCreator.getTimeOrderedEpoch(), "palermo");
    Screening screening = screenings.find(new Screening.Id(id), officer).orElseThrow().screening();
    assertThat(page(officer, "/screenings")).contains("Pier 9");

    vault.erase(screening.person().value());

    assertThat(page(officer, "/screenings")).doesNotContain("Pier 9");
    assertThat(page(officer, "/screenings/" + id)).doesNotContain("Pier 9");
    assertThat(page(officer, "/screenings/" + id + "/result"))
        .contains("Indications of possible trafficking");
  }
}
