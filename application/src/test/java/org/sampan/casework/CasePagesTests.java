package org.sampan.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OnANode
class CasePagesTests {

  @Autowired MockMvc web;
  @Autowired People people;
  @Autowired Handling handling;
  @Autowired Cases cases;

  @Test
  void danger_is_asked_before_anything_else() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);

    String page = read(get("/cases/new"), inspector, 200);

    assertThat(page).contains("name=\"DANGER\"", "tel:191", "action=\"/cases/new/person\"");
    assertThat(page).doesNotContain("name=\"name-0\"");
  }

  @Test
  void a_case_is_opened_and_shown_with_both_eras_and_codes() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = UuidCreator.getTimeOrderedEpoch();

    String to =
        goes(
            opening(id, "ស្រី ណា Page")
                .param("BIRTH-year", "2547")
                .param("SEX", "Feminine")
                .param("NATIONALITY", "KH", "")
                .param("LANGUAGES", "km", "")
                .param("PLACE", "KH-1")
                .param("NEEDS", "shelter", "legal-aid")
                .param("DANGER", "yes"),
            inspector);
    String page = read(get(to), inspector, 200);

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
        read(
            opening(id, " ").param("KIN", "<b>mother</b>").param("BIRTH-year", "2099"),
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
        read(
            opening(UuidCreator.getTimeOrderedEpoch(), "Typed Already").param("more", "names"),
            inspector,
            200);

    assertThat(page).contains("Typed Already", "id=\"name-3\"");
  }

  @Test
  void a_person_likely_known_is_shown_before_the_case_is_opened() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID first = open(inspector, "Trần Thị Gặp Lại");
    UUID second = UuidCreator.getTimeOrderedEpoch();

    String known = read(opening(second, "Gap Lai Tran Thi"), inspector, 200);

    assertThat(known).contains("Is this person known already?", "/cases/" + first, "Trần Thị Gặp Lại");
    assertThat(cases.file(new CaseFile.Id(second))).isEmpty();

    String to =
        goes(opening(second, "Gap Lai Tran Thi").param("seen", hidden(known, "seen")), inspector);

    assertThat(to).isEqualTo("/cases/" + second);
  }

  @Test
  void a_match_of_another_office_shows_neither_content_nor_office() throws Exception {
    SignedIn there = people.with(Role.FIRST_RESPONDER);
    UUID hidden = open(there, "Singular Elsewhere");
    SignedIn here = people.with(Role.FIRST_RESPONDER);

    String page = read(opening(UuidCreator.getTimeOrderedEpoch(), "elsewhere singular"), here, 200);

    assertThat(page).contains("Another office may know this person");
    assertThat(page).doesNotContain(hidden.toString(), "Singular Elsewhere", there.office().code());
    assertThat(read(post("/cases/find").param("q", "Singular Elsewhere"), here, 200))
        .contains("Nobody was found")
        .doesNotContain(hidden.toString());
  }

  @Test
  void a_case_that_is_absent_and_one_of_others_look_the_same() throws Exception {
    UUID hidden = open(people.with(Role.FIRST_RESPONDER), "Nobody Sees");
    SignedIn stranger = people.with(Role.CASE_MANAGER);

    String theirs = read(get("/cases/" + hidden), stranger, 404);
    String absent = read(get("/cases/" + new UUID(1, 1)), stranger, 404);

    assertThat(plain(theirs, hidden)).isEqualTo(plain(absent, new UUID(1, 1)));
    for (String path : new String[] {"/facts/NAMES", "/handling"}) {
      read(get("/cases/" + hidden + path), stranger, 404);
    }
    read(post("/cases/" + hidden + "/purpose").param("purpose", "cover"), stranger, 404);
    read(post("/cases/" + hidden + "/facts/NEEDS").param("basedOn", "0"), stranger, 404);
    read(post("/cases/" + hidden + "/move").param("to", "CLOSED"), stranger, 404);
  }

  @Test
  void a_colleague_is_asked_why_and_then_sees_it_without_changing_it() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = open(inspector, "Asked Why");
    SignedIn colleague = people.with(inspector.office(), Role.CASE_MANAGER);

    String asked = read(get("/cases/" + id), colleague, 200);
    assertThat(asked).contains("Why do you open this case?").doesNotContain("Asked Why");
    read(post("/cases/" + id + "/purpose").param("purpose", "curious"), colleague, 422);
    goes(post("/cases/" + id + "/purpose").param("purpose", "cover"), colleague);

    String page = read(get("/cases/" + id), colleague, 200);
    assertThat(page).contains("Asked Why").doesNotContain("/facts/NEEDS");
    read(post("/cases/" + id + "/facts/NEEDS").param("basedOn", "0"), colleague, 404);
  }

  @Test
  void two_people_editing_see_both_versions_and_nothing_is_lost() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    SignedIn colleague = people.with(inspector.office(), Role.FIRST_RESPONDER);
    UUID id = open(inspector, "Edited Twice");
    handling.assign(cases.find(new CaseFile.Id(id)).orElseThrow(), colleague.id(), inspector);
    String path = "/cases/" + id + "/facts/WISH";

    String form = read(get(path), inspector, 200);
    goes(post(path).param("basedOn", "0").param("WISH_WORDS", "home first"), colleague);
    String both =
        read(
            post(path).param("basedOn", hidden(form, "basedOn")).param("WISH_WORDS", "stay here"),
            inspector,
            422);

    assertThat(both).contains("home first", "stay here", "Somebody changed this");
    goes(
        post(path).param("basedOn", hidden(both, "basedOn")).param("WISH_WORDS", "both wishes"),
        inspector);
    assertThat(read(get(path), inspector, 200)).contains("both wishes", "home first", "Version 1");
  }

  @Test
  void a_verdict_needs_who_decided_and_not_a_victim_needs_reasons() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    String path = "/cases/" + open(inspector, "Decided Upon") + "/facts/STATUS";

    String page =
        read(
            post(path).param("basedOn", "1").param("STATUS", "NotAVictimOfTrafficking"),
            inspector,
            422);

    assertThat(page).contains("href=\"#DECIDED_BY\"", "href=\"#STATUS_REASON\"");
  }

  @Test
  void a_person_is_found_by_a_number_in_any_digits_and_writing() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    goes(opening(id, "Has Papers").param("NUMBERS", "N 123-45678"), inspector);

    assertThat(read(post("/cases/find").param("q", "n๑๒๓๔๕๖๗๘"), inspector, 200))
        .contains("/cases/" + id);
  }

  @Test
  void a_locked_copy_says_so_and_an_erased_one_too() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    SignedIn supervisor = people.with(inspector.office(), Role.SUPERVISOR);
    UUID id = open(inspector, "Locked Then Erased");
    handling.lock(new CaseFile.Id(id), "consent-withdrawn", java.time.Instant.EPOCH);

    assertThat(read(get("/cases/" + id), inspector, 200))
        .contains("This copy is locked", "The consent was taken back")
        .doesNotContain("Locked Then Erased", "/facts/");
    read(get("/cases/" + id + "/facts/NAMES"), inspector, 404);
    read(post("/cases/" + id + "/erase").param("sure", "yes"), inspector, 404);
    read(post("/cases/" + id + "/erase"), supervisor, 422);
    goes(post("/cases/" + id + "/erase").param("sure", "yes"), supervisor);
    assertThat(read(get("/cases/" + id), inspector, 200)).contains("This person was erased");
  }

  @Test
  void a_case_is_closed_reopened_and_listed_accordingly() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = open(inspector, "Closed Once");

    goes(post("/cases/" + id + "/move").param("to", "CLOSED_REFERRED"), inspector);

    assertThat(read(get("/cases"), inspector, 200)).doesNotContain(id.toString());
    assertThat(read(get("/cases?show=closed"), inspector, 200)).contains(id.toString());
    assertThat(read(get("/cases/" + id), inspector, 200)).contains("Closed, handed on");
    goes(post("/cases/" + id + "/move").param("to", "ACTIVE"), inspector);
    assertThat(read(get("/cases"), inspector, 200)).contains(id.toString(), "Closed Once");
  }

  @Test
  void no_page_of_an_administrator_opens_a_case() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    UUID id = open(inspector, "Not For Administrators");
    SignedIn administrator = people.with(inspector.office(), Role.ADMINISTRATOR);

    read(get("/cases"), administrator, 404);
    read(get("/cases/" + id), administrator, 404);
    read(post("/cases/" + id + "/erase").param("sure", "yes"), administrator, 404);
  }

  /// A page without what differs from request to request.
  private static String plain(String page, UUID id) {
    return page.replace(id.toString(), "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private UUID open(SignedIn reader, String name) throws Exception {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    goes(opening(id, name), reader);
    return id;
  }

  private static MockHttpServletRequestBuilder opening(UUID id, String name) {
    return post("/cases")
        .param("id", id.toString())
        .param("name-0", name)
        .param("kind-0", "OFFICIAL");
  }

  private String goes(MockHttpServletRequestBuilder request, SignedIn reader) throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(csrf()).with(as(reader))).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(303);
    return String.valueOf(response.getHeader("Location"));
  }

  private String read(MockHttpServletRequestBuilder request, SignedIn reader, int status)
      throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(csrf()).with(as(reader))).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(status);
    return response.getContentAsString();
  }

  private static String hidden(String page, String field) {
    Matcher found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(field).isTrue();
    return found.group(1);
  }
}
