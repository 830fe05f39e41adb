package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Letter;

/// What another node may not do under the name of a transfer.
class TransferAbuseTests extends WithAnAcceptedReferral {

  @Test
  void a_transfer_of_what_was_never_asked_is_refused() {
    assertThat(thai.offer(id, file.id().value(), worker)).isEmpty();
    nodes.toKh.road = Faults.Road.CUT;
    assertThat(thai.approve(id, supervisor)).isEmpty();
    Letter good = opened(id);

    String never = good.content().body().text().replace(request.value().toString(), id.toString());
    assertThat(refusal(saying(good, never, good.terms().consent().state())))
        .isEqualTo("UNKNOWN_REFERRAL");
  }

  @Test
  void a_transfer_that_went_past_her_answer_is_refused() {
    assertThat(thai.offer(id, file.id().value(), worker)).isEmpty();
    nodes.toKh.road = Faults.Road.CUT;
    assertThat(thai.approve(id, supervisor)).isEmpty();
    Letter good = opened(id);

    assertThat(refusal(saying(good, good.content().body().text(), Letter.ConsentState.OVERRIDDEN)))
        .isEqualTo("CONSENT_NEEDED");
    assertThat(khmer.state(id)).isEqualTo("absent");
  }

  @Test
  void a_free_text_beside_the_codes_is_refused() {
    assertThat(thai.offer(id, file.id().value(), worker)).isEmpty();
    nodes.toKh.road = Faults.Road.CUT;
    assertThat(thai.approve(id, supervisor)).isEmpty();
    Letter good = opened(id);
    String body = good.content().body().text();
    String more = body.substring(0, body.length() - 1) + ",\"words\":\"Srey Mom, she was\"}";

    assertThat(refusal(saying(good, more, good.terms().consent().state())))
        .isEqualTo("SCHEMA_BODY");
  }

  /// A letter of Thailand that waits, as it was signed.
  private static Letter opened(UUID message) {
    byte[] sealed =
        th.sql()
            .sql("select sealed from exchange.outbox where id = :id")
            .param("id", message)
            .query((row, n) -> row.getBytes("sealed"))
            .single();
    return switch (org.sampan.sealing.Opener.open(
        sealed,
        kh.bean(org.sampan.trust.Keyring.class).opening(),
        kh.bean(org.sampan.trust.Trust.class).list().orElseThrow(),
        new org.sampan.sealing.NodeId("kh"),
        kh.clock.instant())) {
      case org.sampan.sealing.Checked.Valid<org.sampan.sealing.Opener.Opened>(var opened) ->
          opened.letter();
      case org.sampan.sealing.Checked.Refused<org.sampan.sealing.Opener.Opened>(var reason) ->
          throw new AssertionError(reason);
    };
  }

  private static Letter saying(Letter letter, String body, Letter.ConsentState state) {
    Letter.Consent consent = letter.terms().consent();
    return new Letter(
        letter.id(),
        letter.route(),
        letter.order(),
        letter.life(),
        new Letter.Terms(
            letter.terms().purpose(),
            letter.terms().basis(),
            letter.terms().handling(),
            new Letter.Consent(state, consent.scope(), consent.recordHash(), consent.validUntil())),
        letter.actor(),
        new Letter.Content(CanonicalJson.of(body), letter.content().schema()),
        letter.knowledge());
  }

  /// Hands it in at Cambodia's border: the code with which it is refused.
  private static String refusal(Letter letter) {
    try {
      kh.post("/x/v1/envelopes", th.bean(Scribe.class).seal(letter, null).envelope().bytes());
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
    return kh
        .bean(org.sampan.audit.Audit.class)
        .read(org.sampan.audit.Audit.Query.ALL.on(letter.id().value()), 100)
        .stream()
        .filter(entry -> entry.act().equals("exchange.message.refused"))
        .map(entry -> entry.detail().getOrDefault("code", ""))
        .findFirst()
        .orElse("not refused");
  }
}
