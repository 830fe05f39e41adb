package org.sampan.screenings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.screening.Answer;
import org.sampan.screening.Dimension;
import org.sampan.screening.Outcome;
import org.sampan.screening.ReadingRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@OnANode
@Transactional
class ScreeningsTest {

  @Autowired MockMvc web;
  @Autowired People people;
  @Autowired Screenings screenings;
  @Autowired Audit audit;
  @Autowired JdbcClient sql;

  private Office office;
  private SignedIn officer;
  private UUID id;

  @BeforeEach
  void somebodyAtWork() {
    office = people.office();
    officer = people.with(office, Role.FIRST_RESPONDER);
    id = UuidCreator.getTimeOrderedEpoch();
  }

  @Test
  void the_list_begins_empty_and_says_how_to_begin() throws Exception {
    assertThat(page(officer, "/screenings")).contains("No screening yet", "/screenings/new");
  }

  @Test
  void the_form_asks_danger_first_and_names_every_set_with_its_notice() throws Exception {
    String form = page(officer, "/screenings/new");

    assertThat(form.indexOf("name=\"danger\"")).isLessThan(form.indexOf("name=\"set\""));
    assertThat(form).contains("not yet checked against the ILO original", "2 disputed");
    assertThat(form.split("name=\"set\"", -1)).hasSize(5);
  }

