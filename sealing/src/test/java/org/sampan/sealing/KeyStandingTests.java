package org.sampan.sealing;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sampan.sealing.TrustedNode.Status;

/// Whose key signed, when, and how that node stood: what comes of a letter on arrival. A sender has
/// an old, a current and a next key, as rotation leaves them; the windows overlap by ten days.
class KeyStandingTests {
  private static final Instant NOW = Letters.NOW;
  private static final SigningKey OLD = SigningKey.generate();
  private static final SigningKey CURRENT = SigningKey.generate();
  private static final SigningKey NEXT = SigningKey.generate();
  private static final SigningKey STRANGER = SigningKey.generate();
  private static final SigningKey SIGNER = SigningKey.generate();
  private static final TrustLists.Anchor ANCHOR =
      new TrustLists.Anchor(List.of(SIGNER.publicPart()), 1);

  /// Who signed.
  enum Hand {
    OLD_KEY(OLD),
    CURRENT_KEY(CURRENT),
    NEXT_KEY(NEXT),
    ANOTHER_NODE(Letters.KH_SIGNS),
    A_STRANGER(STRANGER),
    THE_LIST_SIGNER(SIGNER),
    THE_SENDERS_SEALING_KEY(
        new SigningKey(
            new PublicPart(PublicPart.Use.SIGN, Letters.TH_OPENS.publicPart().key()),
            Letters.TH_OPENS.privateKey()));

    private final SigningKey key;

    Hand(SigningKey key) {
      this.key = key;
    }
  }

  /// How the sender stands at arrival.
  enum Standing {
    ACTIVE,
    ON_PROBATION,
    SUSPENDED_BY_THE_LIST,
    SUSPENDED_BY_ITSELF,
    CURRENT_KEY_REVOKED_YESTERDAY,
    CURRENT_KEY_REVOKED_BY_NOTICE,
    OFF_THE_LIST
  }

  /// @param daysAgo when the letter says it was written
  record Row(Hand hand, long daysAgo, Standing standing, @Nullable Reason onArrival) {
    @Override
    public String toString() {
      return hand + ", " + daysAgo + " days ago, " + standing;
    }
  }

  static Stream<Row> rows() {
    var rows = new ArrayList<Row>();
    for (var standing : Standing.values()) {
      for (long daysAgo : new long[] {0, 2, 15}) {
        for (var hand : List.of(Hand.OLD_KEY, Hand.CURRENT_KEY, Hand.NEXT_KEY)) {
          rows.add(new Row(hand, daysAgo, standing, own(hand, daysAgo, standing)));
        }
      }
      rows.add(new Row(Hand.ANOTHER_NODE, 2, standing, Reason.SIGNER_NOT_SENDER));
      for (var hand :
          List.of(Hand.A_STRANGER, Hand.THE_LIST_SIGNER, Hand.THE_SENDERS_SEALING_KEY)) {
        rows.add(new Row(hand, 2, standing, Reason.SIGNER_UNKNOWN));
      }
    }
    return rows.stream();
  }

  /// Old: until 5 days ago. Current: from 10 days ago, for 30. Next: from today.
  private static @Nullable Reason own(Hand hand, long daysAgo, Standing standing) {
    if (standing == Standing.OFF_THE_LIST) {
      return Reason.SIGNER_UNKNOWN;
    }
    boolean revoked =
        standing == Standing.CURRENT_KEY_REVOKED_YESTERDAY
            || standing == Standing.CURRENT_KEY_REVOKED_BY_NOTICE;
    if (revoked && hand == Hand.CURRENT_KEY) {
      return Reason.KEY_REVOKED;
    }
    var window =
        switch (hand) {
          case OLD_KEY -> daysAgo < 5 ? Reason.KEY_EXPIRED : null;
          case CURRENT_KEY -> daysAgo > 10 ? Reason.KEY_NOT_YET : null;
          case NEXT_KEY -> daysAgo > 0 ? Reason.KEY_NOT_YET : null;
          case ANOTHER_NODE, A_STRANGER, THE_LIST_SIGNER, THE_SENDERS_SEALING_KEY -> null;
        };
    if (window != null) {
      return window;
    }
    return switch (standing) {
      case SUSPENDED_BY_THE_LIST, SUSPENDED_BY_ITSELF -> Reason.NODE_SUSPENDED;
      case ON_PROBATION -> Reason.KIND_NOT_ALLOWED;
      case ACTIVE, CURRENT_KEY_REVOKED_YESTERDAY, CURRENT_KEY_REVOKED_BY_NOTICE, OFF_THE_LIST ->
          null;
    };
  }

  @Test
  void the_table_has_at_least_sixty_rows() {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_letter_is_judged_by_hand_time_and_standing(Row row) {
    var created = NOW.minus(ofDays(row.daysAgo()));
    var life = new Letter.Life(created, NOW.plus(ofDays(30)), Letter.Urgency.ROUTINE);
    var letter = Letters.letter(Letters.letter().route(), life, "{}");
    var sealed = Sealer.seal(letter, row.hand().key, Letters.KH_OPENS.publicPart());

    var opened =
        Opener.open(
            sealed.bytes(), List.of(Letters.KH_OPENS), list(row.standing()), Letters.KH, NOW);

    assertThat(Letters.reason(opened)).isEqualTo(row.onArrival());
  }

  private static TrustList list(Standing standing) {
    boolean byList = standing == Standing.CURRENT_KEY_REVOKED_YESTERDAY;
    var keys =
        List.of(
            new TrustedNode.Key(
                OLD.publicPart(), NOW.minus(ofDays(40)), NOW.minus(ofDays(5)), null),
            new TrustedNode.Key(
                CURRENT.publicPart(),
                NOW.minus(ofDays(10)),
                NOW.plus(ofDays(20)),
                byList ? NOW.minus(ofDays(1)) : null),
            new TrustedNode.Key(NEXT.publicPart(), NOW, NOW.plus(ofDays(40)), null),
            Letters.key(Letters.TH_OPENS.publicPart()));
    var th = Letters.node(Letters.TH, "TH", keys);
    var kh = Letters.node(Letters.KH, "KH", Letters.KH_SIGNS, Letters.KH_OPENS);
    return switch (standing) {
      case ACTIVE, CURRENT_KEY_REVOKED_YESTERDAY -> Letters.trustOf(th, kh);
      case ON_PROBATION -> Letters.trustOf(Letters.with(th, Status.PROBATION), kh);
      case SUSPENDED_BY_THE_LIST -> Letters.trustOf(Letters.with(th, Status.SUSPENDED), kh);
      case SUSPENDED_BY_ITSELF -> {
        var plain = Letters.trustOf(th, kh);
        var text = Notice.sign(new Notice.Suspended(Letters.TH, NOW), List.of(CURRENT));
        yield plain.under(List.of(proved(text, plain)));
      }
      case CURRENT_KEY_REVOKED_BY_NOTICE -> {
        var plain = Letters.trustOf(th, kh);
        var revoked = new Notice.Revoked(Letters.TH, CURRENT.kid(), NOW.minus(ofDays(1)), NOW);
        yield plain.under(List.of(proved(Notice.sign(revoked, List.of(SIGNER)), plain)));
      }
      case OFF_THE_LIST -> Letters.trustOf(kh);
    };
  }

  private static Notice.Proved proved(String text, TrustList list) {
    return switch (Notice.check(text, ANCHOR, list, NOW)) {
      case Checked.Valid<Notice.Proved>(var value) -> value;
      case Checked.Refused<Notice.Proved>(var reason) -> throw new AssertionError(reason);
    };
  }
}
