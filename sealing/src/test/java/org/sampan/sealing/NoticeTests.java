package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.TrustedNode.Status;

/// Revocations and suspensions: who may make them, and what they change.
class NoticeTests {
  private static final Instant NOW = Letters.NOW;
  private static final SigningKey A = SigningKey.generate();
  private static final SigningKey B = SigningKey.generate();
  private static final SigningKey C = SigningKey.generate();
  private static final TrustLists.Anchor THREE_OF_THREE =
      new TrustLists.Anchor(List.of(A.publicPart(), B.publicPart(), C.publicPart()), 3);
  private static final TrustLists.Anchor ONE = new TrustLists.Anchor(List.of(A.publicPart()), 1);
  private static final Notice.Revoked REVOKED =
      new Notice.Revoked(Letters.TH, Letters.TH_SIGNS.kid(), NOW.minusSeconds(60), NOW);
  private static final Notice.Suspended SUSPENDED = new Notice.Suspended(Letters.TH, NOW);

  @Test
  void two_signers_revoke_though_a_list_needs_three() {
    var text = Notice.sign(REVOKED, List.of(A, C));

    var proved = proved(text, THREE_OF_THREE);

    assertThat(proved.notice()).isEqualTo(REVOKED);
    assertThat(reason(Notice.sign(REVOKED, List.of(A)), THREE_OF_THREE))
        .isEqualTo(Reason.LIST_SIGNATURES_TOO_FEW);
    assertThat(reason(Notice.sign(REVOKED, List.of(A)), ONE)).isNull();
    assertThat(reason(Notice.addSignature(Notice.sign(REVOKED, List.of(A)), B), THREE_OF_THREE))
        .isNull();
  }

  @Test
  void nobody_else_revokes() {
    assertThat(reason(Notice.sign(REVOKED, List.of(A, A)), THREE_OF_THREE))
        .isEqualTo(Reason.LIST_SIGNER_TWICE);
    assertThat(reason(Notice.sign(REVOKED, List.of(A, SigningKey.generate())), THREE_OF_THREE))
        .isEqualTo(Reason.LIST_SIGNER_UNKNOWN);
    assertThat(reason(Notice.sign(REVOKED, List.of(Letters.TH_SIGNS)), ONE))
        .isEqualTo(Reason.LIST_SIGNER_UNKNOWN);
  }

  @Test
  void a_list_is_no_notice_and_a_notice_is_no_list() {
    var list = TrustLists.sign(Letters.TRUST, List.of(A));
    var notice = Notice.sign(REVOKED, List.of(A));

    assertThat(reason(list, ONE)).isEqualTo(Reason.TYPE_REFUSED);
    assertThat(Letters.reason(TrustLists.check(notice, ONE, null, NOW)))
        .isEqualTo(Reason.TYPE_REFUSED);
  }

  @Test
  void a_revoked_key_stops_on_receipt_and_its_earlier_proofs_stand() {
    var under = Letters.TRUST.under(List.of(proved(Notice.sign(REVOKED, List.of(A)), ONE)));
    var life = new Letter.Life(NOW.minusSeconds(600), NOW.plusSeconds(600), Letter.Urgency.ROUTINE);
    var letter = Letters.letter(Letters.letter().route(), life, "{}");
    var sealed = Sealer.seal(letter, Letters.TH_SIGNS, Letters.KH_OPENS.publicPart());
    var digest = Digest.of(sealed.text());

    assertThat(arrival(sealed, under)).isEqualTo(Reason.KEY_REVOKED);
    assertThat(
            Letters.reason(
                Opener.reopen(sealed.innerJws(), digest, under, Letters.KH, NOW.minusSeconds(61))))
        .isNull();
    assertThat(
            Letters.reason(
                Opener.reopen(sealed.innerJws(), digest, under, Letters.KH, NOW.minusSeconds(60))))
        .isEqualTo(Reason.KEY_REVOKED);
  }

  @Test
  void the_earliest_revocation_counts_and_another_nodes_key_is_untouched() {
    var later = new Notice.Revoked(Letters.TH, REVOKED.kid(), NOW, NOW);
    var other = new Notice.Revoked(Letters.KH, REVOKED.kid(), NOW, NOW);
    var under =
        Letters.TRUST.under(
            List.of(
                proved(Notice.sign(REVOKED, List.of(A)), ONE),
                proved(Notice.sign(later, List.of(A)), ONE)));
    var untouched = Letters.TRUST.under(List.of(proved(Notice.sign(other, List.of(A)), ONE)));

    assertThat(keyOf(under)).isEqualTo(REVOKED.since());
    assertThat(keyOf(untouched)).isNull();
  }

