package org.sampan.sealing;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sampan.sealing.TrustList.KeyState;

/// A key by its window, its revocation and the moment: what the list says, and what that means for
/// a letter, a receipt and a statement it signed.
class KeyTableTests {
  private static final Instant NOW = Letters.NOW;
  private static final SigningKey KEY = SigningKey.generate();

  /// A key's window and revocation, when something was signed, and what must come of it on arrival.
  record Row(
      String name,
      Instant from,
      Instant until,
      @Nullable Instant revoked,
      Instant made,
      KeyState stateWhenMade,
      @Nullable Reason onArrival) {

    TrustList trust() {
      var opens = new TrustedNode.Key(Letters.TH_OPENS.publicPart(), from, until, null);
      var signs = new TrustedNode.Key(KEY.publicPart(), from, until, revoked);
      return Letters.trustOf(
          Letters.node(Letters.TH, "TH", List.of(opens, signs)),
          Letters.node(Letters.KH, "KH", Letters.KH_SIGNS, Letters.KH_OPENS));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    var rows = new ArrayList<Row>();
    for (long shift : new long[] {-1, 0, 1}) {
      var when = shift < 0 ? "a second before" : shift == 0 ? "at the instant" : "a second after";
      var edge = NOW.plusSeconds(shift);
      rows.add(window("opens, " + when, NOW, edge, shift < 0 ? Reason.KEY_NOT_YET : null));
      rows.add(closing("closes, " + when, edge, shift < 0 ? null : Reason.KEY_EXPIRED));
      rows.add(revocation("revoked after arrival, " + when, NOW.plusSeconds(5), edge, null));
      rows.add(
          revocation("revoked before, " + when, NOW.minusSeconds(5), edge, Reason.KEY_REVOKED));
      rows.add(revocation("revoked now, " + when, NOW, edge, Reason.KEY_REVOKED));
      rows.addAll(longAgo(when, edge));
    }
    return rows.stream();
  }

  private static List<Row> longAgo(String when, Instant edge) {
    var opened = NOW.minus(ofDays(30));
    var closed = NOW.minus(ofDays(1));
    var inWindow = edge.minus(ofDays(2));
    var revoked = NOW.minus(ofDays(5));
    var beforeThat = edge.minus(ofDays(6));
    return List.of(
        // A thief dates the letter before the revocation: it does not help him.
        revocation("backdated, " + when, revoked, beforeThat, Reason.KEY_REVOKED),
        // Rotated in flight: signed while valid, arriving after the window.
        new Row("rotated, " + when, opened, closed, null, inWindow, KeyState.VALID, null),
        new Row(
            "rotated and then revoked, " + when,
            opened,
            closed,
            revoked,
            beforeThat,
            KeyState.VALID,
            Reason.KEY_REVOKED),
        revocation("revocation set ahead, " + when, NOW.plus(ofDays(2)), edge, null));
  }

  private static Row window(String name, Instant opens, Instant made, @Nullable Reason reason) {
    var state = reason == null ? KeyState.VALID : KeyState.NOT_YET;
    return new Row(name, opens, opens.plus(ofDays(30)), null, made, state, reason);
  }

  private static Row closing(String name, Instant made, @Nullable Reason reason) {
    var state = reason == null ? KeyState.VALID : KeyState.EXPIRED;
    return new Row(name, NOW.minus(ofDays(30)), NOW, null, made, state, reason);
  }

  private static Row revocation(
      String name, Instant revoked, Instant made, @Nullable Reason reason) {
    var state = made.isBefore(revoked) ? KeyState.VALID : KeyState.REVOKED;
    return new Row(name, NOW.minus(ofDays(30)), NOW.plus(ofDays(30)), revoked, made, state, reason);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_list_knows_the_state_of_a_key(Row row) {
    var state = row.trust().keyAt(KEY.kid(), Letters.TH, PublicPart.Use.SIGN, row.made());

    assertThat(state).isEqualTo(row.stateWhenMade());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_letter_is_judged_by_its_key(Row row) {
    var life = new Letter.Life(row.made(), NOW.plus(ofDays(90)), Letter.Urgency.ROUTINE);
    var letter = Letters.letter(Letters.letter().route(), life, "{}");
    var sealed = Sealer.seal(letter, KEY, Letters.KH_OPENS.publicPart());

    var opened =
        Opener.open(sealed.bytes(), List.of(Letters.KH_OPENS), row.trust(), Letters.KH, NOW);

    assertThat(Letters.reason(opened)).isEqualTo(row.onArrival());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_receipt_is_judged_by_its_key(Row row) {
    var subject = Receipt.Subject.of(Letters.letter().id(), Letters.sealed());
    var stamp = new Receipt.Stamp(Letters.TH, row.made(), null);
    var text = Receipts.sign(new Receipt.Delivered(subject, stamp), KEY);

    assertThat(Letters.reason(Receipts.check(text, row.trust(), NOW))).isEqualTo(row.onArrival());
  }

  @Test
  void a_key_is_unknown_for_another_node_another_use_and_another_name() {
    var kid = Letters.TH_SIGNS.kid();

    assertThat(Letters.TRUST.keyAt(kid, Letters.TH, PublicPart.Use.SIGN, NOW))
        .isEqualTo(KeyState.VALID);
    assertThat(Letters.TRUST.keyAt(kid, Letters.KH, PublicPart.Use.SIGN, NOW))
        .isEqualTo(KeyState.UNKNOWN);
    assertThat(Letters.TRUST.keyAt(kid, Letters.TH, PublicPart.Use.ENCRYPT, NOW))
        .isEqualTo(KeyState.UNKNOWN);
    assertThat(Letters.TRUST.keyAt(KEY.kid(), Letters.TH, PublicPart.Use.SIGN, NOW))
        .isEqualTo(KeyState.UNKNOWN);
    assertThat(Letters.TRUST.keyAt(kid, new NodeId("la"), PublicPart.Use.SIGN, NOW))
        .isEqualTo(KeyState.UNKNOWN);
  }

  @Test
  void evidence_signed_before_a_revocation_stays_good_at_the_time_it_was_proved() {
    var row = revocation("", NOW.minus(ofDays(1)), NOW.minus(ofDays(3)), Reason.KEY_REVOKED);
    var stamp = new Receipt.Stamp(Letters.TH, row.made(), null);
    var subject = Receipt.Subject.of(Letters.letter().id(), Letters.sealed());
    var text = Receipts.sign(new Receipt.Relayed(subject, stamp), KEY);

    var proved = Receipts.check(text, row.trust(), row.made().plus(ofSeconds(1)));

    assertThat(Letters.reason(proved)).isNull();
    assertThat(Letters.reason(Receipts.check(text, row.trust(), NOW)))
        .isEqualTo(Reason.KEY_REVOKED);
  }

  @Test
  void letters_are_sealed_to_the_key_that_stays_valid_longest() {
    var later = DecryptionKey.generate();
    var gone = DecryptionKey.generate();
    var keys =
        List.of(
            Letters.key(Letters.TH_OPENS.publicPart()),
            new TrustedNode.Key(
                later.publicPart(), NOW.minus(ofDays(1)), NOW.plus(ofDays(200)), null),
            new TrustedNode.Key(
                gone.publicPart(), NOW.minus(ofDays(1)), NOW.plus(ofDays(300)), NOW));
    var trust = Letters.trustOf(Letters.node(Letters.TH, "TH", keys));

    assertThat(trust.sealingKey(Letters.TH, NOW)).contains(later.publicPart());
    assertThat(trust.sealingKey(Letters.TH, NOW.plus(ofDays(200)))).isEmpty();
    assertThat(trust.sealingKey(Letters.KH, NOW)).isEmpty();
  }
}
