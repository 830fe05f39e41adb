package org.sampan.jobs;

import java.io.IOException;
import java.util.List;

/// The near bank: an inspector of a Thai provincial office and her supervisor.
final class AtTheProvince {

  /// What the person is called.
  static final String NAME = "សុខ ចាន់ថា";

  private static final String TO = "KH/kh/kh-ncct-phnompenh";

  private final Steps steps;
  private final Pages malee;
  private String caseFile = "";
  private String referral = "";

  AtTheProvince(Steps steps, Pages malee) {
    this.steps = steps;
    this.malee = malee;
  }

  /// Where her case is read.
  String caseFile() {
    return caseFile;
  }

  void screen() throws IOException, InterruptedException {
    steps.step("She begins to screen a worker, in Khmer beside English", this::begin);
    steps.step("She asks and keeps the answers, page by page", this::answer);
    steps.step("The result says possible, and why", this::keep);
    steps.step("She opens the case from it", this::openCase);
    steps.step("The person says yes to Cambodia, by purpose", this::consent);
  }

  private void begin() throws IOException, InterruptedException {
    malee
        .open("/screenings/new")
        .fill("danger", "NO")
        .fill("agreed", "yes")
        .fill("age", "ADULT")
        .fill("set", malee.page().select("[name=set][value*=adult-labour]").attr("value"))
        .fill("language", "km")
        .fill("interpreter", "no")
        .fill("place", "Samut Sakhon")
        .send("/screenings");
    malee.shows("fieldset.question [lang=km]");
  }

  /// Yes to the first four of each page, no or unknown to the others by turns.
  private void answer() throws IOException, InterruptedException {
    int pages = 0;
    while (!malee.path().endsWith("/result")) {
      List<String> questions = malee.fields("reply.");
      for (int number = 0; number < questions.size(); number++) {
        malee.fill(questions.get(number), number < 4 ? "YES" : number % 2 == 0 ? "NO" : "UNKNOWN");
      }
      malee.press("button[name=then][value=on]");
      if (++pages > 20) {
        throw new Pages.Differs("the result after all its questions", malee);
      }
    }
  }

  private void keep() throws IOException, InterruptedException {
    malee.says("possible trafficking").says("not yet checked").send("/result");
    malee.shows("a[href^=/cases/new]");
  }

  private void openCase() throws IOException, InterruptedException {
    malee.follow("/cases/new").fill("DANGER", "no").send("/cases/new/person");
    malee
        .fill("name-0", NAME)
        .fill("kind-0", "OFFICIAL")
        .fill("SEX", "Feminine")
        .fill("BIRTH-year", "2543")
        .fill("NATIONALITY", "KH")
        .fill("LANGUAGES", "km")
        .fill("PLACE", "KH-1")
        .fill("CHANNEL", "message")
        .fill("REACH", "through her aunt, in the evening")
        .fill("NEEDS", "shelter")
        .fill("NEEDS", "unpaid-wages")
        .fill("WISHES", "return-home")
        .send("/cases");
    if (malee.has("seen")) {
      malee.send("/cases");
    }
    malee.says(NAME).says("No consent").shows(".river");
    caseFile = malee.path();
  }

  private void consent() throws IOException, InterruptedException {
    malee.follow("/consents/new");
    String form = malee.path();
    steps.until(
        "Cambodia's office among the recipients",
        malee,
        () -> malee.open(form).page().selectFirst("option[value=\"" + TO + "\"]") != null);
    malee.fill("purpose", "ASSISTANCE").fill("to", TO).fill("language", "km");
    for (String category :
        List.of(
            "IDENTITY",
            "CONTACT",
            "ORIGIN_AND_FAMILY",
            "NEEDS",
            "RISK",
            "EXPLOITATION",
            "WISHES")) {
      malee.fill("category", category);
    }
    malee.send("/ask");
    malee
        .fill("answer", "GIVEN")
        .fill("giver", "PERSON")
        .fill("withheld", "Where she works now")
        .fill("witness", "Somsri of the shelter")
        .send("/consents");
    malee.says("Given").shows("code.proof");
  }

  void refer(Pages somchai) throws IOException, InterruptedException {
    steps.step("She refers the case: what goes and what stays", this::handIn);
    steps.step("Her supervisor approves, and it is sealed once and sent", () -> approve(somchai));
  }

  void handIn() throws IOException, InterruptedException {
    malee
        .open(caseFile)
        .follow("/refer")
        .fill("to", TO)
        .fill("purpose", "ASSISTANCE")
        .fill("need", "RECEPTION")
        .fill("agreement", "th-kh-2003")
        .fill("urgency", "ONE_DAY")
        .fill("language", "en")
        .send("/refer");
    malee.shows(".goes li").shows(".stays li").says("through her aunt").send("/hand-in");
    referral = malee.path();
    if (malee.page().selectFirst("form[action$=/approve]") != null) {
      throw new Pages.Differs("no approval by whoever wrote it", malee);
    }
  }

  void approve(Pages somchai) throws IOException, InterruptedException {
    somchai.open(referral).shows(".goes li").send("/approve");
    somchai.says("Approved and sent");
  }

  void hears(String words) throws IOException, InterruptedException {
    steps.until(
        "\"" + words + "\" on the river",
        malee,
        () -> malee.open(caseFile).page().select(".river").text().contains(words));
  }

  void withdraw() throws IOException, InterruptedException {
    malee.open(caseFile).follow("/consents/").fill("giver", "PERSON");
    malee.fill("reason", "FEARS_HARM").send("/withdraw");
    malee.says("Taken back");
  }
}
