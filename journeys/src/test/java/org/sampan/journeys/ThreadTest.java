package org.sampan.journeys;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole thread: a person is screened, her case is opened, handed to another country with her
/// consent, and what became of it comes back.
@ExtendWith(River.class)
class ThreadTest {

  private final River.Banks banks;

  ThreadTest(River.Banks banks) {
    this.banks = banks;
  }

  static Stream<Story> tellings() {
    return Stream.of(Story.ENGLISH, Story.KHMER);
  }

  @ParameterizedTest
  @MethodSource("tellings")
  void a_case_crosses_the_border_and_what_became_of_it_comes_back(Story story) throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", true).signIn("malee");
        Visitor somchai = new Visitor(banks, "TH", true).signIn("somchai");
        Visitor sokha = new Visitor(banks, "KH", true).signIn("sokha");
        Visitor bopha = new Visitor(banks, "KH", true).signIn("bopha")) {
      NearBank near = new NearBank(malee, story);
      near.chooses();
      near.screens();
      String caseFile = near.opens();
      near.meetsHerAgain(caseFile);
      String consent = near.asks(caseFile);

      Crossing crossing = new Crossing(malee, story, caseFile);
      String referral = crossing.prepares();
      crossing.approves(somchai, referral);
      FarBank far = new FarBank(sokha, story, referral);
      far.receives();
      far.translates();
      String task = far.accepts();
      crossing.hears("referrals.is.accepted", 1, "");
      far.visits(bopha, task);
      far.tellsBack();
      crossing.hears("referrals.is.fed-back", 2, "24-river");
      String copy = far.caseHere();
      crossing.withdraws(consent);
      far.isLocked(copy);
      areRead(story, caseFile, copy);
      Disk.saysNothingOf(
          banks.home(),
          List.of(
              story.name(),
              story.latin(),
              story.withheld(),
              story.wish(),
              story.translated(),
              PaperCopy.NUMBER,
              "+855 12 000 111"));
    }
  }

  /// An auditor at each node sees who did and looked at what.
  private void areRead(Story story, String caseFile, String copy) throws Exception {
    try (Visitor prasert = new Visitor(banks, "TH", true).signIn("prasert");
        Visitor vannak = new Visitor(banks, "KH", true).signIn("vannak")) {
      Auditors.reads(
          prasert,
          story,
          caseFile,
          List.of(
              "casework.case.opened",
              "casework.case.seen",
              "consents.consent.given",
              "consents.consent.withdrawn",
              "exchange.message.queued"),
          List.of("มาลี ศรีสุข", "สมชาย ใจดี"));
      prasert.stands(story.picture("28-audit"));
      Auditors.reads(
          vannak,
          story,
          copy,
          List.of(
              "casework.case.received",
              "referrals.received.arrived",
              "referrals.received.accepted",
              "referrals.received.fed-back",
              "referrals.received.locked"),
          List.of("ចាន់ សុខា", "ស៊ឹម បុប្ផា"));
      if (story.language().equals("km")) {
        vannak.stands(story.picture("29-audit-there"));
      }
    }
  }

  @Test
  void a_worker_is_screened_without_any_script() throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", false).signIn("malee")) {
      malee.open("/");
      malee.page().locator("form.languages button[value=en]").first().evaluate("b => b.click()");
      malee.open("/screenings/new");
      NearBank.begin(malee);
      NearBank.answer(malee);
      NearBank.explains(malee);
      malee.send("/result").sees("main a.button[href^='/cases/new']");
    }
  }
}
