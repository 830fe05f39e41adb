package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.Letter.ListMark;
import tools.jackson.databind.node.ArrayNode;

class TrustListTests {
  private static final Instant NOW = Letters.NOW;
  private static final SigningKey A = SigningKey.generate();
  private static final SigningKey B = SigningKey.generate();
  private static final SigningKey C = SigningKey.generate();
  private static final TrustLists.Anchor TWO_OF_THREE =
      new TrustLists.Anchor(List.of(A.publicPart(), B.publicPart(), C.publicPart()), 2);
  private static final TrustList FIRST = Letters.TRUST;
  private static final TrustList SECOND = after(FIRST);

  @Test
  void a_list_signed_by_two_of_three_is_accepted_whole() {
    var office =
        new TrustedNode.Office(
            "focal-point",
            TrustedNode.Names.of(Map.of("en", "Focal point", "km", "ចំណុចទំនាក់ទំនង")),
            List.of("referral.request"));
    var list = Letters.trustOf(Letters.with(FIRST.nodes().getFirst(), List.of(office)));

    var checked = check(TrustLists.sign(list, List.of(A, C)), null, NOW);

    assertThat(checked)
        .isEqualTo(new Checked.Valid<>(new TrustLists.Trusted(list, TrustLists.mark(list))));
    assertThat(list.nodes().getFirst().offices().getFirst().names().in("km")).startsWith("ច");
    assertThat(list.nodes().getFirst().offices().getFirst().names().in("vi"))
        .isEqualTo("Focal point");
  }

  @Test
  void signatures_are_gathered_one_after_the_other_in_any_order() {
    var one = TrustLists.sign(FIRST, List.of(A));
    var two = TrustLists.addSignature(one, B);

    assertThat(reason(one, null)).isEqualTo(Reason.LIST_SIGNATURES_TOO_FEW);
    assertThat(reason(two, null)).isNull();
    assertThat(reason(TrustLists.addSignature(TrustLists.sign(FIRST, List.of(B)), A), null))
        .isNull();
    assertThat(reason(TrustLists.addSignature(one, A), null))
        .isEqualTo(Reason.LIST_SIGNATURES_TOO_FEW);
  }

  @Test
  void one_signer_cannot_count_twice() {
    var text = TrustLists.sign(FIRST, List.of(A, A));

    assertThat(reason(text, null)).isEqualTo(Reason.LIST_SIGNER_TWICE);
  }

  @Test
  void a_signature_by_anyone_not_pinned_spoils_the_list() {
    var text = TrustLists.sign(FIRST, List.of(A, B, SigningKey.generate()));

    assertThat(reason(text, null)).isEqualTo(Reason.LIST_SIGNER_UNKNOWN);
  }

  @Test
  void a_signature_over_another_list_is_refused() {
    var mixed =
        TrustLists.sign(FIRST, List.of(A, B))
            .replaceFirst(
                "\"payload\":\"[^\"]*\"", payloadOf(TrustLists.sign(SECOND, List.of(A, B))));

    assertThat(reason(mixed, null)).isEqualTo(Reason.SIGNATURE_REFUSED);
  }

  @Test
  void versions_only_rise() {
    var first = TrustLists.sign(FIRST, List.of(A, B));
    var second = TrustLists.sign(SECOND, List.of(B, C));

    assertThat(reason(second, TrustLists.mark(FIRST))).isNull();
    assertThat(reason(first, TrustLists.mark(FIRST))).isNull();
    assertThat(reason(first, TrustLists.mark(SECOND))).isEqualTo(Reason.LIST_ROLLBACK);
    assertThat(reason(TrustLists.sign(after(SECOND), List.of(A, B)), TrustLists.mark(FIRST)))
        .isNull();
  }

  @Test
  void a_fork_is_refused() {
    var other = new TrustList(1, null, NOW, NOW.plus(Duration.ofDays(3)), FIRST.nodes());
    var stranger =
        new TrustList(2, Digest.of("another"), NOW, NOW.plus(Duration.ofDays(3)), List.of());

    assertThat(reason(TrustLists.sign(other, List.of(A, B)), TrustLists.mark(FIRST)))
        .isEqualTo(Reason.LIST_FORKED);
    assertThat(reason(TrustLists.sign(stranger, List.of(A, B)), TrustLists.mark(FIRST)))
        .isEqualTo(Reason.LIST_FORKED);
  }

  @Test
  void an_expired_list_is_refused_unless_it_is_the_one_in_use() {
    var text = TrustLists.sign(FIRST, List.of(A, B));
    var late = FIRST.expires();

    assertThat(Letters.reason(check(text, null, late.minusMillis(1)))).isNull();
    assertThat(Letters.reason(check(text, null, late))).isEqualTo(Reason.LIST_EXPIRED);
    assertThat(Letters.reason(check(text, TrustLists.mark(FIRST), late))).isNull();
    assertThat(FIRST.isFresh(late.minusMillis(1))).isTrue();
    assertThat(FIRST.isFresh(late)).isFalse();
  }

  @Test
  void a_list_dated_more_than_a_day_ahead_is_refused() {
    var text = TrustLists.sign(FIRST, List.of(A, B));

    assertThat(Letters.reason(check(text, null, FIRST.issued().minus(Duration.ofHours(25)))))
        .isEqualTo(Reason.LIST_NOT_YET);
  }

