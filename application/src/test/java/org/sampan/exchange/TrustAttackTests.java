package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Notice;
import org.sampan.sealing.Reason;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;

/// Lists and notices that must change nothing in a running node, whoever hands them in.
class TrustAttackTests extends OnTwoNodes {

  private static final SigningKey STRANGER = SigningKey.generate();

  @Test
  void an_old_list_handed_in_again_changes_nothing() throws Exception {
    String old = newest();
    nodes.publish();

    assertThat(th.bean(Trust.class).offer(old))
        .isEqualTo(new Trust.Offered.Refused(Reason.LIST_ROLLBACK));
    assertThat(newest()).isNotEqualTo(old);
  }

  @Test
  void the_list_in_force_is_known() {
    assertThat(th.bean(Trust.class).offer(newest())).isInstanceOf(Trust.Offered.Known.class);
  }

  @Test
  void a_list_by_strangers_or_by_a_node_changes_nothing() {
    TrustList next = next(TrustLists.mark(inForce()).sha256());

    refused(TrustLists.sign(next, List.of(STRANGER)), Reason.LIST_SIGNER_UNKNOWN);
    refused(
        TrustLists.sign(next, List.of(th.bean(Keyring.class).signing())),
        Reason.LIST_SIGNER_UNKNOWN);
    assertThat(th.bean(Trust.class).offer(TrustLists.sign(next, List.of())))
        .isInstanceOf(Trust.Offered.Refused.class);
    refused(TrustLists.addSignature(newest(), STRANGER), Reason.LIST_SIGNER_UNKNOWN);
  }

  @Test
  void signatures_of_one_list_do_not_serve_another() {
    String forged = TrustLists.sign(next(Digest.of("another")), List.of());
    String payload = forged.substring(0, forged.indexOf("\"signatures\""));

    refused(
        payload + newest().substring(newest().indexOf("\"signatures\"")), Reason.SIGNATURE_REFUSED);
  }

  @Test
  void no_node_revokes_a_key_and_none_suspends_another() {
    Instant now = th.clock.instant();
    SigningKey kh = TrustAttackTests.kh.bean(Keyring.class).signing();
    var self = th.bean(Trust.class).self();

    refused(
        Notice.sign(
            new Notice.Revoked(self, th.bean(Keyring.class).signing().kid(), now, now),
            List.of(kh)),
        Reason.LIST_SIGNER_UNKNOWN);
    refused(Notice.sign(new Notice.Suspended(self, now), List.of(kh)), Reason.LIST_SIGNER_UNKNOWN);
  }

  @Test
  void what_is_neither_changes_nothing() {
    for (String junk :
        List.of("", "{}", "[]", "null", "a", "{\"payload\":\"\",\"signatures\":[]}")) {
      String before = newest();

      assertThat(th.bean(Trust.class).offer(junk)).isInstanceOf(Trust.Offered.Refused.class);

      assertThat(newest()).isEqualTo(before);
    }
  }

  private static void refused(String text, Reason reason) {
    String before = newest();

    assertThat(th.bean(Trust.class).offer(text)).isEqualTo(new Trust.Offered.Refused(reason));

    assertThat(newest()).isEqualTo(before);
  }

  private static TrustList inForce() {
    return th.bean(Trust.class).list().orElseThrow();
  }

  private static TrustList next(Digest prev) {
    Instant now = th.clock.instant();
    TrustList list = inForce();
    return new TrustList(list.version() + 1, prev, now, now.plus(Duration.ofDays(3)), list.nodes());
  }

  private static String newest() {
    return th.bean(Trust.class).texts().getLast();
  }
}
