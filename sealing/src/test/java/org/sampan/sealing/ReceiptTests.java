package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptTests {
  private static final SealedEnvelope SEALED = Letters.sealed();
  private static final Receipt.Subject OF = Receipt.Subject.of(Letters.letter().id(), SEALED);
  private static final Receipt.Stamp BY =
      new Receipt.Stamp(
          Letters.KH, Letters.NOW, new Letter.LogHead(7, Digest.of("head of the log")));

  static Stream<Receipt> receipts() {
    return Stream.of(
        new Receipt.Relayed(OF, BY),
        new Receipt.Relayed(OF, new Receipt.Stamp(Letters.KH, Letters.NOW, null)),
        new Receipt.Delivered(OF, BY),
        new Receipt.Decided(OF, BY, Receipt.Decision.ACCEPTED, "PLACE_FREE"),
        new Receipt.Decided(OF, BY, Receipt.Decision.REFUSED, "NOT_COMPETENT"),
        Receipt.Bounced.of(SEALED.sealed(), BY, Reason.NOT_DECRYPTABLE));
  }

  @ParameterizedTest
  @MethodSource("receipts")
  void a_receipt_is_read_back_as_it_was_signed(Receipt receipt) {
    var text = Receipts.sign(receipt, Letters.KH_SIGNS);

    assertThat(Receipts.check(text, Letters.TRUST, Letters.NOW))
        .isEqualTo(new Checked.Valid<>(receipt));
    assertThat(Receipts.check(text, OF, Letters.KH, Letters.TRUST, Letters.NOW))
        .isEqualTo(new Checked.Valid<>(receipt));
  }

  @ParameterizedTest
  @MethodSource("receipts")
  void a_receipt_signed_by_another_node_is_refused(Receipt receipt) {
    var text = Receipts.sign(receipt, Letters.TH_SIGNS);

    assertThat(Letters.reason(Receipts.check(text, Letters.TRUST, Letters.NOW)))
        .isEqualTo(Reason.SIGNER_NOT_SENDER);
  }

  @ParameterizedTest
  @MethodSource("receipts")
  void a_receipt_of_other_bytes_is_refused(Receipt receipt) {
    var text = Receipts.sign(receipt, Letters.KH_SIGNS);
    var other = Receipt.Subject.of(Letters.letter().id(), Letters.sealed());

    assertThat(reason(text, other, Letters.KH)).isEqualTo(Reason.RECEIPT_FOR_OTHER);
  }

  @Test
  void a_true_receipt_by_the_wrong_node_is_refused() {
    var stamp = new Receipt.Stamp(Letters.TH, Letters.NOW, null);
    var text = Receipts.sign(new Receipt.Relayed(OF, stamp), Letters.TH_SIGNS);

    assertThat(reason(text, OF, Letters.KH)).isEqualTo(Reason.RECEIPT_FOR_OTHER);
  }

  @Test
  void a_receipt_for_another_letter_in_the_same_bytes_is_refused() {
    var id = new Letter.Id(UUID.fromString("019aa5c4-7e00-7000-8000-00000000a002"));
    var other = new Receipt.Subject(id, SEALED.sealed(), SEALED.identity());
    var text = Receipts.sign(new Receipt.Relayed(other, BY), Letters.KH_SIGNS);

    assertThat(reason(text, OF, Letters.KH)).isEqualTo(Reason.RECEIPT_FOR_OTHER);
  }

  @Test
  void both_sides_name_a_letter_alike() {
    var opened = Letters.open(SEALED.bytes());

    assertThat(opened).isInstanceOf(Checked.Valid.class);
    assertThat(Receipt.Subject.of(((Checked.Valid<Opener.Opened>) opened).value())).isEqualTo(OF);
  }

  @Test
  void a_bounce_is_signed_for_permanent_reasons_only() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Receipt.Bounced.of(SEALED.sealed(), BY, Reason.TRUST_LIST_BEHIND));
  }

  @Test
  void a_reason_code_is_a_code_and_no_free_text() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Receipt.Decided(OF, BY, Receipt.Decision.REFUSED, "She moved to Siem Reap"));
  }

  @Test
  void a_letter_or_a_statement_does_not_pass_for_a_receipt() {
    var receipt = Forge.signed(Forge.INNER_HEADER, "{}", Letters.TH_SIGNS);
    var statement =
        Statement.of("sys.hello", Letters.TH, Letters.KH, Letters.NOW, CanonicalJson.of("{}"));

    for (var text : List.of(receipt, statement.sign(Letters.TH_SIGNS))) {
      assertThat(Letters.reason(Receipts.check(text, Letters.TRUST, Letters.NOW)))
          .isEqualTo(Reason.TYPE_REFUSED);
    }
  }

  @Test
  void a_receipt_over_8_kib_is_refused() {
    assertThat(Letters.reason(Receipts.check("A".repeat(8193), Letters.TRUST, Letters.NOW)))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void a_suspended_node_gives_no_receipts() {
    var node = Letters.TRUST.node(Letters.KH).orElseThrow();
    var suspended = Letters.with(node, TrustedNode.Status.SUSPENDED);
    var text = Receipts.sign(new Receipt.Relayed(OF, BY), Letters.KH_SIGNS);

    assertThat(Letters.reason(Receipts.check(text, Letters.trustOf(suspended), Letters.NOW)))
        .isEqualTo(Reason.NODE_SUSPENDED);
  }

  private static @Nullable Reason reason(String text, Receipt.Subject of, NodeId from) {
    return Letters.reason(Receipts.check(text, of, from, Letters.TRUST, Letters.NOW));
  }
}
