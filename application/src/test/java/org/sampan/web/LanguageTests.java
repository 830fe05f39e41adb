package org.sampan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Browser;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// The language is chosen by its own name, kept, and changes every word.
@OnANode
class LanguageTests {

  @Autowired MockMvc node;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Words words;

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_choice_of_a_stranger_is_kept_and_changes_every_word(Language language) throws Exception {
    Browser browser = new Browser(node);
    browser.open("/sign-in");

    MockHttpServletResponse answer =
        browser.post("/language", "language", language.tag(), "back", "/sign-in");
    String page = browser.open("/sign-in").getContentAsString();

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo("/sign-in");
    assertThat(page)
        .contains("<html lang=\"" + language.tag() + "\">")
        .contains(words.say(language, "accounts.sign-in.title"));
    assertThat(englishIn(page, language)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_choice_of_somebody_signed_in_is_kept_with_her_account(Language language)
      throws Exception {
    SignedIn she = people.with(Role.values());
    node.perform(
        MockMvcRequestBuilders.post("/language")
            .param("language", language.tag())
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .with(People.as(she)));

    // Another browser, without a cookie, set to another language.
    String start =
        node.perform(
                MockMvcRequestBuilders.get("/")
                    .header("Accept-Language", "fr")
                    .with(People.as(she)))
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(accounts.find(she.id()).orElseThrow().language()).isEqualTo(language);
    assertThat(start).contains("<html lang=\"" + language.tag() + "\">");
    assertThat(englishIn(start, language)).isEmpty();
  }

  @Test
  void every_language_is_named_in_its_own_script() throws Exception {
    String page = new Browser(node).open("/sign-in").getContentAsString();

    assertThat(page).contains("English", "ไทย", "ລາວ", "ខ្មែរ", "မြန်မာ", "Tiếng Việt", "中文");
  }

  @Test
  void the_language_of_the_browser_is_the_first_choice() throws Exception {
    MockHttpServletResponse page =
        node.perform(
                MockMvcRequestBuilders.get("/sign-in").header("Accept-Language", "km-KH,km;q=0.9"))
            .andReturn()
            .getResponse();

    assertThat(page.getContentAsString()).contains("<html lang=\"km\">");
  }

  @Test
  void the_language_form_leads_to_no_other_site_and_takes_no_other_language() throws Exception {
    for (String elsewhere :
        List.of("//evil.example", "https://evil.example", "/\\evil.example", "/a b")) {
      Browser browser = new Browser(node);
      browser.open("/sign-in");
      MockHttpServletResponse answer =
          browser.post("/language", "language", "fr", "back", elsewhere);

      assertThat(answer.getHeader("Location")).isEqualTo("/");
      assertThat(browser.cookie("language_th")).isEmpty();
    }
  }

  /// The English sentences of the words files that stand in the page.
  private List<String> englishIn(String page, Language language) {
    List<String> found = new ArrayList<>();
    String text = page.replaceAll("<[^>]*>", "\n");
    for (String key : words.keys(Language.ENGLISH)) {
      String english = words.pattern(Language.ENGLISH, key);
      boolean sentence = english.contains(" ") && !english.contains("{");
      if (language != Language.ENGLISH && sentence && text.contains(english)) {
        found.add(key);
      }
    }
    return found;
  }
}
