package org.sampan.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.casework.Intake;
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

/// A case of one office, a consent, and the people of two other offices: what tests of referrals
/// share.
@OnANode
abstract class WithACase {

  static final Set<Category> ENOUGH =
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

  SignedIn inspector;
  SignedIn supervisor;
  SignedIn focalPoint;
  SignedIn volunteer;
  Office theirs;
  CaseFile file;

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

  static Referral.Id id(String path) {
    return new Referral.Id(UUID.fromString(path.substring("/referrals/".length())));
  }

  String draft() throws Exception {
    return draft(inspector);
  }

  String draft(SignedIn author) throws Exception {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return goes(form(post("/cases/" + file.id().value() + "/refer"), id), author);
  }

  String sent() throws Exception {
    String path = draft();
    goes(post(path + "/hand-in").param("basedOn", "1"), inspector);
    goes(post(path + "/approve").param("basedOn", "2"), supervisor);
    return path;
  }

  MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder form, UUID id) {
    return form.param("id", id.toString())
        .param("to", recipient().code())
        .param("purpose", "RETURN")
        .param("need", "RECEPTION")
        .param("agreement", "none")
        .param("no-agreement", "Both are here")
        .param("urgency", "ONE_DAY")
        .param("language", "en");
  }

  static MockHttpServletRequestBuilder answer(String inbox, String page, String answer) {
    return post(inbox + "/decide")
        .param("message", hidden(page, "message"))
        .param("answer", answer);
  }

  Recipient recipient() {
    return new Recipient("TH", "th", theirs.code());
  }

  Consent.Id consent(Set<Category> categories) {
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

  void withdraw(Consent.Id id) {
    asking.withdraw(
        consents.find(id).orElseThrow(),
        Consent.Giver.PERSON,
        Consent.Reason.NO_REASON,
        file.id().value(),
        inspector);
  }

  String read(MockHttpServletRequestBuilder request, SignedIn reader, int status) throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(as(reader)).with(csrf())).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
    return response.getContentAsString();
  }

  String goes(MockHttpServletRequestBuilder request, SignedIn reader) throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(as(reader)).with(csrf())).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(303);
    return Objects.requireNonNull(response.getHeader("Location"));
  }

  static String hidden(String page, String name) {
    Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(matcher.find()).as("a field " + name).isTrue();
    return matcher.group(1);
  }

  static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  /// A referral that the other office accepted.
  String accepted() throws Exception {
    String path = sent();
    String inbox = inbox(path);
    goes(
        answer(inbox, read(get(inbox), focalPoint, 200), "ACCEPTED").param("basedOn", "1"),
        focalPoint);
    return path;
  }

  static String inbox(String path) {
    return path.replace("/referrals/", "/inbox/");
  }

  /// The follow-up the volunteer was given for it.
  String given(String path) throws Exception {
    String inbox = inbox(path);
    goes(
        post(inbox + "/tasks")
            .param("form", hidden(read(get(inbox), focalPoint, 200), "form"))
            .param("colleague", volunteer.id().value().toString())
            .param("ask", "Ask how she is")
            .param("never", "The factory"),
        focalPoint);
    return found(read(get("/tasks"), volunteer, 200), "/tasks/[0-9a-f-]{36}");
  }

  /// The volunteer met her and writes down what she found.
  void visited(String task) throws Exception {
    goes(
        post(task + "/visit")
            .param("id", hidden(read(get(task), volunteer, 200), "id"))
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
  }
}
