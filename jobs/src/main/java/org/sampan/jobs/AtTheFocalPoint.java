package org.sampan.jobs;

import java.io.IOException;

/// The far bank: Cambodia's focal point and a volunteer of the women's association.
final class AtTheFocalPoint {

  private final Steps steps;
  private final Pages sokha;
  private String received = "";
  private String caseFile = "";

  AtTheFocalPoint(Steps steps, Pages sokha) {
    this.steps = steps;
    this.sokha = sokha;
  }

  /// Where the case is read here.
  String caseFile() {
    return caseFile;
  }

  void receive() throws IOException, InterruptedException {
    steps.step("Phnom Penh's inbox shows it, with its proof", this::find);
    steps.step("Codes and labels read in Khmer", this::readInKhmer);
    steps.step("The focal point accepts", this::accept);
  }

  private void find() throws IOException, InterruptedException {
    steps.until(
        "a referral in the inbox",
        sokha,
        () -> sokha.open("/inbox").page().selectFirst("main a[href^=/inbox/]") != null);
    sokha.follow("/inbox/").says(AtTheProvince.NAME).says("unchanged, for you").shows("code.proof");
    received = sokha.path();
    caseFile = sokha.page().select("main a[href^=/cases/]").attr("href");
  }

  private void readInKhmer() throws IOException, InterruptedException {
    sokha.press("form.languages button[value=km]").shows("html[lang=km]").open(received);
    String told = sokha.page().select("section[aria-labelledby=told] dt").text();
    if (told.codePoints().noneMatch(c -> Character.UnicodeScript.of(c).name().equals("KHMER"))) {
      throw new Pages.Differs("what was told, in Khmer", sokha);
    }
    sokha.press("form.languages button[value=en]").open(received);
  }

  private void accept() throws IOException, InterruptedException {
    sokha.fill("answer", "ACCEPTED").fill("words", "We meet her at Poipet.").send("/decide");
    sokha.says("Accepted");
  }

  void followUp(Pages bopha) throws IOException, InterruptedException {
    steps.step("She gives the first follow-up to a volunteer", () -> give(bopha));
    steps.step("The volunteer sees her task alone, and records the visit", () -> visit(bopha));
    steps.step("The focal point sends the feedback", this::feedBack);
  }

  private void give(Pages bopha) throws IOException, InterruptedException {
    sokha
        .open(received)
        .fill("colleague", DemoPeople.id("bopha").toString())
        .fill("ask", "See how she has arrived, and what she needs first.")
        .fill("never", "Do not say whose side you come from.")
        .send("/tasks");
    bopha.refuses(caseFile).refuses(received);
  }

  private static void visit(Pages bopha) throws IOException, InterruptedException {
    bopha
        .open("/tasks")
        .follow("/tasks/")
        .says(AtTheProvince.NAME)
        .fill("met", "yes")
        .fill("safe", "yes")
        .fill("recontact", "yes")
        .fill("wellbeing", "4")
        .fill("needs", "health")
        .fill("wishes", "work")
        .fill("note", "She is with her aunt.")
        .send("/visit");
    bopha.says("Follow-up done");
  }

  private void feedBack() throws IOException, InterruptedException {
    sokha.open(received).says("She is with her aunt.").send("/feedback");
    sokha.says("Feedback given");
  }

  void isLocked() throws IOException, InterruptedException {
    steps.until(
        "a locked copy",
        sokha,
        () -> sokha.open(received).page().text().contains("This copy is locked"));
    if (sokha.page().text().contains(AtTheProvince.NAME)) {
      throw new Pages.Differs("nothing of her on a locked copy", sokha);
    }
  }
}