  @Test
  void a_form_that_lacks_answers_comes_back_with_what_to_do() throws Exception {
    MockHttpServletResponse answer =
        send(officer, post("/screenings").param("id", id.toString()).param("place", "Tent 4"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(text(answer)).contains("Choose whether the person agrees to be asked", "Tent 4");
  }

  @Test
  void beginning_twice_with_one_form_begins_once() throws Exception {
    begin(officer, "NO", "yes");
    begin(officer, "NO", "yes");

    assertThat(screenings.rows(officer, 20, 0)).hasSize(1);
    assertThat(acts("screenings.interview.started")).hasSize(1);
  }

  @Test
  void danger_is_answered_with_first_help_before_any_question() throws Exception {
    MockHttpServletResponse answer = begin(officer, "YES", "yes");

    assertThat(answer.getHeader("Location")).isEqualTo("/screenings/" + id);
    assertThat(page(officer, "/screenings/" + id)).contains("First help", "tel:191");
  }

  @Test
  void whoever_says_no_is_asked_nothing_and_may_be_helped() throws Exception {
    begin(officer, "NO", "no");

    assertThat(page(officer, "/screenings/" + id)).contains("Did not want to be asked");
    assertThat(send(officer, get("/screenings/" + id + "/d1")).getStatus()).isEqualTo(303);
    assertThat(acts("screenings.interview.declined")).hasSize(1);
  }

  @Test
  void the_place_is_sealed_and_still_read_on_the_list() throws Exception {
    begin(officer, "NO", "yes");

    assertThat(page(officer, "/screenings")).contains("Pier 9, Samut Sakhon");
    byte[] words =
        sql.sql("select words from screenings.entry where screening = :id and question = 'PLACE'")
            .param("id", id)
            .query(byte[].class)
            .single();
    assertThat(new String(words, StandardCharsets.ISO_8859_1)).doesNotContain("Pier");
  }

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

  @Test
  void a_person_screened_again_is_the_same_person() throws Exception {
    begin(officer, "NO", "yes");
    UUID first = id;
    id = UuidCreator.getTimeOrderedEpoch();

    send(officer, form("NO", "yes").param("after", first.toString()));

    Screening earlier = screenings.find(new Screening.Id(first), officer).orElseThrow().screening();
    Screening again = screenings.find(new Screening.Id(id), officer).orElseThrow().screening();
    assertThat(again.person()).isEqualTo(earlier.person());
    assertThat(again.earlier()).isEqualTo(earlier.id());
    assertThat(screenings.of(again.person())).hasSize(2);
  }

  @Test
  void two_screenings_are_of_two_persons() throws Exception {
    begin(officer, "NO", "yes");
    Screening one = screenings.find(new Screening.Id(id), officer).orElseThrow().screening();
    id = UuidCreator.getTimeOrderedEpoch();
    begin(officer, "NO", "yes");
    Screening two = screenings.find(new Screening.Id(id), officer).orElseThrow().screening();

    assertThat(one.person()).isNotEqualTo(two.person());
  }

  @Test
  void a_case_is_opened_from_a_screening_once() throws Exception {
    interviewed();
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();

    assertThat(screenings.opened(new Screening.Id(id), caseFile, officer)).isTrue();
    assertThat(screenings.opened(new Screening.Id(id), UuidCreator.getTimeOrderedEpoch(), officer))
        .isFalse();
    assertThat(page(officer, "/screenings/" + id + "/result")).contains("/cases/" + caseFile);
  }

  @Test
  void a_screening_is_seen_by_its_officer_and_her_supervisor_and_nobody_else() throws Exception {
    begin(officer, "NO", "yes");
    String path = "/screenings/" + id;

    assertThat(send(people.with(office, Role.SUPERVISOR), get(path)).getStatus()).isEqualTo(200);
    for (SignedIn stranger :
        List.of(
            people.with(office, Role.FIRST_RESPONDER),
            people.with(people.officeBeside(office), Role.SUPERVISOR),
            people.with(office, Role.AUDITOR))) {
      assertThat(send(stranger, get(path)).getStatus()).isEqualTo(404);
      assertThat(send(stranger, get(path + "/result")).getStatus()).isEqualTo(404);
      assertThat(screenings.find(new Screening.Id(id), stranger)).isEmpty();
    }
  }

  @Test
  void the_questions_print_in_two_languages_with_the_notice() throws Exception {
    String paper = page(officer, "/screenings/paper?set=ilo-2009-child-sexual/1&language=en");

    assertThat(paper).contains("Children (under 18), sexual exploitation", "not yet checked");
    assertThat(send(officer, get("/screenings/paper?set=none/1")).getStatus()).isEqualTo(404);
  }

  private MockHttpServletResponse begin(SignedIn who, String danger, String agreed)
      throws Exception {
    return send(who, form(danger, agreed));
  }

  private MockHttpServletRequestBuilder form(String danger, String agreed) {
    return post("/screenings")
        .param("id", id.toString())
        .param("danger", danger)
        .param("agreed", agreed)
        .param("age", "ADULT")
        .param("set", "ilo-2009-adult-labour/1")
        .param("language", "en")
        .param("interpreter", "no")
        .param("place", "Pier 9, Samut Sakhon");
  }

  /// Two strong answers at the destination, enough exploitation, one act.
  private void interviewed() throws Exception {
    begin(officer, "NO", "yes");
    for (String code : List.of("AL-D4-01", "AL-D4-02", "AL-D5-01", "AL-D5-02")) {
      send(officer, answered(code.substring(3, 5).toLowerCase(java.util.Locale.ROOT), code, "YES"));
    }
    send(officer, answered("acts", "ACT-TRANSPORT", "YES"));
  }

  private void keepResult(UUID finding, String reading) throws Exception {
    send(
        officer,
        post("/screenings/" + id + "/result")
            .param("finding", finding.toString())
            .param("reading", reading));
  }

  private MockHttpServletRequestBuilder answered(String part, String code, String reply) {
    return fields(post("/screenings/" + id + "/" + part), code, reply);
  }

  private static MockHttpServletRequestBuilder fields(
      MockHttpServletRequestBuilder request, String code, String reply) {
    return request
        .param("id." + code, UuidCreator.getTimeOrderedEpoch().toString())
        .param("shown." + code, "")
        .param("reply." + code, reply);
  }

  private List<Entry> acts(String name) {
    return audit.read(new Audit.Query(null, officer.id().value(), null), 500).stream()
        .filter(entry -> entry.act().equals(name))
        .toList();
  }

  private String page(SignedIn who, String path) throws Exception {
    MockHttpServletResponse answer = send(who, get(path));
    assertThat(answer.getStatus()).isEqualTo(200);
    return text(answer);
  }

  private MockHttpServletResponse send(SignedIn who, MockHttpServletRequestBuilder request)
      throws Exception {
    return web.perform(request.with(People.as(who)).with(csrf())).andReturn().getResponse();
  }

  private static String text(MockHttpServletResponse answer) throws Exception {
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }
}
