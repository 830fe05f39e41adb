package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// How a case leaves the near bank, and what is seen of it there afterwards.
final class Crossing {

  private final Visitor malee;
  private final Story story;
  private final String caseFile;

  Crossing(Visitor malee, Story story, String caseFile) {
    this.malee = malee;
    this.story = story;
    this.caseFile = caseFile;
  }

  /// She sees exactly what goes and what stays, and hands the referral in. Returns its number.
  String prepares() throws IOException {
    writes();
    malee.stands(story.picture("12-refer"));
    malee.send("/refer").at("/referrals/[0-9a-f-]{36}$");
    if (story.hasPaper()) {
      PaperCopy.added(malee, story.picture("12-papers"));
    }
    String goes = malee.page().locator(".side.goes").innerText();
    String stays = malee.page().locator(".side.stays").innerText();
    assertThat(goes).contains(story.name(), story.wish()).doesNotContain(story.withheld());
    assertThat(stays).doesNotContain(story.name());
    malee.says("referrals.stays.never").stands(story.picture("13-goes-and-stays"));
    malee.prints(story.picture("13-goes-and-stays"), 3);
    return handsIn();
  }

  /// The same without a look at what goes. Returns its number.
  String asks() {
    writes();
    malee.send("/refer").at("/referrals/[0-9a-f-]{36}$");
    return handsIn();
  }

  private void writes() {
    malee.open(caseFile);
    malee.follow(caseFile + "/refer").at("/refer$");
    malee
        .fill("to", NearBank.TO)
        .fill("purpose", "ASSISTANCE")
        .fill("need", "LEGAL_AID")
        .fill("agreement", "th-kh-2003")
        .fill("urgency", "ONE_DAY")
        .fill("language", story.language());
  }

  private String handsIn() {
    String path = malee.path();
    malee.send("/hand-in").sees("main .notice.attention");
    malee.says("referrals.waits-for-another");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Only a second person's yes lets it leave; the author is not even asked.
  void approves(Visitor somchai, String number) throws IOException {
    assertThat(malee.page().locator("form[action$='/approve']").count()).isZero();
    somchai.open("/");
    somchai.speak(story.language());
    somchai.follow("/referrals?show=approve").sees("main a[href='/referrals/" + number + "']");
    somchai.stands(story.picture("14-to-approve"));
    somchai.follow("/referrals/" + number).sees("form[action$='/approve']");
    somchai.stands(story.picture("15-approval"));
    somchai.send("/approve").says("referrals.is.sent");
    assertThat(somchai.page().locator("form[action$='/approve']").count()).isZero();
  }

  /// The river shows what came back, with times and the names of offices.
  void hears(String key, int crossings, String picture) throws Exception {
    String said = malee.word(key);
    malee.until(caseFile, ".river-line .crossing.to-near:has-text('" + said + "')");
    assertThat(malee.page().locator(".river-line .crossing.to-near").count()).isEqualTo(crossings);
    assertThat(malee.page().locator(".river-line .crossing.to-far.arrived").count()).isEqualTo(2);
    malee.shows(story.farOffice()).says("referrals.proof.signed");
    assertThat(malee.page().locator(".river-line time[datetime]").count()).isGreaterThan(2);
    if (!picture.isEmpty()) {
      malee.stands(story.picture(picture));
    }
  }

  /// The person takes her consent back.
  void withdraws(String consent) throws IOException {
    malee.open(consent);
    malee.fill("giver", "PERSON").fill("reason", "CHANGED_HER_MIND").send("/withdraw");
    malee.sees("main .notice.danger").stands(story.picture("25-withdrawn"));
    malee.open(caseFile);
    malee.sees(
        ".river-line .crossing.to-far:has-text('" + malee.word("referrals.is.withdrawn") + "')");
    malee.stands(story.picture("26-river-withdrawn"));
  }
}
