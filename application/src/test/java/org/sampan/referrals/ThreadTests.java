package org.sampan.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.casework.Intake;
import org.sampan.casework.RiverSource;
import org.sampan.consents.Asking;
import org.sampan.consents.Category;
import org.sampan.consents.Consent;
import org.sampan.consents.Consents;
import org.sampan.consents.Purpose;
import org.sampan.consents.Recipient;
import org.sampan.consents.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The whole thread between two offices of one node: what crosses a border goes the same way, in an
/// envelope.
@OnANode
class ThreadTests {

  private static final Set<Category> ENOUGH =
      EnumSet.of(
          Category.IDENTITY,
          Category.CONTACT,
          Category.ORIGIN_AND_FAMILY,
          Category.NEEDS,
          Category.RISK,
          Category.WISHES);

  @Autowired MockMvc web;
  @Autowired People people;
  @Autowired Intake intake;
  @Autowired Cases cases;
  @Autowired Consents consents;
  @Autowired Asking asking;
  @Autowired River river;
  @Autowired Referrals referrals;
  @Autowired ReceivedReferrals received;
  @Autowired Audit audit;

  private SignedIn inspector;
  private SignedIn supervisor;
  private SignedIn focalPoint;
  private SignedIn volunteer;
  private Office theirs;
  private CaseFile file;

  @BeforeEach
  void peopleAndACase() {
    Office ours = people.office();
    theirs = people.office();
    inspector = people.with(ours, Role.FIRST_RESPONDER);
    supervisor = people.with(ours, Role.SUPERVISOR);
    focalPoint = people.with(theirs, Role.FOCAL_POINT);
    volunteer = people.with(Role.VOLUNTEER);
    CaseFile.Id id = new CaseFile.Id(UuidCreator.getTimeOrderedEpoch());
    intake.open(new Intake.Opening(id, null, Files.ALL, Files.NAMES), inspector);
    file = cases.find(id).orElseThrow();
  }

  @Test
  void a_referral_goes_out_is_approved_accepted_followed_up_and_fed_back() throws Exception {
    consent(ENOUGH);
    String path = draft();
    String review = read(get(path), inspector, 200);
    assertThat(review)
        .contains("ស្រី ម៉ុម", "typed for DO_NOT_CONTACT", "not allowed by the person")
        .doesNotContain("typed for NEEDS_NOTE", "typed for NUMBERS", "typed for STATUS_REASON");
    goes(post(path + "/hand-in").param("basedOn", "1"), inspector);

    String waiting = read(get("/"), supervisor, 200);
    assertThat(waiting).contains("One referral waits for your approval");
    assertThat(read(get(path), supervisor, 200)).contains("ស្រី ម៉ុម", path + "/approve");
    goes(post(path + "/approve").param("basedOn", "2"), supervisor);

    String inbox = path.replace("/referrals/", "/inbox/");
    assertThat(read(get("/inbox"), focalPoint, 200)).contains(inbox, "Our office: decide");
    String asked = read(get(inbox), focalPoint, 200);
    assertThat(asked).contains("ស្រី ម៉ុម", "typed for DO_NOT_CONTACT", "Receive the person");
    goes(answer(inbox, asked, "ACCEPTED").param("basedOn", "1"), focalPoint);
    assertThat(read(get(path), inspector, 200)).contains("Accepted");

    String accepted = read(get(inbox), focalPoint, 200);
    goes(
        post(inbox + "/tasks")
            .param("form", hidden(accepted, "form"))
            .param("colleague", volunteer.id().value().toString())
            .param("ask", "Ask how she is")
            .param("never", "The factory"),
        focalPoint);
    String tasks = read(get("/tasks"), volunteer, 200);
    String task = found(tasks, "/tasks/[0-9a-f-]{36}");
    String page = read(get(task), volunteer, 200);
    assertThat(page)
        .contains(
            "ស្រី ម៉ុម",
            "Ask how she is",
            "The factory",
            "typed for DO_NOT_CONTACT",
            "typed for REACH")
        .doesNotContain("typed for WISH_WORDS", "typed for KIN");
    goes(
        post(task + "/visit")
            .param("id", hidden(page, "id"))
            .param("basedOn", "1")
            .param("day-day", "1")
            .param("day-month", "1")
            .param("day-year", "2026")
            .param("met", "yes")
            .param("safe", "yes")
            .param("recontact", "no")
            .param("wellbeing", "4")
            .param("needs", "work")
            .param("wishes", "stay")
            .param("note", "Only for the office"),
        volunteer);
    assertThat(read(get(task), volunteer, 200)).doesNotContain("typed for REACH", "ស្រី ម៉ុម");

    String visited = read(get(inbox), focalPoint, 200);
    assertThat(visited).contains("Only for the office", "Feedback to the sender");
    goes(
        post(inbox + "/feedback")
            .param("basedOn", hidden(visited, "basedOn"))
            .param("message", hidden(visited, "message"))
            .param("task", hidden(visited, "task"))
            .param("keep", "RECONTACT"),
        focalPoint);

    String heard = read(get(path), inspector, 200);
    assertThat(heard).contains("Feedback given", "Good", "Met the person");
    assertThat(heard).doesNotContain("Only for the office", "came near again");
    assertThat(river.crossingsOf(file.id()))
        .extracting(RiverSource.Crossing::words)
        .contains("referrals.river.request", "referrals.is.accepted", "referrals.is.fed-back");
    assertThat(read(get("/cases/" + file.id().value()), inspector, 200)).contains(path);
    assertThat(audit.read(Audit.Query.ALL.inCase(file.id().value()), 100))
        .extracting(Entry::act)
        .contains(
            "referrals.referral.made",
            "referrals.referral.handed-in",
            "referrals.referral.approved",
            "referrals.referral.answered-feedback");
  }

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
    String path = sent();
    String inbox = path.replace("/referrals/", "/inbox/");
    goes(
        answer(inbox, read(get(inbox), focalPoint, 200), "ACCEPTED").param("basedOn", "1"),
        focalPoint);
    goes(
        post(inbox + "/tasks")
            .param("form", hidden(read(get(inbox), focalPoint, 200), "form"))
            .param("colleague", volunteer.id().value().toString())
            .param("ask", "Ask how she is"),
        focalPoint);
    String task = found(read(get("/tasks"), volunteer, 200), "/tasks/[0-9a-f-]{36}");

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
    String path = sent();
    String page = read(get(path), inspector, 200);
    goes(
        post(path + "/cancel").param("basedOn", "3").param("message", hidden(page, "message")),
        inspector);

