package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;

/// What Cambodia's focal point does, and the volunteer she asks. Both read Khmer.
final class FarBank {

  private final Visitor sokha;
  private final Story story;
  private final String path;
  private String papers = "";

  FarBank(Visitor sokha, Story story, String referral) {
    this.sokha = sokha;
    this.story = story;
    this.path = "/inbox/" + referral;
    sokha.open("/");
    sokha.speak("km");
  }

  /// The office's inbox shows it, with who must act and since when; opened, it proves itself.
  void receives() throws Exception {
    sokha.until("/inbox", "main a[href='" + path + "']");
    assertThat(sokha.page().locator("main tr:has(a[href='" + path + "']) time").count()).isOne();
    stands(sokha, "16-inbox");
    sokha.follow(path).sees("#proof");
    sokha.says("referrals.told.language").shows(story.name()).shows(story.wish());
    assertThat(sokha.page().locator("code.proof").count()).isGreaterThan(1);
    assertThat(sokha.page().locator(".words[lang=" + story.language() + "]").count()).isPositive();
    stands(sokha, "17-received");
    sokha.prints(story.picture("17-received"), 3);
    if (story.hasPaper()) {
      sokha.follow("/papers/").sees("main ul.tasks");
      stands(sokha, "17-papers");
      PaperCopy.opens(sokha);
      papers = sokha.path();
      sokha.open(path);
    }
  }

  /// A translation stands beside what was written, under the name of who made it.
  void translates() {
    sokha.page().locator("main details.more:has(form[action$='/translations']) summary").click();
    sokha
        .fill("item", "WISH_WORDS")
        .fill("language", story.other())
        .fill("text", story.translated());
    sokha.page().locator("form[action$='/translations'] button").click();
    sokha.sees("main dd small").shows(story.translated()).shows(story.wish()).shows("ចាន់ សុខា");
  }

  /// She accepts, and gives the first follow-up to a volunteer. Returns the path of the task.
  String accepts() throws IOException {
    sokha.fill("answer", "ACCEPTED").send("/decide").sees("form[action$='/tasks']");
    String volunteer =
        sokha.page().locator("#colleague option:has-text('ស៊ឹម បុប្ផា')").getAttribute("value");
    sokha
        .fill("colleague", volunteer)
        .fill("ask", "សួរថាមានសុវត្ថិភាពឬទេ")
        .fill("never", "កុំនិយាយជាមួយអ្នកជិតខាង");
    stands(sokha, "18-accepted");
    sokha.page().locator("form[action$='/tasks'] button").click();
    Locator close = sokha.page().locator("form[action*='/tasks/'][action$='/close']");
    close.waitFor();
    stands(sokha, "19-given");
    String action = close.getAttribute("action");
    return action.substring(action.indexOf("/tasks/")).replace("/close", "");
  }

  /// She sees her task and what it needs, and nothing else of the node.
  void visits(Visitor bopha, String task) throws IOException {
    bopha.open("/");
    bopha.speak("km");
    bopha.follow("/tasks").sees("main a[href='" + task + "']");
    stands(bopha, "20-tasks");
    for (String closed : new String[] {path, "/inbox", "/cases", "/referrals", "/audit"}) {
      assertThat(bopha.open(closed).status()).as(closed).isEqualTo(404);
    }
    bopha.open(task);
    bopha.shows(story.name()).shows("+855 12 000 111").hides(story.wish());
    stands(bopha, "21-task");
    bopha
        .fill("met", "yes")
        .fill("safe", "yes")
        .fill("recontact", "yes")
        .fill("wellbeing", "4")
        .fill("needs", "legal-aid")
        .fill("wishes", "return-home")
        .fill("note", "បានជួបនៅផ្ទះ")
        .send("/visit")
        .sees("#done");
    stands(bopha, "22-visited");
  }

  /// What she found goes back: first both lists, then the send.
  void tellsBack() throws IOException {
    sokha.open(path);
    sokha.sees("form[action$='/feedback']");
    stands(sokha, "23-feedback");
    sokha.send("/feedback").at(path + "$");
    sokha.says("referrals.is.fed-back");
  }

  /// The path of the case that was opened here from what arrived.
  String caseHere() {
    sokha.open(path);
    String here = sokha.page().locator("main dl a[href^='/cases/']").getAttribute("href");
    sokha.open(here);
    sokha.shows(story.name()).sees(".river-line .crossing.to-near");
    return here;
  }

  /// Once the consent is taken back there, the copy here is locked and says so.
  void isLocked(String copy) throws Exception {
    sokha.until(path, "#locked");
    sokha.hides(story.name()).hides(story.wish()).hides(story.translated());
    sokha.says("referrals.locked.what");
    stands(sokha, "27-locked");
    if (story.hasPaper()) {
      assertThat(sokha.open(papers).status()).isEqualTo(404);
    }
    sokha.open(copy);
    sokha.sees("#locked").hides(story.name());
    stands(sokha, "27-locked-case");
    sokha.open("/inbox?show=all");
    sokha.sees("main tr:has(a[href='" + path + "']) .status.withdrawn");
  }

  /// The far bank reads Khmer in every telling, so its pages are checked in one of them.
  private void stands(Visitor visitor, String page) throws IOException {
    if (story.language().equals("km")) {
      visitor.stands(story.picture(page));
    }
  }
}
