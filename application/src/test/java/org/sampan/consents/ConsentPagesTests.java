package org.sampan.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Intake;
import org.sampan.casework.PersonName;
import org.sampan.casework.Question;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OnANode
@RecordApplicationEvents
class ConsentPagesTests {

  private static final Set<Category> LITTLE = EnumSet.of(Category.IDENTITY, Category.NEEDS);

  @Autowired MockMvc web;
  @Autowired People people;
  @Autowired Intake intake;
  @Autowired Consents consents;
  @Autowired Clock clock;
  @Autowired ApplicationEvents events;

  private final UUID id = UuidCreator.getTimeOrderedEpoch();

  @Test
  void what_is_read_aloud_stands_in_her_language_beside_the_readers() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    PersonId person = person(inspector);
    Office other = people.office();

    String page =
        read(
            get("/persons/" + person.value() + "/consents/ask")
                .param("purpose", "RETURN")
                .param("to", "TH/th/" + other.code())
                .param("category", "IDENTITY", "NEEDS")
                .param("language", "km"),
            inspector,
            200);

    assertThat(page)
        .contains("<div lang=\"km\">", "<div lang=\"en\">", "Prepare a safe return")
        .contains("You can say no.", "Health of the person");
    assertThat(page.indexOf("<div lang=\"km\">")).isLessThan(page.indexOf("<div lang=\"en\">"));
  }

  @Test
  void a_consent_is_written_down_once_and_then_something_may_leave() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    PersonId person = person(inspector);
    Office other = people.office();

    String to = goes(answer(person, other, "GIVEN"), inspector);
    goes(answer(person, other, "GIVEN"), inspector);

    assertThat(consents.of(person)).hasSize(1);
    assertThat(authority(person, other, LITTLE)).isInstanceOf(Authority.Given.class);
    assertThat(authority(person, other, EnumSet.of(Category.HEALTH)))
        .isEqualTo(new Authority.None(Authority.Why.ALLOWED_LESS));
    assertThat(read(get(to), inspector, 200))
        .contains("Witness Invented", "not her village", "status settled");
  }

  @Test
  void a_withdrawal_is_told_inside_its_transaction_and_nothing_may_leave() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    PersonId person = person(inspector);
    Office other = people.office();
    String to = goes(answer(person, other, "GIVEN"), inspector);

    read(post(to + "/withdraw"), inspector, 422);
    goes(post(to + "/withdraw").param("giver", "PERSON").param("reason", "FEARS_HARM"), inspector);
    goes(post(to + "/withdraw").param("giver", "PERSON"), inspector);

    assertThat(events.stream(ConsentWithdrawn.class))
        .extracting(ConsentWithdrawn::consent)
        .containsExactly(new Consent.Id(id));
    assertThat(authority(person, other, LITTLE))
        .isEqualTo(new Authority.None(Authority.Why.WITHDRAWN));
    assertThat(read(get(to), inspector, 200)).contains("status withdrawn", "The person fears harm");
  }

  @Test
  void a_later_refusal_takes_back_what_was_allowed() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    PersonId person = person(inspector);
    Office other = people.office();
    goes(answer(person, other, "GIVEN"), inspector);

    goes(answer(UuidCreator.getTimeOrderedEpoch(), person, other, "REFUSED"), inspector);

    assertThat(events.stream(ConsentWithdrawn.class)).hasSize(1);
    assertThat(authority(person, other, LITTLE)).isInstanceOf(Authority.None.class);
  }

  @Test
  void going_past_her_answer_is_reviewed_by_somebody_else() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER, Role.SUPERVISOR);
    SignedIn supervisor = people.with(inspector.office(), Role.SUPERVISOR);
    SignedIn elsewhere = people.with(Role.SUPERVISOR);
    PersonId person = person(inspector);
    Office other = people.office();
    String path = "/persons/" + person.value() + "/overrulings";

    read(overruling(path, other).param("explained", " "), inspector, 422);
    goes(overruling(path, other).param("explained", "She lies unconscious"), inspector);

    assertThat(authority(person, other, LITTLE)).isInstanceOf(Authority.Overridden.class);
    assertThat(read(get("/reviews"), supervisor, 200)).contains("/reviews/" + id);
    assertThat(read(get("/"), supervisor, 200)).contains("waits for your review");
    assertThat(read(get("/reviews"), elsewhere, 200)).doesNotContain(id.toString());
    read(get("/reviews/" + id), elsewhere, 404);
    assertThat(read(get("/reviews/" + id), supervisor, 200)).contains("She lies unconscious");

    goes(post("/reviews/" + id).param("finding", "UPHELD"), inspector);
    assertThat(consents.overrulingsOf(person).getFirst().verdict()).isNull();

    goes(post("/reviews/" + id).param("finding", "SET_ASIDE"), supervisor);
    assertThat(authority(person, other, LITTLE)).isInstanceOf(Authority.None.class);
    assertThat(events.stream(OverrulingEnded.class)).hasSize(1);
  }

  @Test
  void whoever_may_not_see_the_case_sees_no_consent_of_it() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    PersonId person = person(inspector);
    Office other = people.office();
    String to = goes(answer(person, other, "GIVEN"), inspector);
    SignedIn stranger = people.with(Role.CASE_MANAGER);

    read(get("/persons/" + person.value() + "/consents"), stranger, 404);
    read(get(to), stranger, 404);
    read(post(to + "/withdraw").param("giver", "PERSON"), stranger, 404);
    read(answer(person, other, "GIVEN"), stranger, 404);
    read(overruling("/persons/" + person.value() + "/overrulings", other), stranger, 404);
  }

  @Test
  void an_answer_without_witness_day_or_a_choice_is_sent_back_whole() throws Exception {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    PersonId person = person(inspector);
    Office other = people.office();

    String page =
        read(
            scope(post("/persons/" + person.value() + "/consents"), other)
                .param("id", id.toString())
                .param("giver", "GUARDIAN")
                .param("withheld", "the name of her village")
                .param("day-day", "31")
                .param("day-month", "2")
                .param("day-year", "2569"),
            inspector,
            422);

    assertThat(page)
        .contains("href=\"#answer\"", "href=\"#giver-name\"", "href=\"#witness\"", "href=\"#day\"")
        .contains("the name of her village", "value=\"2569\"");
    assertThat(consents.of(person)).isEmpty();
  }

  private Authority authority(PersonId person, Office to, Set<Category> categories) {
    return consents.authorityFor(
        person, Purpose.RETURN, new Consents.To("th", to.code()), categories, clock.instant());
  }

  private PersonId person(SignedIn owner) {
    Intake.Opening opening =
        new Intake.Opening(
            new CaseFile.Id(UuidCreator.getTimeOrderedEpoch()),
            null,
            Map.of(Question.LANGUAGES, List.of("km")),
            List.of(new PersonName("Consent Invented", PersonName.Kind.OFFICIAL, "")));
    return intake.open(opening, owner).person();
  }

  private MockHttpServletRequestBuilder answer(PersonId person, Office other, String answer) {
    return answer(id, person, other, answer);
  }

  private static MockHttpServletRequestBuilder answer(
      UUID id, PersonId person, Office other, String answer) {
    return scope(post("/persons/" + person.value() + "/consents"), other)
        .param("id", id.toString())
        .param("answer", answer)
        .param("giver", "PERSON")
        .param("witness", "Witness Invented")
        .param("withheld", "not her village")
        .param("day-day", "1")
        .param("day-month", "2")
        .param("day-year", "2569");
  }

  private MockHttpServletRequestBuilder overruling(String path, Office other) {
    return scope(post(path), other).param("id", id.toString()).param("reason", "LIFE_IN_DANGER");
  }

  private static MockHttpServletRequestBuilder scope(
      MockHttpServletRequestBuilder request, Office other) {
    return request
        .param("purpose", "RETURN")
        .param("to", "TH/th/" + other.code())
        .param("category", "IDENTITY", "NEEDS")
        .param("language", "km");
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
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
    return response.getContentAsString();
  }
}
