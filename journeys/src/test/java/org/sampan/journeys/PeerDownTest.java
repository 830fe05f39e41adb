package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The other country's node is off when something is sent to it.
@ExtendWith(River.class)
class PeerDownTest {

  private final River.Banks banks;

  PeerDownTest(River.Banks banks) {
    this.banks = banks;
  }

  @Test
  void what_cannot_leave_is_shown_as_queued_and_arrives_when_they_are_back() throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", true).signIn("malee");
        Visitor somchai = new Visitor(banks, "TH", true).signIn("somchai");
        Visitor sokha = new Visitor(banks, "KH", true).signIn("sokha")) {
      malee.open("/");
      malee.speak("en");
      String caseFile = BadInputTest.opened(malee, Story.QUEUED.name());
      NearBank.allows(malee, caseFile);
      Crossing crossing = new Crossing(malee, Story.QUEUED, caseFile);
      String referral = crossing.asks();

      banks.nodes().stop("KH");
      try {
        crossing.approves(somchai, referral);
        malee.until(caseFile, ".river-line .crossing.to-far.queued");
        malee.says("casework.river.far-waits", "Cambodia").stands("bad-queued");
        malee.open("/referrals/" + referral);
        malee.says("exchange.state.queued");
        String waits = somchai.word("exchange.state.queued");
        somchai.until("/delivery", "main table .status:has-text('" + waits + "')");
        somchai.stands("bad-delivery");
        somchai.follow("/delivery/sent/" + referral).sees("form[action$='/cancel']");
        somchai.stands("bad-waits");
      } finally {
        banks.nodes().startAgain("KH");
        Duration took = banks.nodes().waitUntilTheyAnswer(Duration.ofMinutes(10), () -> false);
        assertThat(took).isPositive();
      }

      // She is still signed in there: a sign-in survives a restart.
      sokha.until("/inbox", "main a[href='/inbox/" + referral + "']");
      malee.until(caseFile, ".river-line .crossing.to-far.delivered.arrived");
    }
  }
}