  @Test
  void a_list_that_contradicts_itself_cannot_be_made() {
    var th = FIRST.nodes().getLast();
    var copy = Letters.node(new NodeId("la"), "LA", th.keys());
    var life = Duration.ofDays(32);

    assertRefused(Reason.LIST_REFUSED, () -> Letters.trustOf(th, th));
    assertRefused(Reason.LIST_REFUSED, () -> Letters.trustOf(th, copy));
    assertRefused(
        Reason.TIMES_REFUSED, () -> new TrustList(1, null, NOW, NOW.plus(life), List.of()));
    assertRefused(Reason.TIMES_REFUSED, () -> new TrustList(1, null, NOW, NOW, List.of()));
    assertRefused(
        Reason.LIST_REFUSED, () -> new TrustList(2, null, NOW, NOW.plusSeconds(1), List.of()));
    assertRefused(Reason.FIELD_MISSING, () -> TrustedNode.Names.of(Map.of("km", "ខ្មែរ")));
  }

  @Test
  void an_anchor_cannot_ask_for_more_signers_than_it_names() {
    var one = List.of(A.publicPart());

    assertRefused(Reason.LIST_SIGNATURES_TOO_FEW, () -> new TrustLists.Anchor(one, 2));
    assertRefused(Reason.LIST_SIGNATURES_TOO_FEW, () -> new TrustLists.Anchor(one, 0));
    assertRefused(
        Reason.LIST_SIGNER_TWICE,
        () -> new TrustLists.Anchor(List.of(A.publicPart(), A.publicPart()), 2));
  }

  @Test
  void a_list_of_other_layout_is_refused() {
    var text = TrustLists.sign(FIRST, List.of(A, B));

    assertThat(reason("", null)).isEqualTo(Reason.EMPTY);
    assertThat(reason(text + "\n", null)).isEqualTo(Reason.JSON_NOT_CANONICAL);
    assertThat(reason(text.replace("{\"payload\"", "{\"header\":1,\"payload\""), null))
        .isEqualTo(Reason.HEADER_REFUSED);
    assertThat(reason("{\"payload\":\"\",\"signatures\":[]}", null))
        .isEqualTo(Reason.JSON_MALFORMED);
    assertThat(reason(" ".repeat(TrustLists.MAX_BYTES + 1), null)).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void members_and_key_uses_of_later_versions_are_passed_over() {
    var tree = StrictJson.object(TrustListForm.write(FIRST).text());
    var later = "{\"from\":\"x\",\"until\":\"y\",\"use\":\"log\"}";
    ((ArrayNode) tree.get("nodes").get(0).get("keys")).add(StrictJson.object(later));
    tree.put("quota", 7);

    assertThat(TrustListForm.read(tree)).isEqualTo(FIRST);
  }

  @Test
  void a_letter_is_judged_by_its_senders_standing() {
    var th = FIRST.node(Letters.TH).orElseThrow();

    assertThat(arrival(Letters.with(th, TrustedNode.Status.SUSPENDED)))
        .isEqualTo(Reason.NODE_SUSPENDED);
    assertThat(arrival(Letters.with(th, TrustedNode.Status.PROBATION)))
        .isEqualTo(Reason.KIND_NOT_ALLOWED);
    assertThat(arrival(th)).isNull();
  }

  @Test
  void a_signer_on_a_newer_list_than_ours_is_no_reason_to_bounce() {
    var unknown =
        Forge.payload(
            tree -> tree.putObject("trust").put("version", 2).put("sha256", "0".repeat(64)));
    var kh = FIRST.node(Letters.KH).orElseThrow();

    var checked =
        Opener.open(unknown, List.of(Letters.KH_OPENS), Letters.trustOf(kh), Letters.KH, NOW);

    assertThat(Letters.reason(checked)).isEqualTo(Reason.TRUST_LIST_BEHIND);
    assertThat(Reason.TRUST_LIST_BEHIND.permanent()).isFalse();
  }

  private static @Nullable Reason arrival(TrustedNode sender) {
    var list = Letters.trustOf(sender, FIRST.node(Letters.KH).orElseThrow());
    var bytes = Letters.sealed().bytes();
    return Letters.reason(Opener.open(bytes, List.of(Letters.KH_OPENS), list, Letters.KH, NOW));
  }

  private static TrustList after(TrustList list) {
    return new TrustList(
        list.version() + 1,
        TrustLists.mark(list).sha256(),
        NOW,
        NOW.plus(Duration.ofDays(30)),
        list.nodes());
  }

  private static Checked<TrustLists.Trusted> check(
      String text, @Nullable ListMark last, Instant now) {
    return TrustLists.check(text, TWO_OF_THREE, last, now);
  }

  private static @Nullable Reason reason(String text, @Nullable ListMark last) {
    return Letters.reason(check(text, last, NOW));
  }

  private static String payloadOf(String text) {
    return text.replaceFirst("^\\{(\"payload\":\"[^\"]*\").*$", "$1");
  }

  private static void assertRefused(Reason reason, Runnable making) {
    assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(reason.text());
  }
}
