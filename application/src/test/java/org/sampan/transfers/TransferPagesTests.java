package org.sampan.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.casework.Intake;
import org.sampan.consents.Consent;
import org.sampan.consents.Purpose;
import org.sampan.exchange.MessageId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/// The pages of transfers: who sees what of them, and what a form says when something is missing.
@OnANode
class TransferPagesTests {

  @Autowired MockMvc web;
  @Autowired People people;
  @Autowired Intake intake;
  @Autowired Cases cases;
  @Autowired Transfers transfers;
  @Autowired TransactionTemplate transaction;

  private SignedIn worker;
  private SignedIn supervisor;
  private CaseFile file;

  @BeforeEach
  void aCase() {
    Office office = people.office();
    worker = people.with(office, Role.CASE_MANAGER);
    supervisor = people.with(office, Role.SUPERVISOR);
    CaseFile.Id id = new CaseFile.Id(UuidCreator.getTimeOrderedEpoch());
    intake.open(new Intake.Opening(id, null, Map.of(), List.of()), worker);
    file = cases.find(id).orElseThrow();
  }

  private String kept(boolean ours, Transfer.State state) {
    Instant now = Instant.parse("2026-11-22T05:00:00Z");
    Transfer.By by = ours ? Offering.by(worker) : null;
    Transfer one =
        new Transfer(
            new Transfer.Id(UuidCreator.getTimeOrderedEpoch()),
            ours,
            file.id(),
            file.person(),
            new Transfer.Other("kh", "kh-focal-point"),
            new Transfer.Terms(
                MessageId.next(),
                Purpose.RETURN,
                Transfer.Why.OTHER,
                Consent.Giver.GUARDIAN,
                LocalDate.parse("2026-11-20"),
                ours ? UUID.randomUUID() : null),
            state,
            "",
            1,
            by,
            now,
            new Transfer.Changed(now, by));
    transaction.executeWithoutResult(done -> transfers.add(one));
    return one.path();
  }

  @Test
  void the_page_says_who_holds_the_case_and_lets_only_the_second_person_approve() throws Exception {
    String path = kept(true, Transfer.State.WAITING);

    assertThat(read(get(path), worker, 200))
        .contains(
            "We hold it", "somebody else must approve it", "The guardian", path + "/take-back")
        .doesNotContain(path + "/approve");
    assertThat(read(get(path), supervisor, 200)).contains(path + "/approve");
    assertThat(read(get("/transfers"), supervisor, 200)).contains(path);
    assertThat(read(get("/"), supervisor, 200)).contains("One transfer of a case waits for you");
    assertThat(read(post(path + "/approve").param("basedOn", "1"), worker, 404)).isNotEmpty();
    read(get(path), people.with(Role.CASE_MANAGER), 404);
  }

  @Test
  void the_office_that_is_asked_answers_and_says_why_when_it_does_not_take_the_case()
      throws Exception {
    String path = kept(false, Transfer.State.OFFERED);
    String message = UuidCreator.getTimeOrderedEpoch().toString();

    assertThat(read(get(path), supervisor, 200))
        .contains("kh-focal-point holds it", path + "/decide")
        .doesNotContain(path + "/take-back");
    assertThat(read(decide(path, message, ""), supervisor, 422)).contains("href=\"#answer\"");
    assertThat(read(decide(path, message, "REFUSED"), supervisor, 422))
        .contains("href=\"#reason\"");
    read(decide(path, message, "REFUSED"), worker, 404);
  }

  private static MockHttpServletRequestBuilder decide(String path, String message, String answer) {
    return post(path + "/decide")
        .param("basedOn", "1")
        .param("message", message)
        .param("answer", answer);
  }

  @Test
  void a_case_that_no_other_country_helps_with_cannot_be_transferred_nor_closed_elsewhere()
      throws Exception {
    String at = "/cases/" + file.id().value();

    assertThat(read(get(at + "/transfer"), worker, 200)).contains("There is nowhere it can go yet");
    assertThat(read(get(at), worker, 200)).doesNotContain(at + "/transfer", at + "/closing");
    read(get(at + "/closing"), supervisor, 404);
    assertThat(
            read(
                post(at + "/transfer").param("id", UuidCreator.getTimeOrderedEpoch().toString()),
                worker,
                422))
        .contains("href=\"#to\"", "href=\"#why\"", "href=\"#giver\"");
  }

  private String read(MockHttpServletRequestBuilder request, SignedIn reader, int status)
      throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(as(reader)).with(csrf())).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
    return response.getContentAsString();
  }
}
