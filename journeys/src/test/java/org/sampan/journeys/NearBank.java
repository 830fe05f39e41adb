package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;

/// What the inspector of the Thai provincial office does.
final class NearBank {

  static final String TO = "KH/kh/kh-ncct-phnompenh";

  private final Visitor malee;
  private final Story story;

  NearBank(Visitor malee, Story story) {
    this.malee = malee;
    this.story = story;
  }

  /// She reads the language she chooses, and every word of every page changes with it.
  void chooses() throws IOException {
    String other = story.language().equals("en") ? "km" : "en";
    malee.open("/");
    malee.speak(other);
    String before = malee.page().title();
    malee.speak(story.language());
    assertThat(malee.page().title()).isNotEqualTo(before);
    malee.says("accounts.start.waiting").stands(story.picture("01-start"));
  }

  /// She screens a worker: her own language beside the worker's, each answer saved as it is given.
  void screens() throws IOException {
    malee.open("/screenings/new");
    malee.stands(story.picture("02-begin"));
    begin(malee);
    Page page = malee.page();
    assertThat(page.locator("fieldset.question legend [lang=km]").count()).isPositive();
    if (story.language().equals("en")) {
      assertThat(page.locator("fieldset.question legend [lang=en]").count()).isPositive();
    }
    Locator first = page.locator("fieldset.question").first();
    first.locator("input[value=YES]").check();
    first.locator(".kept small").waitFor();
    page.reload();
    assertThat(page.locator("fieldset.question").first().locator("input[value=YES]").isChecked())
        .as("saved as she goes")
        .isTrue();
    malee.stands(story.picture("03-questions"));
    answer(malee);
    explains(malee);
    malee.stands(story.picture("04-result")).prints(story.picture("04-result"), 4);
    malee.send("/result").sees("main a.button[href^='/cases/new']");
  }

  static void begin(Visitor visitor) {
    visitor.fill("danger", "NO").fill("agreed", "yes").fill("age", "ADULT");
    visitor.page().locator("main [name=set][value*=adult-labour]").first().check();
    visitor.fill("language", "km").fill("interpreter", "no").fill("place", "สมุทรสาคร");
    visitor.send("/screenings").at("/d1$");
  }

  /// Yes to the first three of each page, unknown to the next, on to the result.
  static void answer(Visitor visitor) {
    Page page = visitor.page();
    while (!page.url().endsWith("/result")) {
      String here = page.url();
      for (int number = 0; number < 4; number++) {
        String reply = number < 3 ? "YES" : "UNKNOWN";
        Locator question = page.locator("fieldset.question").nth(number);
        if (question.locator("input[value=" + reply + "]").count() > 0) {
          question.locator("input[value=" + reply + "]").check();
        }
      }
      page.locator("button[name=then][value=on]").click();
      page.waitForURL(url -> !url.equals(here));
    }
  }

  /// The result says which dimensions, by which answers, by which reading, of which version.
  static void explains(Visitor visitor) {
    visitor
        .says("screenings.why")
        .says("screenings.because")
        .says("screenings.reading")
        .says("screenings.could-change")
        .says("screenings.version", 1);
    assertThat(visitor.page().locator(".hexagon g.positive").count()).isPositive();
    assertThat(visitor.page().locator(".notice.attention").count()).isPositive();
  }

  /// From the result she opens the case, immediate danger first. Returns its path.
  String opens() throws IOException {
    malee.follow("/cases/new").at("/cases/new\\?screening");
    malee.stands(story.picture("05-danger"));
    malee.fill("DANGER", "no").page().locator("main form .actions button").click();
    malee.at("/cases/new/person");
    malee
        .fill("name-0", story.name())
        .fill("kind-0", "OFFICIAL")
        .fill("name-1", story.latin())
        .fill("kind-1", "ROMANISED")
        .fill("SEX", "Feminine")
        .fill("BIRTH-year", story.birth())
        .fill("NATIONALITY", "KH")
        .fill("PLACE", "KH-1")
        .fill("CHANNEL", "telephone")
        .fill("REACH", "+855 12 000 111")
        .fill("NEEDS", "legal-aid", "unpaid-wages")
        .fill("WISHES", "return-home")
        .fill("WISH_WORDS", story.wish())
        .stands(story.picture("06-opening"));
    malee.send("/cases").at("/cases/[0-9a-f-]{36}$");
    malee.shows(story.name()).shows(story.latin()).sees(".river-line li.near");
    malee.stands(story.picture("07-case")).prints(story.picture("07-case"), 3);
    return malee.path();
  }

  /// Somebody types her name once more, in Latin letters without marks: she is shown before a
  /// second case is opened.
  void meetsHerAgain(String path) throws IOException {
    malee.open("/cases/new/person");
    malee.fill("name-0", story.typed()).send("/cases").sees("main a[href='" + path + "']");
    malee.says("casework.known.title").shows(story.name());
    malee.stands(story.picture("08-known"));
    malee.page().click("main .actions a.second[href='/cases']");
    malee.at("/cases$");
  }

  /// The person allows help by Cambodia and refuses that anybody investigates; each is its own
  /// answer. Returns the path of what she allowed.
  String asks(String path) throws IOException, InterruptedException {
    malee.open(path);
    malee.follow("/persons/").at("/consents/new$");
    String consents = malee.path().replaceFirst("/new$", "");
    malee.until(consents + "/new", "option[value='" + TO + "']");
    malee.stands(story.picture("09-scope"));
    malee
        .fill("purpose", "ASSISTANCE")
        .fill("to", TO)
        .fill("category", "CONTACT", "EXPLOITATION", "PAPERS")
        .fill("language", "km");
    malee.page().locator("main form .actions button").click();
    malee.at("/ask");
    malee.stands(story.picture("10-ask"));
    malee
        .fill("answer", "GIVEN")
        .fill("giver", "PERSON")
        .fill("withheld", story.withheld())
        .fill("witness", "สมศรี")
        .send("/consents")
        .at("/consents/[0-9a-f-]{36}$");
    String given = malee.path();
    malee.shows(story.withheld()).sees("code.proof");
    malee.stands(story.picture("11-consent")).prints(story.picture("11-consent"), 3);
    refuses(consents);
    return given;
  }

  /// The shortest consent: to be helped by Cambodia.
  static void allows(Visitor malee, String caseFile) throws InterruptedException {
    malee.open(caseFile);
    malee.follow("/persons/").at("/consents/new$");
    malee.until(malee.path(), "option[value='" + NearBank.TO + "']");
    malee.fill("purpose", "ASSISTANCE").fill("to", NearBank.TO).fill("language", "km");
    malee.page().locator("main form .actions button").click();
    malee.at("/ask");
    malee.fill("answer", "GIVEN").fill("witness", "สมศรี").send("/consents");
    malee.at("/consents/[0-9a-f-]{36}$");
  }

  private void refuses(String consents) {
    malee.open(consents + "/new");
    malee.fill("purpose", "INVESTIGATION").fill("to", TO).fill("language", "km");
    malee.page().locator("main form .actions button").click();
    malee.at("/ask");
    malee
        .fill("answer", "REFUSED")
        .fill("witness", "สมศรี")
        .send("/consents")
        .at("/consents/[0-9a-f-]{36}$");
    malee.open(consents);
    assertThat(malee.page().locator("table tbody tr").count()).isEqualTo(2);
    assertThat(List.of(malee.page().locator("table .status").count())).containsExactly(2);
  }
}
