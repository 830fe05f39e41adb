package org.sampan.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The forms of *Trust and keys*, by people who must not, and with what does not belong there.
@OnANode
class TrustDeskTests {

  private static final List<String> FORMS =
      List.of("/trust/offer", "/trust/keys", "/trust/suspend");

  @Autowired MockMvc node;
  @Autowired People people;
  @Autowired Keyring keys;
  @Autowired Trust trust;

  private MockHttpServletResponse sent(MockHttpServletRequestBuilder request, SignedIn reader)
      throws Exception {
    return node.perform(request.with(as(reader)).with(csrf())).andReturn().getResponse();
  }

  @Test
  void nobody_but_an_administrator_finds_anything_there() throws Exception {
    int before = keys.publicParts().size();
    for (Role role :
        List.of(Role.CASE_MANAGER, Role.SUPERVISOR, Role.FIRST_RESPONDER, Role.AUDITOR)) {
      SignedIn somebody = people.with(role);
      assertThat(sent(get("/trust"), somebody).getStatus()).isEqualTo(404);
      assertThat(sent(get("/trust/request"), somebody).getStatus()).isEqualTo(404);
      for (String form : FORMS) {
        assertThat(sent(post(form).param("node", "th"), somebody).getStatus())
            .as(role + " " + form)
            .isEqualTo(404);
      }
    }

    assertThat(keys.publicParts()).hasSize(before);
    assertThat(trust.texts()).noneMatch(text -> text.contains("suspended"));
  }

  @Test
  void a_form_that_another_page_sends_in_her_name_does_nothing() throws Exception {
    SignedIn administrator = people.with(Role.ADMINISTRATOR);
    int before = keys.publicParts().size();

    for (String form : FORMS) {
      MockHttpServletResponse answer =
          node.perform(post(form).param("node", "th").with(as(administrator)))
              .andReturn()
              .getResponse();
      assertThat(answer.getStatus()).as(form).isEqualTo(403);
      assertThat(
              node.perform(
                      post(form)
                          .param("node", "th")
                          .with(as(administrator))
                          .with(csrf().useInvalidToken()))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .isEqualTo(403);
    }

    assertThat(keys.publicParts()).hasSize(before);
  }

  @Test
  void what_is_no_list_is_refused_in_words_and_changes_nothing() throws Exception {
    SignedIn administrator = people.with(Role.ADMINISTRATOR);
    List<String> before = trust.texts();

    for (String text :
        List.of(
            "",
            "hello",
            "<script>alert(1)</script>",
            "{\"payload\":\"\",\"signatures\":[]}",
            "[".repeat(100_000),
            "a".repeat(3_000_000),
            "\u0000\u202e\ud83d")) {
      MockHttpServletResponse answer =
          sent(post("/trust/offer").param("text", text), administrator);

      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.getContentAsString())
          .contains("id=\"problems\"")
          .doesNotContain("<script>alert(1)")
          .doesNotContain("Exception");
    }
    assertThat(trust.texts()).isEqualTo(before);
  }

  @Test
  void a_node_is_suspended_only_by_its_own_name_typed_whole() throws Exception {
    SignedIn administrator = people.with(Role.ADMINISTRATOR);

    for (String typed : List.of("", "TH", "kh", "t h", "th;", "th".repeat(10_000))) {
      assertThat(
              sent(post("/trust/suspend").param("node", typed), administrator).getContentAsString())
          .contains("id=\"problems\"");
    }
    assertThat(trust.texts()).isEmpty();
  }
}
