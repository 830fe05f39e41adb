package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// People press twice, go back, come too late, type the wrong thing, and change what somebody else
/// is changing: nothing is done twice and nothing is lost without a word.
@ExtendWith(River.class)
class BadInputTest {

  private final River.Banks banks;

  BadInputTest(River.Banks banks) {
    this.banks = banks;
  }

  @Test
  void a_form_sent_twice_or_again_after_going_back_opens_one_case() throws Exception {
    for (boolean script : new boolean[] {true, false}) {
      String name = script ? "Pressed Twicely" : "Plainly Repeated";
      try (Visitor malee = new Visitor(banks, "TH", script).signIn("malee")) {
        malee.open("/cases/new");
        malee.fill("DANGER", "no").send("/person").at("/cases/new/person");
        malee.fill("name-0", name);
        malee.page().locator("main form[action='/cases'] .actions button").dblclick();
        malee.at("/cases/[0-9a-f-]{36}$");
        String opened = malee.path();

        malee.page().goBack();
        malee.at("/cases/new/person");
        malee.fill("name-0", name).send("/cases").at("/cases/[0-9a-f-]{36}$");

        assertThat(malee.path()).isEqualTo(opened);
        assertThat(found(malee, name)).isOne();
      }
    }
  }

  private static int found(Visitor visitor, String name) {
    visitor.open("/cases");
    visitor.page().fill("#q", name);
    visitor.page().locator("form[role=search] button").click();
    visitor.at("/cases/find$");
    return visitor.page().locator("main tbody tr:has-text('" + name + "')").count();
  }

  @Test
  void a_form_that_is_too_old_says_so_and_saves_nothing() throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", true).signIn("malee")) {
      malee.speak("en");
      malee.open("/cases/new/person");
      malee.fill("name-0", "Typed Too Late");
      malee.page().context().clearCookies();
      malee.send("/cases");
      malee.sees("h1").says("web.refused.expired");
      assertThat(PageCheck.problems(malee.page())).isEmpty();

      malee.signIn("malee");
      assertThat(found(malee, "Typed Too Late")).isZero();
    }
  }

  @Test
  void two_people_changing_the_same_thing_see_both_versions() throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", true).signIn("malee");
        Visitor somchai = new Visitor(banks, "TH", true).signIn("somchai")) {
      String path = opened(malee, "Changed Bytwo") + "/facts/WISH";
      malee.open(path);
      somchai.open(path);
      somchai.fill("WISH_WORDS", "Rather stay here").send("/WISH").at("/cases/[0-9a-f-]{36}$");
      malee.fill("WISH_WORDS", "Home before the new year").send("/WISH");

      malee.sees("main .notice.attention[role=alert]").says("casework.meanwhile.title");
      malee.shows("Rather stay here").shows("สมชาย ใจดี");
      assertThat(malee.page().inputValue("#WISH_WORDS")).isEqualTo("Home before the new year");
      malee.stands("bad-both-versions");

      malee.fill("WISH_WORDS", "Stay till the new year").send("/WISH");
      malee.at("/cases/[0-9a-f-]{36}$").shows("Stay till the new year");
      malee.open(path);
      malee.page().locator("main details.more summary").last().click();
      malee.shows("Rather stay here");
    }
  }

  @Test
  void a_text_too_long_is_refused_beside_its_field_and_nothing_typed_is_lost() throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", true).signIn("malee")) {
      malee.speak("en");
      malee.open("/cases/new/person");
      Page page = malee.page();
      page.evaluate(
          "() => document.querySelectorAll('[maxlength]').forEach(e => e.maxLength = 1e6)");
      malee.fill("name-0", "Long ".repeat(60)).fill("KIN", "ម្តាយ ".repeat(1000));
      malee.fill("name-1", "Kept As Typed").fill("SEX", "Masculine").fill("BIRTH-year", "สองพัน");
      malee.send("/cases").sees("#problems");

      for (String field : new String[] {"name-0", "KIN", "BIRTH"}) {
        assertThat(page.locator("#" + field + "-error").count()).as(field).isOne();
        assertThat(page.locator("#problems a[href='#" + field + "']").count()).as(field).isOne();
      }
      assertThat(page.inputValue("#name-1")).isEqualTo("Kept As Typed");
      assertThat(page.inputValue("#KIN")).startsWith("ម្តាយ ម្តាយ").hasSizeGreaterThan(4000);
      assertThat(page.inputValue("#BIRTH-year")).isEqualTo("สองพัน");
      assertThat(page.isChecked("[name=SEX][value=Masculine]")).isTrue();
      malee.stands("bad-too-long");
    }
  }

  @Test
  void gibberish_is_kept_as_it_is_and_never_runs() throws Exception {
    String name = "<b>O’Brien</b> '); drop table -- \u202Eៗ្ះ 🙂 {0}";
    try (Visitor malee = new Visitor(banks, "TH", true).signIn("malee")) {
      malee.open(opened(malee, name));

      assertThat(malee.page().locator("h1").textContent()).contains("<b>O’Brien</b>", "{0}", "🙂");
      assertThat(malee.page().locator("h1 b").count()).isZero();
      assertThat(PageCheck.problems(malee.page())).isEmpty();
    }
  }

  @Test
  void what_is_not_there_and_what_is_not_yours_look_the_same() throws Exception {
    UUID ofAnong = UUID.nameUUIDFromBytes("demo|case|th|2".getBytes(StandardCharsets.UTF_8));
    try (Visitor anong = new Visitor(banks, "TH", true).signIn("anong");
        Visitor malee = new Visitor(banks, "TH", true).signIn("malee")) {
      anong.until("/cases/" + ofAnong, ".river");

      String theirs = absent(malee, "/cases/" + ofAnong);
      for (String path :
          new String[] {
            "/cases/" + UUID.randomUUID(),
            "/cases/nonsense",
            "/nowhere/at/all",
            "/screenings/" + UUID.randomUUID(),
            "/referrals/" + UUID.randomUUID(),
            "/persons/" + ofAnong + "/consents",
            "/audit"
          }) {
        assertThat(absent(malee, path)).as(path).isEqualTo(theirs);
      }
      assertThat(PageCheck.problems(malee.page())).isEmpty();
    }
  }

  private static String absent(Visitor visitor, String path) {
    assertThat(visitor.open(path).status()).as(path).isEqualTo(404);
    return visitor.page().title() + visitor.page().locator("main").innerHTML();
  }

  /// A case of this name, opened by her; returns its path.
  static String opened(Visitor visitor, String name) {
    visitor.open("/cases/new/person");
    visitor.fill("name-0", name).send("/cases");
    if (visitor.page().locator("main input[name=seen]").count() > 0) {
      visitor.send("/cases");
    }
    visitor.at("/cases/[0-9a-f-]{36}$");
    return visitor.path();
  }
}
