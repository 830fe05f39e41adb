package org.sampan.jobs;

import java.io.IOException;
import java.util.List;

/// The near bank: an inspector of a Thai provincial office and her supervisor.
final class AtTheProvince {

  private static final String TO = "KH/kh/kh-ncct-phnompenh";

  private final Rehearsal rehearsal;

  AtTheProvince(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  void play() throws IOException, InterruptedException {
    Pages malee = rehearsal.as("malee");
    rehearsal.step("The inspector signs in and reads English", () -> malee.open("/").says("มาลี"));
    rehearsal.step("She begins to screen a worker, in Khmer beside English", () -> begin(malee));
    rehearsal.step("She asks and keeps the answers, page by page", () -> answer(malee));
    rehearsal.step("The result says possible, and why", () -> keep(malee));
    rehearsal.step("She opens the case from it", () -> openCase(malee));
    rehearsal.step("The person says yes to Cambodia, by purpose", () -> consent(malee));
  }

  private static void begin(Pages malee) throws IOException, InterruptedException {
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
  private static void answer(Pages malee) throws IOException, InterruptedException {
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

  private static void keep(Pages malee) throws IOException, InterruptedException {
    malee.says("possible trafficking").says("not yet checked").send("/result");
    malee.shows("a[href^=/cases/new]");
  }

  private static void openCase(Pages malee) throws IOException, InterruptedException {
    malee.follow("/cases/new").fill("DANGER", "no").send("/cases/new/person");
    malee
        .fill("name-0", "សុខ ចាន់ថា")
        .fill("kind-0", "OFFICIAL")
        .fill("SEX", "Feminine")
        .fill("BIRTH-year", "2543")
        .fill("NATIONALITY", "KH")
        .fill("LANGUAGES", "km")
        .fill("PLACE", "KH-1")
        .fill("CHANNEL", "message")
        .fill("NEEDS", "shelter")
        .fill("NEEDS", "unpaid-wages")
        .fill("WISHES", "return-home")
        .send("/cases");
    if (malee.has("seen")) {
      malee.send("/cases");
    }
    malee.says("សុខ ចាន់ថា").says("No consent").shows(".river");
  }

  private void consent(Pages malee) throws IOException, InterruptedException {
    malee.follow("/consents").follow("/consents/new");
    String form = malee.path();
    rehearsal.until(
        "Cambodia's office among the recipients",
        malee,
        () -> malee.open(form).page().selectFirst("option[value=\"" + TO + "\"]") != null);
    malee.fill("purpose", "ASSISTANCE").fill("to", TO).fill("language", "km");
    for (String category :
        List.of("IDENTITY", "ORIGIN_AND_FAMILY", "NEEDS", "CONTACT", "EXPLOITATION", "WISHES")) {
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
}
