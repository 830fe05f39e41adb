package org.sampan.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Category;
import org.sampan.consents.Consent;

/// What may not happen to a referral, and does not.
class GuardTests extends WithACase {

  @Test
  void without_consent_the_page_says_which_is_missing_and_nothing_can_be_handed_in()
      throws Exception {
    String path = draft();

    String review = read(get(path), inspector, 200);
    String refused = read(post(path + "/hand-in").param("basedOn", "1"), inspector, 422);

    assertThat(review)
        .contains("This may not be sent yet", "/consents/ask?purpose=RETURN", "category=IDENTITY")
        .doesNotContain("Ask for approval", "typed for REACH");
    assertThat(refused).contains("This may not be sent yet");
    assertThat(referrals.find(id(path)).orElseThrow().state()).isEqualTo(Referral.State.DRAFT);
  }

  @Test
  void what_she_has_not_allowed_is_never_drawn() throws Exception {
    consent(EnumSet.of(Category.NEEDS));

    String review = read(get(draft()), inspector, 200);

    assertThat(review).contains("Less goes than would help", "not allowed by the person");
    assertThat(review).doesNotContain("Srey Mom", "typed for REACH", "typed for DO_NOT_CONTACT");
  }

  @Test
  void whoever_wrote_it_never_approves_it() throws Exception {
    consent(ENOUGH);
    String path = draft(supervisor);
    goes(post(path + "/hand-in").param("basedOn", "1"), supervisor);

    String page = read(get(path), supervisor, 200);
    String refused = read(post(path + "/approve").param("basedOn", "2"), supervisor, 422);

    assertThat(page).contains("somebody else must approve it").doesNotContain(path + "/approve");
    assertThat(refused).contains("You wrote this referral");
    assertThat(referrals.find(id(path)).orElseThrow().state()).isEqualTo(Referral.State.WAITING);
    assertThat(received.find(new Received.Id(id(path).value()))).isEmpty();
  }

  @Test
  void a_consent_withdrawn_before_approval_stops_it() throws Exception {
    Consent.Id consent = consent(ENOUGH);
    String path = draft();
    goes(post(path + "/hand-in").param("basedOn", "1"), inspector);
    withdraw(consent);

    String page = read(post(path + "/approve").param("basedOn", "2"), supervisor, 422);

    assertThat(page).contains("Not sent: no consent allows it.");
    assertThat(received.find(new Received.Id(id(path).value()))).isEmpty();
  }

  @Test
  void a_consent_withdrawn_afterwards_locks_the_copy_its_case_and_its_tasks() throws Exception {
    Consent.Id consent = consent(ENOUGH);
    String path = accepted();
    String inbox = inbox(path);
    String task = given(path);

    withdraw(consent);

    assertThat(read(get(inbox), focalPoint, 200))
        .contains("This copy is locked", "Consent withdrawn")
        .doesNotContain("ស្រី ម៉ុម", "typed for");
    assertThat(read(get(task), volunteer, 200))
        .contains("Do not go there")
        .doesNotContain("ស្រី ម៉ុម", "Ask how she is");
    CaseFile.Id copy = received.find(new Received.Id(id(path).value())).orElseThrow().caseFile();
    assertThat(cases.find(copy).orElseThrow().isReadable()).isFalse();
    assertThat(read(get(path), inspector, 200)).contains("Consent withdrawn");
    read(
        answer(
                inbox,
                "name=\"message\" value=\"" + UuidCreator.getTimeOrderedEpoch() + "\"",
                "REFUSED")
            .param("reason", "OTHER")
            .param("basedOn", "2"),
        focalPoint,
        422);
  }

  @Test
  void two_who_change_the_same_draft_see_both_versions() throws Exception {
    String path = draft();
    goes(form(post(path + "/change"), id(path).value()).param("basedOn", "1"), supervisor);

    String page =
        read(
            form(post(path + "/change"), id(path).value())
                .param("basedOn", "1")
                .param("no-agreement", "Mine"),
            inspector,
            422);

    assertThat(page).contains("Somebody changed it meanwhile");
    assertThat(hidden(page, "basedOn")).isEqualTo("2");
  }

  @Test
  void the_same_form_twice_makes_one_referral() throws Exception {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String first = goes(form(post("/cases/" + file.id().value() + "/refer"), id), inspector);
    String again = goes(form(post("/cases/" + file.id().value() + "/refer"), id), inspector);

    assertThat(again).isEqualTo(first);
    assertThat(referrals.of(file.id())).hasSize(1);
  }

  @Test
  void taken_back_after_it_left_nothing_of_it_opens_there() throws Exception {
    consent(ENOUGH);
    String path = accepted();
    String task = given(path);
    String page = read(get(path), inspector, 200);
    goes(
        post(path + "/cancel")
            .param("basedOn", hidden(page, "basedOn"))
            .param("message", hidden(page, "message")),
        inspector);

    String taken = read(get(inbox(path)), focalPoint, 200);
    assertThat(taken)
        .contains("This copy is locked", "Taken back by the sender")
        .doesNotContain("ស្រី ម៉ុម", inbox(path) + "/decide", inbox(path) + "/tasks");
    assertThat(read(get(task), volunteer, 200)).contains("Do not go there");
  }

  @Test
  void what_is_absent_and_what_is_others_look_the_same() throws Exception {
    consent(ENOUGH);
    String path = sent();
    SignedIn stranger = people.with(Role.FOCAL_POINT);
    SignedIn other = people.with(Role.VOLUNTEER);

    read(get(path.replace("/referrals/", "/inbox/")), stranger, 404);
    read(get(path), people.with(Role.CASE_MANAGER), 404);
    read(get("/cases/" + file.id().value() + "/refer"), people.with(Role.CASE_MANAGER), 404);
    read(get("/inbox"), other, 404);
    read(get("/tasks/" + UUID.randomUUID()), other, 404);
    read(post(path + "/approve").param("basedOn", "2"), inspector, 404);
  }

  @Test
  void a_form_with_nothing_chosen_comes_back_with_every_problem() throws Exception {
    String page =
        read(
            post("/cases/" + file.id().value() + "/refer")
                .param("id", UuidCreator.getTimeOrderedEpoch().toString())
                .param("agreement", "none"),
            inspector,
            422);

    for (String field : List.of("to", "purpose", "need", "no-agreement", "urgency", "language")) {
      assertThat(page).contains("href=\"#" + field + "\"");
    }
  }
}
