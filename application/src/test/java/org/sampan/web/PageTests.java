package org.sampan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Browser;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

/// What holds for every page and every refusal.
@OnANode
class PageTests {

  @Autowired MockMvc node;
  @Autowired People people;
  @Autowired Faults faults;
  @Autowired ScreenWriter writer;
  @Autowired Assets assets;

  @Test
  void an_unknown_page_and_a_forbidden_one_are_the_same_byte_by_byte() throws Exception {
    RequestPostProcessor she = People.as(people.with(Role.VOLUNTEER));

    MockHttpServletResponse unknown = get("/no-such-page", she);
    MockHttpServletResponse forbidden = get("/audit", she);

    assertThat(forbidden.getStatus()).isEqualTo(unknown.getStatus()).isEqualTo(404);
    assertThat(headers(forbidden)).isEqualTo(headers(unknown));
    // The language form comes back to the address she typed herself; nothing else may differ.
    assertThat(withoutPath(forbidden, "/audit"))
        .isEqualTo(withoutPath(unknown, "/no-such-page"))
        .contains("Nothing here for you");
  }

  @Test
  void a_stranger_is_sent_to_sign_in_from_an_unknown_page_as_from_a_real_one() throws Exception {
    MockHttpServletResponse unknown = get("/no-such-page", request -> request);
    MockHttpServletResponse real = get("/audit", request -> request);

    assertThat(real.getRedirectedUrl()).isEqualTo(unknown.getRedirectedUrl()).endsWith("/sign-in");
  }

  @Test
  void a_form_without_its_token_gets_our_page_and_does_nothing() throws Exception {
    MockHttpServletResponse answer =
        node.perform(MockMvcRequestBuilders.post("/language").param("language", "th"))
            .andReturn()
            .getResponse();

    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getContentAsString()).contains("This form is too old", "<header");
    assertThat(answer.getHeaders("Set-Cookie")).noneMatch(c -> c.startsWith("language_"));
  }

  @Test
  void a_form_with_another_browsers_token_gets_our_page() throws Exception {
    Browser one = new Browser(node);
    one.open("/sign-in");

    MockHttpServletResponse answer =
        node.perform(
                MockMvcRequestBuilders.post("/language")
                    .param("language", "th")
                    .param("_csrf", one.cookie("form_th")))
            .andReturn()
            .getResponse();

    assertThat(answer.getStatus()).isEqualTo(403);
  }

  @Test
  void every_answer_forbids_what_it_does_not_need() throws Exception {
    RequestPostProcessor she = People.as(people.with(Role.VOLUNTEER));
    RequestPostProcessor nobody = request -> request;
    List<MockHttpServletResponse> answers =
        List.of(
            get("/sign-in", nobody),
            get("/", nobody),
            get("/", she),
            get("/no-such-page", she),
            get("/health", nobody),
            get("/ready", nobody),
            get("/leave", nobody),
            get("/sign-in?refused", nobody),
            get("/%00", she),
            node.perform(MockMvcRequestBuilders.post("/language")).andReturn().getResponse(),
            node.perform(formTo("/health")).andReturn().getResponse());

    for (MockHttpServletResponse answer : answers) {
      assertThat(answer.getHeader("Content-Security-Policy"))
          .startsWith("default-src 'none';")
          .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
          .doesNotContain("unsafe", "*", "http:", "https:", "data:");
      assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.getHeader("Permissions-Policy")).contains("geolocation=()");
    }
  }

  @Test
  void only_what_never_changes_under_its_address_is_kept_by_the_browser() throws Exception {
    MockHttpServletResponse sheet =
        get("/assets/" + assets.version() + "/sampan.css", request -> request);

    assertThat(sheet.getStatus()).isEqualTo(200);
    assertThat(sheet.getHeader("Cache-Control")).contains("immutable", "max-age=31536000");
    assertThat(sheet.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(get("/assets/0000/sampan.css", request -> request).getStatus()).isEqualTo(404);
  }

  @Test
  void a_page_holds_no_inline_code_and_loads_nothing_from_elsewhere() throws Exception {
    SignedIn she = people.with(Role.CASE_MANAGER);
    for (String page :
        List.of(
            get("/sign-in", request -> request).getContentAsString(),
            get("/", People.as(she)).getContentAsString(),
            get("/no-such-page", People.as(she)).getContentAsString())) {
      assertThat(page)
          .doesNotContainPattern(" style=")
          .doesNotContainPattern(" on[a-z]+=")
          .doesNotContainPattern("<script(?! src=\"/assets/)")
          .doesNotContainPattern("(src|href|action)=\"(https?:)?//");
    }
  }

  @Test
  void a_wrong_verb_is_told_what_to_do_and_not_what_broke() throws Exception {
    MockHttpServletResponse answer = node.perform(formTo("/health")).andReturn().getResponse();

    assertThat(answer.getStatus()).isEqualTo(405);
    assertThat(answer.getContentAsString())
        .contains("The request was not understood")
        .doesNotContain("not supported", "Exception", "Allow");
  }

  @Test
  void a_fault_shows_an_incident_number_and_nothing_of_what_broke() throws Exception {
    MockMvc broken =
        MockMvcBuilders.standaloneSetup(new Broken())
            .setControllerAdvice(faults)
            .setCustomReturnValueHandlers(writer)
            .build();

    MockHttpServletResponse answer =
        broken.perform(MockMvcRequestBuilders.get("/broken")).andReturn().getResponse();

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getContentAsString())
        .contains("Something broke on our side")
        .containsPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .doesNotContain("Srey Mom", "IllegalState", "org.sampan", "\tat ");
  }

  /// Breaks with a person's name in its message, as code that is not ours may do.
  @org.springframework.stereotype.Controller
  static class Broken {
    @GetMapping("/broken")
    Screen broken() {
      throw new IllegalStateException("no case of Srey Mom");
    }
  }

  private MockHttpServletResponse get(String path, RequestPostProcessor who) throws Exception {
    return node.perform(MockMvcRequestBuilders.get(java.net.URI.create(path)).with(who))
        .andReturn()
        .getResponse();
  }

  private static MockHttpServletRequestBuilder formTo(String path) {
    return MockMvcRequestBuilders.post(path).with(SecurityMockMvcRequestPostProcessors.csrf());
  }

  private static Map<String, List<String>> headers(MockHttpServletResponse answer) {
    Map<String, List<String>> headers = new java.util.TreeMap<>();
    for (String name : answer.getHeaderNames()) {
      boolean differs = name.equals("Set-Cookie") || name.equals("Content-Length");
      headers.put(name, differs ? List.of() : answer.getHeaders(name));
    }
    return headers;
  }

  private static String withoutPath(MockHttpServletResponse answer, String path) throws Exception {
    return Browser.withoutTokens(answer).replace("value=\"" + path + "\"", "value=\"PATH\"");
  }
}
