package org.sampan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.audit.Act;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in through the page, as a browser does it.
@OnANode
class SignInPageTests {

  @Autowired MockMvc node;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired SignIns signIns;
  @Autowired Clock clock;
  @Autowired JdbcTemplate sql;
  @Autowired TransactionTemplate transaction;

  private Enrolled her;

  @BeforeEach
  void somebodyEnrolled() {
    her = Enrolled.somebody(people, accounts, signIns, transaction);
  }

  @Test
  void name_password_and_code_lead_to_the_start_page() throws Exception {
    Browser browser = new Browser(node);

    MockHttpServletResponse answer = signIn(browser);
    MockHttpServletResponse start = browser.open("/");

    assertThat(answer.getRedirectedUrl()).isEqualTo("/");
    assertThat(start.getStatus()).isEqualTo(200);
    assertThat(start.getContentAsString()).contains("Somchai Invented", "Provincial Office");
  }

  @Test
  void nobody_learns_which_of_the_three_was_wrong() throws Exception {
    String code = her.codeAt(clock.instant());
    List<String[]> wrong =
        List.of(
            new String[] {"nobody-of-this-name", her.password(), code},
            new String[] {her.name(), "not her password", code},
            new String[] {her.name(), her.password(), her.wrongCodeAt(clock.instant())},
            new String[] {"", "", ""},
            new String[] {"x".repeat(500), "y".repeat(5000), "z".repeat(500)});
    Set<String> seen = new LinkedHashSet<>();

    for (String[] three : wrong) {
      seen.add(refusal(three[0], three[1], three[2]));
    }

    assertThat(seen).hasSize(1);
    assertThat(seen.iterator().next()).contains("/sign-in?refused", "did not fit together");
  }

  @Test
  void a_resting_and_a_closed_account_are_refused_in_the_same_words() throws Exception {
    String wrong = refusal(her.name(), "wrong", "000000");
    for (int i = 0; i < 4; i++) {
      refusal(her.name(), "wrong", "000000");
    }
    String resting = refusal(her.name(), her.password(), her.codeAt(clock.instant()));
    Enrolled closed = Enrolled.somebody(people, accounts, signIns, transaction);
    transaction.executeWithoutResult(
        _ -> accounts.setActive(closed.id(), false, Act.of("accounts.account.closed")));

    assertThat(resting).isEqualTo(wrong);
    assertThat(refusal(closed.name(), closed.password(), closed.codeAt(clock.instant())))
        .isEqualTo(wrong);
  }

  @Test
  void a_sign_in_is_kept_in_the_database_and_survives_a_restart() throws Exception {
    Browser browser = new Browser(node);
    signIn(browser);

    Session found = afterRestart().findById(sessionId(browser));

    SecurityContext kept =
        Objects.requireNonNull(
            Objects.requireNonNull(found).getAttribute("SPRING_SECURITY_CONTEXT"));
    assertThat(Objects.requireNonNull(kept.getAuthentication()).getName())
        .isEqualTo(her.id().value().toString());
    assertThat(found.getMaxInactiveInterval()).isEqualTo(SecurityConfiguration.SIGN_IN_LASTS);
  }

  @Test
  void what_is_kept_of_a_sign_in_holds_neither_password_nor_code() throws Exception {
    Browser browser = new Browser(node);
    String code = her.codeAt(clock.instant());
    browser.signIn(her.name(), her.password(), code);

    List<String> kept =
        sql
            .queryForList(
                """
                select encode(a.attribute_bytes, 'escape') from accounts.spring_session s
                  join accounts.spring_session_attributes a on a.session_primary_id = s.primary_id
                 where s.session_id = ?
                """,
                String.class,
                sessionId(browser))
            .stream()
            .map(String::valueOf)
            .toList();

    assertThat(kept).isNotEmpty();
    assertThat(String.join("", kept)).doesNotContain(her.password(), code);
  }

  @Test
  void signing_out_ends_it_at_once() throws Exception {
    Browser browser = new Browser(node);
    signIn(browser);
    String session = sessionId(browser);
    browser.open("/");

    MockHttpServletResponse answer = browser.post("/sign-out");

    assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?left");
    assertThat(afterRestart().findById(session)).isNull();
    assertThat(browser.open("/").getRedirectedUrl()).endsWith("/sign-in");
  }

  @Test
  void the_quick_exit_ends_it_at_once() throws Exception {
    Browser browser = new Browser(node);
    signIn(browser);
    String session = sessionId(browser);

    MockHttpServletResponse answer = browser.open("/leave");

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Clear-Site-Data")).contains("\"cookies\"");
    assertThat(afterRestart().findById(session)).isNull();
  }

  @Test
  void closing_an_account_shuts_the_next_page() throws Exception {
    Browser browser = new Browser(node);
    signIn(browser);

    transaction.executeWithoutResult(
        _ -> accounts.setActive(her.id(), false, Act.of("accounts.account.closed")));

    assertThat(browser.open("/").getStatus()).isEqualTo(404);
  }

  @Test
  void cookies_are_out_of_reach_of_scripts_and_other_sites() throws Exception {
    Browser browser = new Browser(node);

    List<Cookie> cookies = new ArrayList<>(List.of(browser.open("/sign-in").getCookies()));
    cookies.addAll(List.of(signIn(browser).getCookies()));

    assertThat(cookies).extracting(Cookie::getName).contains("form_th", "sampan_th");
    assertThat(cookies).allMatch(Cookie::isHttpOnly);
    assertThat(cookies)
        .filteredOn(cookie -> cookie.getMaxAge() != 0)
        .allMatch(cookie -> "Strict".equals(cookie.getAttribute("SameSite")));
  }

  private MockHttpServletResponse signIn(Browser browser) throws Exception {
    return browser.signIn(her.name(), her.password(), her.codeAt(clock.instant()));
  }

  /// All that a stranger sees of a refusal: where she is sent, and the page there.
  private String refusal(String name, String password, String code) throws Exception {
    Browser stranger = new Browser(node);
    MockHttpServletResponse answer = stranger.signIn(name, password, code);
    return answer.getStatus()
        + " "
        + answer.getRedirectedUrl()
        + " "
        + answer.getHeaderNames()
        + answer.getContentAsString()
        + Browser.withoutTokens(stranger.open("/sign-in?refused="));
  }

  private static String sessionId(Browser browser) {
    return new String(
        Base64.getDecoder().decode(browser.cookie("sampan_th")), StandardCharsets.US_ASCII);
  }

  /// What a node that has just started finds in the database.
  private JdbcIndexedSessionRepository afterRestart() {
    JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(sql, transaction);
    sessions.setTableName("accounts.spring_session");
    return sessions;
  }
}
