package org.sampan.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@OnANode
class OpeningPagesTests {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;

  @Test
  void danger_is_asked_before_anything_else() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);

    String page = browser().read(get("/cases/new"), inspector, 200);

    assertThat(page).contains("name=\"DANGER\"", "tel:191", "action=\"/cases/new/person\"");
    assertThat(page).doesNotContain("name=\"name-0\"");
  }

  @Test
  void a_case_is_opened_and_shown_with_both_eras_and_codes() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = UuidCreator.getTimeOrderedEpoch();

    String to =
        browser()
            .goes(
                Browser.opening(id, "ស្រី ណា Page")
                    .param("BIRTH-year", "2547")
                    .param("SEX", "Feminine")
                    .param("NATIONALITY", "KH", "")
                    .param("LANGUAGES", "km", "")
                    .param("PLACE", "KH-1")
                    .param("NEEDS", "shelter", "legal-aid")
                    .param("DANGER", "yes"),
                inspector);
    String page = browser().read(get(to), inspector, 200);

    assertThat(to).isEqualTo("/cases/" + id);
    assertThat(page)
        .contains("<span lang=\"km\">ស្រី ណា Page</span>")
        .contains("2004 (Buddhist era 2547)", "typed in the Buddhist era")
        .contains("<code>Feminine</code>", "<code>shelter</code>", "Cambodia", "Khmer")
        .contains("<code>PossibleVictimOfTrafficking</code>", "status danger")
        .contains("You see this because you opened it.");
  }

  @Test
  void a_form_without_a_name_comes_back_as_typed() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = UuidCreator.getTimeOrderedEpoch();

    String page =
        browser()
            .read(
                Browser.opening(id, " ").param("KIN", "<b>mother</b>").param("BIRTH-year", "2099"),
                inspector,
                422);

    assertThat(page)
        .contains(
            "href=\"#name-0\"", "href=\"#BIRTH\"", "&lt;b&gt;mother&lt;/b&gt;", "value=\"2099\"");
    assertThat(cases.file(new CaseFile.Id(id))).isEmpty();
  }

  @Test
  void more_rows_for_names_come_without_losing_what_was_typed() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);

    String page =
        browser()
            .read(
                Browser.opening(UuidCreator.getTimeOrderedEpoch(), "Typed Already")
                    .param("more", "names"),
                inspector,
                200);

    assertThat(page).contains("Typed Already", "id=\"name-3\"");
  }

  @Test
  void a_person_likely_known_is_shown_before_the_case_is_opened() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID first = browser().open(inspector, "Trần Thị Gặp Lại");
    UUID second = UuidCreator.getTimeOrderedEpoch();

    String known = browser().read(Browser.opening(second, "Gap Lai Tran Thi"), inspector, 200);

    assertThat(known)
        .contains("Is this person known already?", "/cases/" + first, "Trần Thị Gặp Lại");
    assertThat(cases.file(new CaseFile.Id(second))).isEmpty();

    String to =
        browser()
            .goes(
                Browser.opening(second, "Gap Lai Tran Thi")
                    .param("seen", Browser.hidden(known, "seen")),
                inspector);

    assertThat(to).isEqualTo("/cases/" + second);
  }

  @Test
  void a_match_of_another_office_shows_neither_content_nor_office() throws Exception {
    SignedIn there = people.with(Role.FIRST_RESPONDER);
    UUID hidden = browser().open(there, "Singular Elsewhere");
    SignedIn here = people.with(Role.FIRST_RESPONDER);

    String page =
        browser()
            .read(
                Browser.opening(UuidCreator.getTimeOrderedEpoch(), "elsewhere singular"),
                here,
                200);

    assertThat(page).contains("Another office may know this person");
    assertThat(page).doesNotContain(hidden.toString(), "Singular Elsewhere", there.office().code());
    assertThat(browser().read(post("/cases/find").param("q", "Singular Elsewhere"), here, 200))
        .contains("Nobody was found")
        .doesNotContain(hidden.toString());
  }

  private Browser browser() {
    return new Browser(mvc);
  }
}
