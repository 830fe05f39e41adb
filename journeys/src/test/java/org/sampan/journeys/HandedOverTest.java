package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A case that changes hands for good: Cambodia accepts it, takes it over and closes it, and a
/// court in Thailand is given the proof of what crossed. Thailand's offices read Thai, Cambodia's
/// Khmer.
@ExtendWith(River.class)
class HandedOverTest {

  private static final Story STORY = new Story("th", "ផល ម៉ាលីស", "Phal Malis", "", "", "", "", "");

  private final River.Banks banks;

  HandedOverTest(River.Banks banks) {
    this.banks = banks;
  }

  @Test
  void a_case_is_taken_over_closed_and_proved() throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", true).signIn("malee");
        Visitor somchai = new Visitor(banks, "TH", true).signIn("somchai");
        Visitor sokha = new Visitor(banks, "KH", true).signIn("sokha")) {
      malee.open("/");
      malee.speak("th");
      String caseFile = BadInputTest.opened(malee, STORY.name());
      NearBank.allows(malee, caseFile);
      Crossing crossing = new Crossing(malee, STORY, caseFile);
      String referral = crossing.asks();
      approves(somchai, "/referrals/" + referral);
      String copy = accepted(sokha, referral);
      malee.until(caseFile, "main a[href='" + caseFile + "/transfer']");

      String transfer = offers(malee, caseFile);
      approves(somchai, transfer);
      takesOver(sokha, copy);
      malee.until(
          caseFile,
          "main .river-line .crossing.to-near:has-text('"
              + malee.word("transfers.river.accepted")
              + "')");
      malee.stands("handed-over-4-river");
      malee.open(transfer);
      malee.says("transfers.is.accepted").stands("handed-over-5-accepted");

      closes(sokha, copy);
      malee.until(
          caseFile, "main .river-line:has-text('" + malee.word("transfers.river.closed") + "')");
      malee.sees(".river-now.nobody").stands("handed-over-9-closed");
      isProved(malee, somchai, caseFile);
    }
  }

  /// The second pair of eyes.
  private static void approves(Visitor somchai, String path) {
    somchai.open("/");
    somchai.speak("th");
    somchai.open(path);
    somchai.send("/approve");
    assertThat(somchai.page().locator("form[action$='/approve']").count()).isZero();
  }

  /// Cambodia says yes to the referral, and her case there has a record of what she allowed.
  private static String accepted(Visitor sokha, String referral) throws Exception {
    sokha.open("/");
    sokha.speak("km");
    String path = "/inbox/" + referral;
    sokha.until("/inbox", "main a[href='" + path + "']");
    sokha.open(path);
    sokha.fill("answer", "ACCEPTED").send("/decide").sees("form[action$='/tasks']");
    String copy = sokha.page().locator("main dl a[href^='/cases/']").getAttribute("href");
    sokha.until(copy + "/consent-records", "main code.proof");
    sokha.stands("handed-over-1-consent-record");
    return copy;
  }

  private static String offers(Visitor malee, String caseFile) throws IOException {
    malee.follow(caseFile + "/transfer").at("/transfer$");
    malee.stands("handed-over-2-offer");
    malee.send("/transfer").sees("main .error-summary, main [role=alert]");
    malee.page().locator("main [name=to]").first().check();
    malee.page().locator("main [name=why]").first().check();
    malee.fill("giver", "PERSON").send("/transfer").at("/transfers/[0-9a-f-]{36}$");
    malee.says("transfers.waits").stands("handed-over-3-waits");
    return malee.path();
  }

  private static void takesOver(Visitor sokha, String copy) throws Exception {
    sokha.until("/transfers", "main a[href^='/transfers/']");
    sokha.stands("handed-over-6-list");
    sokha.follow("/transfers/").sees("form[action$='/decide']");
    sokha.stands("handed-over-7-decide");
    sokha.fill("answer", "ACCEPTED").send("/decide").says("transfers.holder.here");
    sokha.open(copy);
    sokha.sees("main a[href='" + copy + "/closing']");
  }

  private static void closes(Visitor sokha, String copy) throws IOException {
    sokha.follow(copy + "/closing").at("/closing$");
    sokha.stands("handed-over-8-closing");
    sokha.page().locator("main [name=outcome]").first().check();
    sokha.send("/closing").at("/cases/[0-9a-f-]{36}$");
    sokha.sees(".river-now.nobody").stands("handed-over-8-closed-here");
  }

  private static void isProved(Visitor malee, Visitor somchai, String caseFile) throws Exception {
    String path = caseFile + "/proof";
    malee.open(path);
    malee.page().locator("main [name=ground]").first().check();
    malee.fill("why", "ศาลจังหวัดสมุทรสาครขอหลักฐาน").send("/proof").sees(".side");
    malee.stands("handed-over-10-asked");
    approves(somchai, path);
    malee.open(path);
    malee.sees("form[action$='/file']").stands("handed-over-11-granted");
  }

  @Test
  void an_administrator_sees_who_is_trusted() throws Exception {
    try (Visitor wichai = new Visitor(banks, "TH", true).signIn("wichai")) {
      for (String language : new String[] {"km", "en"}) {
        wichai.open("/trust");
        wichai.speak(language);
        wichai.stands("trust-" + language);
      }
    }
  }
}
