package org.sampan.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.casework.CaseFile;
import org.sampan.casework.RiverSource;
import org.sampan.web.Language;

/// The whole thread between two offices of one node: what crosses a border goes the same way, in an
/// envelope.
class ThreadTests extends WithACase {

  @Test
  void the_author_sees_what_goes_and_what_stays() throws Exception {
    consent(ENOUGH);

    assertThat(read(get(draft()), inspector, 200))
        .contains("ស្រី ម៉ុម", "typed for DO_NOT_CONTACT", "not allowed by the person")
        .doesNotContain("typed for NEEDS_NOTE", "typed for NUMBERS", "typed for STATUS_REASON");
  }

  @Test
  void somebody_else_approves_what_she_sees() throws Exception {
    consent(ENOUGH);
    String path = draft();
    goes(post(path + "/hand-in").param("basedOn", "1"), inspector);

    assertThat(read(get("/"), supervisor, 200)).contains("One referral waits for your approval");
    assertThat(read(get("/referrals?show=approve"), supervisor, 200)).contains(path);
    assertThat(read(get(path), supervisor, 200)).contains("ស្រី ម៉ុម", path + "/approve");
    goes(post(path + "/approve").param("basedOn", "2"), supervisor);
    assertThat(read(get(path), inspector, 200)).contains("Approved and sent");
  }

  @Test
  void the_office_that_is_asked_finds_it_in_its_inbox_and_decides() throws Exception {
    consent(ENOUGH);
    String path = sent();

    assertThat(read(get("/"), focalPoint, 200)).contains("One referral waits for your office");
    assertThat(read(get("/inbox"), focalPoint, 200)).contains(inbox(path), "Our office: decide");
    String asked = read(get(inbox(path)), focalPoint, 200);
    assertThat(asked).contains("ស្រី ម៉ុម", "typed for DO_NOT_CONTACT", "Receive the person");
    goes(answer(inbox(path), asked, "ACCEPTED").param("basedOn", "1"), focalPoint);
    assertThat(read(get(path), inspector, 200)).contains("Accepted");
  }

  @Test
  void a_refusal_names_its_reason_and_is_heard() throws Exception {
    consent(ENOUGH);
    String path = sent();
    String asked = read(get(inbox(path)), focalPoint, 200);

    assertThat(read(answer(inbox(path), asked, "REFUSED").param("basedOn", "1"), focalPoint, 422))
        .contains("href=\"#reason\"");
    goes(
        answer(inbox(path), asked, "REFUSED")
            .param("basedOn", "1")
            .param("reason", "NO_CAPACITY")
            .param("words", "Ask again in May"),
        focalPoint);

    assertThat(read(get(path), inspector, 200))
        .contains("Refused", "No place or people now", "Ask again in May");
  }

  @Test
  void a_volunteer_sees_her_task_and_what_it_needs_and_nothing_else() throws Exception {
    consent(ENOUGH);
    String task = given(accepted());

    assertThat(read(get(task), volunteer, 200))
        .contains("ស្រី ម៉ុម", "Ask how she is", "The factory", "typed for DO_NOT_CONTACT")
        .contains("typed for REACH")
        .doesNotContain("typed for WISH_WORDS", "typed for KIN");
    visited(task);
    assertThat(read(get(task), volunteer, 200)).doesNotContain("typed for REACH", "ស្រី ម៉ុម");
  }

  @Test
  void only_what_she_allowed_and_nobody_keeps_back_is_told_back() throws Exception {
    consent(ENOUGH);
    String path = accepted();
    visited(given(path));
    String visited = read(get(inbox(path)), focalPoint, 200);
    assertThat(visited).contains("Only for the office", "Feedback to the sender");

    goes(
        post(inbox(path) + "/feedback")
            .param("basedOn", hidden(visited, "basedOn"))
            .param("message", hidden(visited, "message"))
            .param("task", hidden(visited, "task"))
            .param("keep", "RECONTACT"),
        focalPoint);

    assertThat(read(get(path), inspector, 200))
        .contains("Feedback given", "Good", "Met the person")
        .doesNotContain("Only for the office", "came near again");
    assertThat(river.crossingsOf(file.id()))
        .extracting(RiverSource.Crossing::words)
        .contains("referrals.river.request", "referrals.is.accepted", "referrals.is.fed-back");
    assertThat(read(get("/cases/" + file.id().value()), inspector, 200)).contains(path);
    assertThat(audit.read(Audit.Query.ALL.inCase(file.id().value()), 100))
        .extracting(Entry::act)
        .contains("referrals.referral.approved", "referrals.referral.answered-feedback");
  }

  @Test
  void the_case_of_the_office_that_is_asked_shows_what_it_did_on_its_own_bank() throws Exception {
    consent(ENOUGH);
    String path = accepted();
    visited(given(path));
    CaseFile.Id copy = received.find(new Received.Id(id(path).value())).orElseThrow().caseFile();

    assertThat(river.nearActsOf(copy))
        .extracting(RiverSource.NearAct::words, act -> Objects.requireNonNull(act.by()))
        .containsExactly(
            tuple("referrals.is.accepted", focalPoint.id()),
            tuple("referrals.is.task-given", focalPoint.id()),
            tuple("referrals.is.visited", volunteer.id()));
    assertThat(river.nearActsOf(file.id())).isEmpty();
    assertThat(read(get("/cases/" + copy.value()), focalPoint, 200))
        .contains("Follow-up given", "Follow-up done", focalPoint.name(), volunteer.name());
  }

  @Test
  void the_other_office_is_named_in_the_language_of_the_reader() throws Exception {
    consent(ENOUGH);
    sent();

    RiverSource.Bank far = river.crossingsOf(file.id()).getFirst().far();

    assertThat(theirs.nativeName()).isNotEqualTo(theirs.latinName());
    assertThat(far.office().in(Language.THAI)).isEqualTo(theirs.nativeName());
    assertThat(far.office().in(Language.KHMER)).isEqualTo(theirs.latinName());
    assertThat(far.office().in(Language.ENGLISH)).isEqualTo(theirs.latinName());
  }

  @Test
  void a_translation_stands_beside_the_original_with_a_name() throws Exception {
    consent(ENOUGH);
    String inbox = sent().replace("/referrals/", "/inbox/");
    goes(
        post(inbox + "/translations")
            .param("form", UUID.randomUUID().toString())
            .param("item", "WISH_WORDS")
            .param("language", "km")
            .param("text", "ចង់ទៅផ្ទះ"),
        focalPoint);

    assertThat(read(get(inbox), focalPoint, 200))
        .contains("typed for WISH_WORDS", "ចង់ទៅផ្ទះ", "Translated by " + focalPoint.name());
  }

  @Test
  void it_is_sent_back_changed_and_handed_in_again() throws Exception {
    consent(ENOUGH);
    String path = draft();
    goes(post(path + "/hand-in").param("basedOn", "1"), inspector);

    assertThat(read(post(path + "/send-back").param("basedOn", "2"), supervisor, 422))
        .contains("href=\"#reason\"");
    goes(
        post(path + "/send-back").param("basedOn", "2").param("reason", "Less please"), supervisor);

    assertThat(read(get("/"), inspector, 200)).contains("was sent back");
    assertThat(read(get(path), inspector, 200)).contains("Less please");
    goes(post(path + "/keep").param("basedOn", "3").param("keep", "REACH", "WHEN"), inspector);
    goes(post(path + "/hand-in").param("basedOn", "4"), inspector);
    String approval = read(get(path), supervisor, 200);
    assertThat(approval).contains("kept back by the author").doesNotContain("typed for REACH");
  }
}
