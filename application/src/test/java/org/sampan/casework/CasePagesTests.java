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
class CasePagesTests {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Handling handling;
  @Autowired Cases cases;

  @Test
  void a_case_that_is_absent_and_one_of_others_look_the_same() throws Exception {
    UUID hidden = browser().open(people.with(Role.FIRST_RESPONDER), "Nobody Sees");
    SignedIn stranger = people.with(Role.CASE_MANAGER);

    String theirs = browser().read(get("/cases/" + hidden), stranger, 404);
    String absent = browser().read(get("/cases/" + new UUID(1, 1)), stranger, 404);

    assertThat(Browser.plain(theirs, hidden)).isEqualTo(Browser.plain(absent, new UUID(1, 1)));
    for (String path : new String[] {"/facts/NAMES", "/handling"}) {
      browser().read(get("/cases/" + hidden + path), stranger, 404);
    }
    browser().read(post("/cases/" + hidden + "/purpose").param("purpose", "cover"), stranger, 404);
    browser().read(post("/cases/" + hidden + "/facts/NEEDS").param("basedOn", "0"), stranger, 404);
    browser().read(post("/cases/" + hidden + "/move").param("to", "CLOSED"), stranger, 404);
  }

  @Test
  void a_colleague_is_asked_why_and_then_sees_it_without_changing_it() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = browser().open(inspector, "Asked Why");
    SignedIn colleague = people.with(inspector.office(), Role.CASE_MANAGER);

    String asked = browser().read(get("/cases/" + id), colleague, 200);
    assertThat(asked).contains("Why do you open this case?").doesNotContain("Asked Why");
    browser().read(post("/cases/" + id + "/purpose").param("purpose", "curious"), colleague, 422);
    browser().goes(post("/cases/" + id + "/purpose").param("purpose", "cover"), colleague);

    String page = browser().read(get("/cases/" + id), colleague, 200);
    assertThat(page).contains("Asked Why").doesNotContain("/facts/NEEDS");
    browser().read(post("/cases/" + id + "/facts/NEEDS").param("basedOn", "0"), colleague, 404);
  }

  @Test
  void two_people_editing_see_both_versions_and_nothing_is_lost() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    SignedIn colleague = people.with(inspector.office(), Role.FIRST_RESPONDER);
    UUID id = browser().open(inspector, "Edited Twice");
    handling.assign(cases.find(new CaseFile.Id(id)).orElseThrow(), colleague.id(), inspector);
    String path = "/cases/" + id + "/facts/WISH";

    String form = browser().read(get(path), inspector, 200);
    browser().goes(post(path).param("basedOn", "0").param("WISH_WORDS", "home first"), colleague);
    String both =
        browser()
            .read(
                post(path)
                    .param("basedOn", Browser.hidden(form, "basedOn"))
                    .param("WISH_WORDS", "stay here"),
                inspector,
                422);

    assertThat(both).contains("home first", "stay here", "Somebody changed this");
    browser()
        .goes(
            post(path)
                .param("basedOn", Browser.hidden(both, "basedOn"))
                .param("WISH_WORDS", "both wishes"),
            inspector);
    assertThat(browser().read(get(path), inspector, 200))
        .contains("both wishes", "home first", "Version 1");
  }

  @Test
  void a_verdict_needs_who_decided_and_not_a_victim_needs_reasons() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    String path = "/cases/" + browser().open(inspector, "Decided Upon") + "/facts/STATUS";

    String page =
        browser()
            .read(
                post(path).param("basedOn", "1").param("STATUS", "NotAVictimOfTrafficking"),
                inspector,
                422);

    assertThat(page).contains("href=\"#DECIDED_BY\"", "href=\"#STATUS_REASON\"");
  }

  @Test
  void a_person_is_found_by_a_number_in_any_digits_and_writing() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    browser().goes(Browser.opening(id, "Has Papers").param("NUMBERS", "N 123-45678"), inspector);

    assertThat(browser().read(post("/cases/find").param("q", "n๑๒๓๔๕๖๗๘"), inspector, 200))
        .contains("/cases/" + id);
  }

  @Test
  void a_locked_copy_says_so_and_an_erased_one_too() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    SignedIn supervisor = people.with(inspector.office(), Role.SUPERVISOR);
    UUID id = browser().open(inspector, "Locked Then Erased");
    handling.lock(new CaseFile.Id(id), "consent-withdrawn", java.time.Instant.EPOCH);

    assertThat(browser().read(get("/cases/" + id), inspector, 200))
        .contains("This copy is locked", "The consent was taken back")
        .doesNotContain("Locked Then Erased", "/facts/");
    browser().read(get("/cases/" + id + "/facts/NAMES"), inspector, 404);
    browser().read(post("/cases/" + id + "/erase").param("sure", "yes"), inspector, 404);
    browser().read(post("/cases/" + id + "/erase"), supervisor, 422);
    browser().goes(post("/cases/" + id + "/erase").param("sure", "yes"), supervisor);
    assertThat(browser().read(get("/cases/" + id), inspector, 200))
        .contains("This person was erased");
  }

  @Test
  void a_case_is_closed_reopened_and_listed_accordingly() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = browser().open(inspector, "Closed Once");

    browser().goes(post("/cases/" + id + "/move").param("to", "CLOSED_REFERRED"), inspector);

    assertThat(browser().read(get("/cases"), inspector, 200)).doesNotContain(id.toString());
    assertThat(browser().read(get("/cases?show=closed"), inspector, 200)).contains(id.toString());
    assertThat(browser().read(get("/cases/" + id), inspector, 200)).contains("Closed, handed on");
    browser().goes(post("/cases/" + id + "/move").param("to", "ACTIVE"), inspector);
    assertThat(browser().read(get("/cases"), inspector, 200))
        .contains(id.toString(), "Closed Once");
  }

  @Test
  void no_page_of_an_administrator_opens_a_case() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = browser().open(inspector, "Not For Administrators");
    SignedIn administrator = people.with(inspector.office(), Role.ADMINISTRATOR);

    browser().read(get("/cases"), administrator, 404);
    browser().read(get("/cases/" + id), administrator, 404);
    browser().read(post("/cases/" + id + "/erase").param("sure", "yes"), administrator, 404);
  }

  private Browser browser() {
    return new Browser(mvc);
  }
}
