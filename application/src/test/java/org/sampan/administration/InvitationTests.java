package org.sampan.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Browser;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignIns;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.TimeCode;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.web.Language;
import org.sampan.web.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// A one-time link lets a person set her own password and second factor, and nobody else.
@OnANode
class InvitationTests {

  @Autowired MockMvc node;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired SignIns signIns;
  @Autowired FirstAdministrator firstAdministrator;
  @Autowired Audit audit;
  @Autowired Clock clock;
  @Autowired Words words;

  private SignedIn administrator;
  private AtTheDesk desk;

  @BeforeEach
  void anAdministrator() {
    administrator = people.with(Role.ADMINISTRATOR);
    desk = new AtTheDesk(node, administrator);
  }

  @Test
  void a_person_is_added_uses_her_link_once_and_signs_in() throws Exception {
    String name = AtTheDesk.fresh("sopheap");
    Browser hers = invite(desk.newPerson(name), true);

    Account account = accounts.named(name).orElseThrow();
    assertThat(account.roles()).containsExactly(Role.CASE_MANAGER);
    assertThat(account.language()).isEqualTo(Language.KHMER);
    assertThat(acts(account.id()))
        .contains(
            "accounts.account.added", "accounts.account.invited", "accounts.account.enrolled");
    assertThat(hers.open("/").getContentAsString()).contains("ចាន់ សុភាព", "<html lang=\"km\">");
    assertThat(hers.open("/settings").getContentAsString())
        .contains(words.say(Language.KHMER, "administration.sign-in.done"));
  }

  @Test
  void a_link_shows_its_rules_and_refuses_what_breaks_them() throws Exception {
    String name = AtTheDesk.fresh("rules");
    String token = AtTheDesk.token(desk.post("/people", desk.newPerson(name)));
    String good = "river stone lotus";
    String code = TimeCode.at(signIns.offered(token), clock.instant());
    List<List<String>> refused =
        List.of(
            List.of("short", "short", code, "12 to 64"),
            List.of("x".repeat(65), "x".repeat(65), code, "12 to 64"),
            List.of("my " + name + " word", "my " + name + " word", code, "Leave your sign-in"),
            List.of("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", code, "different characters"),
            List.of(good, good + "!", code, "two passwords differ"),
            List.of(good, good, "12", "This code did not fit"));

    for (List<String> typed : refused) {
      Browser stranger = new Browser(node);
      stranger.open("/invitation?token=" + token);
      MockHttpServletResponse answer =
          stranger.post(
              "/invitation",
              "token",
              token,
              "password",
              typed.get(0),
              "again",
              typed.get(1),
              "code",
              typed.get(2));
      assertThat(answer.getStatus()).isEqualTo(422);
      assertThat(answer.getContentAsString())
          .contains(typed.get(3))
          .doesNotContain("value=\"" + typed.get(0) + "\"");
    }
    assertThat(accounts.enrolled(accounts.named(name).orElseThrow().id())).isFalse();
  }

  @Test
  void a_used_a_replaced_and_an_invented_link_look_the_same() throws Exception {
    String name = AtTheDesk.fresh("links");
    String first = AtTheDesk.token(desk.post("/people", desk.newPerson(name)));
    String path = "/people/" + accounts.named(name).orElseThrow().id().value() + "/invitation";

    String second = AtTheDesk.token(desk.post(path, List.of()));

    String replaced = closed(first);
    assertThat(replaced).contains("This link does not open");
    assertThat(closed("invented")).isEqualTo(replaced);
    assertThat(closed("")).isEqualTo(replaced);
    assertThat(new Browser(node).open("/invitation?token=" + second).getStatus()).isEqualTo(200);
  }

  @Test
  void the_secret_is_shown_as_picture_link_and_text() throws Exception {
    String name = AtTheDesk.fresh("secret");
    String token = AtTheDesk.token(desk.post("/people", desk.newPerson(name)));
    String secret = TimeCode.base32(signIns.offered(token));

    String page = new Browser(node).open("/invitation?token=" + token).getContentAsString();

    assertThat(page)
        .contains("otpauth://totp/Sampan%20Thailand:" + name + "?secret=" + secret)
        .contains(secret.replaceAll("(.{4})(?=.)", "$1 "))
        .containsPattern("<svg viewBox=\"0 0 \\d+ \\d+\"[^>]*role=\"img\"");
  }

  @Test
  void the_first_start_invites_one_administrator_and_stops_when_somebody_can_sign_in()
      throws Exception {
    Account first = accounts.named(FirstAdministrator.SIGN_IN_NAME).orElseThrow();
    invite(desk.newPerson("somebody"), true);

    assertThat(first.roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(acts(first.id())).contains("accounts.account.added", "accounts.account.invited");
    assertThat(firstAdministrator.path()).isEmpty();
  }

  /// Adds her, follows her link and, if wanted, signs her in; returns her browser.
  private Browser invite(List<String> form, boolean signIn) throws Exception {
    String token = AtTheDesk.token(desk.post("/people", form));
    byte[] secret = signIns.offered(token);
    Browser hers = new Browser(node);
    hers.open("/invitation?token=" + token);
    // The code she confirms with counts as used: the next one, half a minute on, signs her in.
    MockHttpServletResponse answer =
        hers.post(
            "/invitation",
            "token",
            token,
            "password",
            "river stone lotus",
            "again",
            "river stone lotus",
            "code",
            TimeCode.at(secret, clock.instant()));
    assertThat(answer.getHeader("Location")).isEqualTo("/sign-in");
    if (signIn) {
      hers.open("/sign-in");
      hers.post(
          "/sign-in",
          "name",
          form.get(5),
          "password",
          "river stone lotus",
          "code",
          TimeCode.at(secret, clock.instant().plusSeconds(30)));
    }
    return hers;
  }

  private String closed(String token) throws Exception {
    MockHttpServletResponse page = new Browser(node).open("/invitation?token=" + token);
    assertThat(page.getStatus()).isEqualTo(404);
    return Browser.withoutTokens(page);
  }

  private List<String> acts(Account.Id account) {
    return audit.read(Audit.Query.ALL.on(account.value()), 50).stream().map(Entry::act).toList();
  }
}
