package org.sampan.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.OnANode;
import org.sampan.web.Language;
import org.sampan.web.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// The glossary as a browser gets it.
@OnANode
class GlossaryPageTests {

  @Autowired MockMvc node;
  @Autowired Words words;

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_stranger_reads_every_term_in_her_language_with_its_english_name(Language language)
      throws Exception {
    String page = open(language);

    assertThat(page).contains("<html lang=\"" + language.tag() + "\">");
    for (Term term : Term.values()) {
      assertThat(page)
          .contains("id=\"" + term.anchor() + "\"")
          .contains(escaped(words.say(language, term.nameWords())))
          .contains(escaped(words.say(language, term.meansWords())))
          .contains(escaped(words.say(language, term.sourceWords())));
      if (language != Language.ENGLISH) {
        String english = words.say(Language.ENGLISH, term.nameWords());
        assertThat(page).contains(" lang=\"en\">" + english + "</small></h2>");
      }
    }
  }

  @Test
  void anchors_stand_once_and_in_the_order_of_the_readers_alphabet() throws Exception {
    List<String> shown = anchors(open(Language.KHMER));

    assertThat(shown)
        .containsExactlyElementsOf(
            Term.sorted(
                    List.of(Term.values()),
                    Language.KHMER,
                    term -> words.say(Language.KHMER, term.nameWords()))
                .stream()
                .map(Term::anchor)
                .toList());
  }

  @Test
  void two_languages_stand_side_by_side_and_each_says_which_it_is() throws Exception {
    String page = open(Language.THAI, "beside", "my");

    assertThat(page)
        .contains(
            "<span lang=\"th\">การส่งต่อ</span><span lang=\"my\">လွှဲပြောင်းမှု</span><small lang=\"en\">Referral</small>")
        .contains(
            "<div class=\"pair\"><p lang=\"th\">"
                + words.say(Language.THAI, Term.REFERRAL.meansWords())
                + "</p><p lang=\"my\">"
                + words.say(Language.BURMESE, Term.REFERRAL.meansWords())
                + "</p></div>")
        .contains("lang=\"my\" aria-current=\"true\"")
        .contains("<input type=\"hidden\" name=\"beside\" value=\"my\">");
  }

  @Test
  void english_is_not_repeated_when_it_is_one_of_the_two() throws Exception {
    assertThat(open(Language.ENGLISH, "beside", "km")).doesNotContain("<small lang=\"en\">");
    assertThat(open(Language.KHMER, "beside", "en")).doesNotContain("<small lang=\"en\">");
  }

  @ParameterizedTest
  @CsvSource({"xx", "EN", "th", "''", "'<b>'", "th-TH"})
  void an_unknown_second_language_or_her_own_is_ignored(String beside) throws Exception {
    String page = open(Language.THAI, "beside", beside);

    assertThat(page).doesNotContain("class=\"pair\"", "name=\"beside\"", "<b>");
    assertThat(anchors(page)).hasSize(Term.values().length);
  }

  @Test
  void a_word_typed_in_one_language_is_found_for_a_reader_of_another() throws Exception {
    String page = open(Language.THAI, "q", "转介", "beside", "km");

    assertThat(anchors(page))
        .contains("referral", "national-mechanism", "transnational-mechanism")
        .hasSize(3);
    assertThat(page)
        .contains("value=\"转介\"")
        .contains("href=\"/glossary?beside=lo&amp;q=%E8%BD%AC%E4%BB%8B\" lang=\"lo\"")
        .contains("href=\"/glossary?q=%E8%BD%AC%E4%BB%8B\"")
        .contains(words.say(Language.THAI, "glossary.found", 3, Term.values().length));
  }

  @Test
  void when_nothing_is_found_the_page_says_what_to_do() throws Exception {
    String page = open(Language.LAO, "q", "xyz\"><script>", "beside", "vi");

    assertThat(anchors(page)).isEmpty();
    assertThat(page)
        .contains("class=\"empty\"")
        .contains(words.say(Language.LAO, "glossary.none.what"))
        .contains("href=\"/glossary?beside=vi\"")
        .contains("value=\"xyz&#34;>&lt;script>\"");
  }

  @Test
  void what_is_too_long_to_be_a_word_is_cut_between_two_characters() throws Exception {
    String page = open(Language.ENGLISH, "q", "😀".repeat(80));

    assertThat(page).contains("value=\"" + "😀".repeat(80) + "\"");
    assertThat(open(Language.ENGLISH, "q", "😀".repeat(5000)))
        .contains("value=\"" + "😀".repeat(100) + "\"");
  }

  @Test
  void the_first_view_in_any_two_languages_weighs_forty_kilobytes_at_most() throws Exception {
    int assets = weight("sampan.css") + weight("sampan.js") + weight("htmx.min.js");
    for (Language own : Language.values()) {
      for (Language beside : Language.values()) {
        byte[] page = get(own, "beside", beside.tag()).getContentAsByteArray();

        assertThat(zipped(page) + assets)
            .as("%s beside %s", own, beside)
            .isBetween(20 * 1024, 40 * 1024);
      }
    }
  }

  private String open(Language language, String... asked) throws Exception {
    MockHttpServletResponse answer = get(language, asked);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse get(Language language, String... asked) throws Exception {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.get("/glossary").header("Accept-Language", language.tag());
    for (int i = 0; i < asked.length; i += 2) {
      request.param(asked[i], asked[i + 1]);
    }
    return node.perform(request).andReturn().getResponse();
  }

  private static List<String> anchors(String page) {
    return Pattern.compile("<h2[^>]* id=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static int weight(String asset) throws IOException {
    try (InputStream file = GlossaryPageTests.class.getResourceAsStream("/assets/" + asset)) {
      return zipped(Objects.requireNonNull(file).readAllBytes());
    }
  }

  private static int zipped(byte[] page) throws IOException {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(small)) {
      zip.write(page);
    }
    return small.size();
  }
}