  @Test
  void a_node_suspends_itself_with_one_key_and_nobody_suspends_it() {
    var own = Notice.sign(SUSPENDED, List.of(Letters.TH_SIGNS));

    assertThat(standing(Letters.TRUST.under(List.of(proved(own, ONE)))))
        .isEqualTo(Status.SUSPENDED);
    assertThat(reason(Notice.sign(SUSPENDED, List.of(Letters.KH_SIGNS)), ONE))
        .isEqualTo(Reason.LIST_SIGNER_UNKNOWN);
    assertThat(reason(Notice.sign(SUSPENDED, List.of(A)), ONE))
        .isEqualTo(Reason.LIST_SIGNER_UNKNOWN);
    assertThat(
            Letters.reason(
                Notice.check(Notice.sign(SUSPENDED, List.of(Letters.TH_SIGNS)), ONE, null, NOW)))
        .isEqualTo(Reason.LIST_SIGNER_UNKNOWN);
  }

  @Test
  void a_suspended_node_comes_back_with_new_keys_and_not_by_a_renewal() {
    var suspended = proved(Notice.sign(SUSPENDED, List.of(Letters.TH_SIGNS)), ONE);
    var fresh = SigningKey.generate();
    var renewed =
        new TrustList(
            2,
            TrustLists.mark(Letters.TRUST).sha256(),
            NOW.plusSeconds(60),
            NOW.plus(Duration.ofDays(9)),
            Letters.TRUST.nodes());
    var withNewKeys = Letters.trustOf(Letters.node(Letters.TH, "TH", fresh, Letters.TH_OPENS));

    assertThat(standing(renewed.under(List.of(suspended)))).isEqualTo(Status.SUSPENDED);
    assertThat(standing(withNewKeys.under(List.of(suspended)))).isEqualTo(Status.ACTIVE);
  }

  @Test
  void a_notice_of_tomorrow_or_of_a_later_version_is_refused() {
    var ahead =
        new Notice.Revoked(
            Letters.TH, REVOKED.kid(), NOW, NOW.plus(Duration.ofDays(1)).plusMillis(1));
    var text = Notice.sign(REVOKED, List.of(A));

    assertThat(reason(Notice.sign(ahead, List.of(A)), ONE)).isEqualTo(Reason.CREATED_IN_FUTURE);
    assertThat(reason(text + " ", ONE)).isEqualTo(Reason.JSON_NOT_CANONICAL);
    assertThat(reason("", ONE)).isEqualTo(Reason.EMPTY);
    assertThat(reason("x".repeat(Notice.MAX_LENGTH + 1), ONE)).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void a_node_is_known_on_the_line_by_its_pinned_key_alone() {
    var line = new PublicPart(PublicPart.Use.TLS, SigningKey.generate().publicPart().key());
    var keys = List.of(Letters.key(line), Letters.key(Letters.TH_SIGNS.publicPart()));
    var th = Letters.node(Letters.TH, "TH", keys);
    var list = Letters.trustOf(th);
    var asSigner = new PublicPart(PublicPart.Use.TLS, Letters.TH_SIGNS.publicPart().key());

    assertThat(list.pinned(line, NOW)).contains(th);
    assertThat(list.pinned(line, NOW.plus(Duration.ofDays(80)))).isEmpty();
    assertThat(list.pinned(asSigner, NOW)).isEmpty();
    assertThat(Letters.trustOf(Letters.with(th, Status.SUSPENDED)).pinned(line, NOW)).isEmpty();
  }

  @Test
  void a_list_says_how_many_witnesses_a_log_needs() {
    var asking = new TrustList(1, null, NOW, NOW.plusSeconds(9), Letters.TRUST.nodes(), 2);
    var text = TrustListForm.write(asking).text();

    assertThat(TrustListForm.read(StrictJson.object(text)).witnesses()).isEqualTo(2);
    assertThat(Letters.TRUST.witnesses()).isZero();
    assertThat(TrustListForm.write(Letters.TRUST).text()).doesNotContain("witnesses");
    for (var wrong : List.of("0", "-1", "101", "4294967297")) {
      var bent = StrictJson.object(text.replace("\"witnesses\":2", "\"witnesses\":" + wrong));
      assertThat(Letters.reason(Checked.by(() -> TrustListForm.read(bent))))
          .as(wrong)
          .isEqualTo(Reason.LIST_REFUSED);
    }
  }

  private static @Nullable Reason arrival(SealedEnvelope sealed, TrustList list) {
    return Letters.reason(
        Opener.open(sealed.bytes(), List.of(Letters.KH_OPENS), list, Letters.KH, NOW));
  }

  private static @Nullable Instant keyOf(TrustList list) {
    return list.node(Letters.TH).orElseThrow().keys().stream()
        .filter(key -> key.part().kid().equals(REVOKED.kid()))
        .findFirst()
        .orElseThrow()
        .revoked();
  }

  private static Status standing(TrustList list) {
    return list.node(Letters.TH).orElseThrow().status();
  }

  private static Notice.Proved proved(String text, TrustLists.Anchor anchor) {
    return switch (Notice.check(text, anchor, Letters.TRUST, NOW)) {
      case Checked.Valid<Notice.Proved>(var value) -> value;
      case Checked.Refused<Notice.Proved>(var reason) -> throw new AssertionError(reason);
    };
  }

  private static @Nullable Reason reason(String text, TrustLists.Anchor anchor) {
    return Letters.reason(Notice.check(text, anchor, Letters.TRUST, NOW));
  }
}
