package org.sampan.screenings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

@OnANode
@Transactional
class ScreeningsTest extends AtWork {

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
}
