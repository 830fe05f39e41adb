package org.sampan.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Offices;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.web.Language;
import org.sampan.web.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// An administrator keeps people and offices; a person keeps her own password.
@OnANode
class AdministrationTests {

  @Autowired MockMvc node;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Offices offices;
  @Autowired Audit audit;
  @Autowired Words words;

  private SignedIn administrator;
  private AtTheDesk desk;

  @BeforeEach
  void anAdministrator() {
    administrator = people.with(Role.ADMINISTRATOR);
    desk = new AtTheDesk(node, administrator);
  }

  @Test
  void sending_the_same_form_twice_adds_one_person_and_leads_to_her() throws Exception {
    List<String> form = desk.newPerson(AtTheDesk.fresh("twice"));
    int before = accounts.count();

    MockHttpServletResponse once = desk.post("/people", form);
    MockHttpServletResponse again = desk.post("/people", form);

    assertThat(once.getStatus()).isEqualTo(200);
    assertThat(again.getHeader("Location")).isEqualTo("/people/" + form.get(1));
    assertThat(accounts.count()).isEqualTo(before + 1);
  }

  @Test
  void a_form_that_must_be_mended_says_so_and_keeps_what_was_typed() throws Exception {
    String taken = accounts.find(administrator.id()).orElseThrow().signInName();
    List<String> wall = new java.util.ArrayList<>(desk.newPerson("wall"));
    wall.addAll(List.of("roles", "PROSECUTOR"));

    MockHttpServletResponse nameTaken = desk.post("/people", desk.newPerson(taken));
    MockHttpServletResponse twoWalls = desk.post("/people", wall);
    MockHttpServletResponse empty =
        desk.post("/people", List.of("id", UUID.randomUUID().toString()));

    assertThat(nameTaken.getStatus()).isEqualTo(422);
    assertThat(nameTaken.getContentAsString()).contains("Somebody else has", "ចាន់ សុភាព");
    assertThat(twoWalls.getContentAsString()).contains("two sides of a wall");
    assertThat(empty.getContentAsString()).contains("Fill this in", "at least one role");
    assertThat(accounts.named("wall")).isEmpty();
  }

  @Test
  void an_account_is_closed_and_reopened_but_never_ones_own() throws Exception {
    SignedIn somebody = people.with(Role.VOLUNTEER);
    String path = "/people/" + somebody.id().value() + "/active";

    desk.post(path, List.of("active", "false"));
    assertThat(accounts.find(somebody.id()).orElseThrow().active()).isFalse();
    desk.post(path, List.of("active", "true"));
    assertThat(accounts.find(somebody.id()).orElseThrow().active()).isTrue();
    desk.post("/people/" + administrator.id().value() + "/active", List.of("active", "false"));

    assertThat(accounts.find(administrator.id()).orElseThrow().active()).isTrue();
    assertThat(acts(somebody.id()))
        .contains("accounts.account.closed", "accounts.account.reopened");
  }

  @Test
  void somebody_is_found_by_a_part_of_her_name_and_no_name_stands_in_an_address() throws Exception {
    String name = accounts.find(people.with(Role.AUDITOR).id()).orElseThrow().signInName();

    String found =
        desk.post("/people/find", List.of("part", name.substring(3))).getContentAsString();

    assertThat(found).contains("<code>" + name + "</code>").doesNotContain("?part=");
    assertThat(desk.post("/people/find", List.of("part", "100%_sure")).getContentAsString())
        .contains("Nobody of this name");
  }

  @Test
  void people_are_listed_fifty_a_page() throws Exception {
    while (accounts.count() <= PeopleDesk.ON_A_PAGE) {
      people.with(Role.VOLUNTEER);
    }

    String first = desk.get("/people").getContentAsString();

    assertThat(first.split("<th scope=\"row\">", -1)).hasSize(PeopleDesk.ON_A_PAGE + 1);
    assertThat(first).contains("/people?page=2");
    assertThat(desk.get("/people?page=9999").getContentAsString()).contains("rel=\"prev\"");
    assertThat(desk.get("/people?page=-1").getStatus()).isEqualTo(200);
  }

  @Test
  void an_office_of_a_new_agency_is_added_once() throws Exception {
    String code = "th-test-" + UUID.randomUUID().toString().substring(0, 8);
    List<String> form =
        List.of(
            "id", UuidCreator.getTimeOrderedEpoch().toString(),
            "code", code,
            "nativeName", "สำนักงานทดสอบ",
            "latinName", "Test Office",
            "zone", "Asia/Bangkok",
            "agency", "",
            "agencyNative", "กรมทดสอบ",
            "agencyLatin", "Test Department");

    assertThat(desk.post("/offices", form).getHeader("Location")).isEqualTo("/offices");
    int agencies = offices.agencies().size();
    desk.post("/offices", form);

    assertThat(offices.coded(code)).isPresent();
    assertThat(offices.agencies()).hasSize(agencies);
    assertThat(desk.get("/offices").getContentAsString()).contains(code, "Test Department");
    assertThat(
            desk.post("/offices", List.of("id", UUID.randomUUID().toString(), "code", code))
                .getStatus())
        .isEqualTo(422);
  }

  @Test
  void the_grid_names_every_role_and_everybody_may_read_it() throws Exception {
    SignedIn volunteer = people.with(Role.VOLUNTEER);

    String page =
        node.perform(MockMvcRequestBuilders.get("/roles").with(People.as(volunteer)))
            .andReturn()
            .getResponse()
            .getContentAsString();

    for (Role role : Role.values()) {
      assertThat(page)
          .contains(words.say(Language.ENGLISH, "accounts.role." + SettingsPage.key(role)));
    }
  }

  @Test
  void roles_of_one_compartment_may_meet() {
    NewPerson typed =
        new NewPerson(
            UUID.randomUUID().toString(),
            "Malee",
            "malee-two",
            administrator.office().id().value().toString(),
            List.of("FIRST_RESPONDER", "CASE_MANAGER", "AUDITOR"),
            "th");

    assertThat(typed.parsed(List.of(administrator.office())))
        .isInstanceOfSatisfying(
            NewPerson.Valid.class,
            valid ->
                assertThat(valid.account().roles())
                    .isEqualTo(Set.of(Role.FIRST_RESPONDER, Role.CASE_MANAGER, Role.AUDITOR)));
  }

  private List<String> acts(Account.Id account) {
    return audit.read(Audit.Query.ALL.on(account.value()), 50).stream().map(Entry::act).toList();
  }
}