    assertThat(read(get(path.replace("/referrals/", "/inbox/")), focalPoint, 200))
        .contains("This copy is locked", "Taken back by the sender")
        .doesNotContain("ស្រី ម៉ុម");
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

  private static Referral.Id id(String path) {
    return new Referral.Id(UUID.fromString(path.substring("/referrals/".length())));
  }

  private String draft() throws Exception {
    return draft(inspector);
  }

  private String draft(SignedIn author) throws Exception {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return goes(form(post("/cases/" + file.id().value() + "/refer"), id), author);
  }

  private String sent() throws Exception {
    String path = draft();
    goes(post(path + "/hand-in").param("basedOn", "1"), inspector);
    goes(post(path + "/approve").param("basedOn", "2"), supervisor);
    return path;
  }

  private MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder form, UUID id) {
    return form.param("id", id.toString())
        .param("to", recipient().code())
        .param("purpose", "RETURN")
        .param("need", "RECEPTION")
        .param("agreement", "none")
        .param("no-agreement", "Both are here")
        .param("urgency", "ONE_DAY")
        .param("language", "en");
  }

  private static MockHttpServletRequestBuilder answer(String inbox, String page, String answer) {
    return post(inbox + "/decide")
        .param("message", hidden(page, "message"))
        .param("answer", answer);
  }

  private Recipient recipient() {
    return new Recipient("TH", "th", theirs.code());
  }

  private Consent.Id consent(Set<Category> categories) {
    Consent.Id id = new Consent.Id(UuidCreator.getTimeOrderedEpoch());
    asking.record(
        new Asking.Heard(
            id,
            file.person(),
            file.id().value(),
            new Scope(Purpose.RETURN, recipient(), categories),
            Consent.Answer.GIVEN,
            Consent.Giver.PERSON,
            "km",
            LocalDate.parse("2026-01-01"),
            null,
            Consent.Spoken.NOTHING),
        inspector);
    return id;
  }

  private void withdraw(Consent.Id id) {
    asking.withdraw(
        consents.find(id).orElseThrow(),
        Consent.Giver.PERSON,
        Consent.Reason.NO_REASON,
        file.id().value(),
        inspector);
  }

  private String read(MockHttpServletRequestBuilder request, SignedIn reader, int status)
      throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(as(reader)).with(csrf())).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
    return response.getContentAsString();
  }

  private String goes(MockHttpServletRequestBuilder request, SignedIn reader) throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(as(reader)).with(csrf())).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(303);
    return Objects.requireNonNull(response.getHeader("Location"));
  }

  private static String hidden(String page, String name) {
    Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(matcher.find()).as("a field " + name).isTrue();
    return matcher.group(1);
  }

  private static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }
}
