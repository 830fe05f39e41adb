package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementTests {
  private static final CanonicalJson BODY =
      CanonicalJson.of("{\"positions\":[{\"case\":\"c\",\"seq\":3}]}");
  private static final Statement POSITION =
      Statement.of("sys.position", Letters.TH, Letters.KH, Letters.NOW, BODY);

  @Test
  void a_statement_is_read_back_as_it_was_signed() {
    var text = POSITION.sign(Letters.TH_SIGNS);

    assertThat(Statement.check(text, Letters.TRUST, Letters.KH, Letters.NOW))
        .isEqualTo(new Checked.Valid<>(POSITION));
  }

  @Test
  void two_statements_never_share_a_nonce() {
    var again = Statement.of("sys.position", Letters.TH, Letters.KH, Letters.NOW, BODY);

    assertThat(again.nonce()).hasSize(22).isNotEqualTo(POSITION.nonce());
  }

  @Test
  void a_statement_is_good_for_a_day_either_way() {
    var day = Duration.ofHours(25);

    assertThat(reason(Letters.KH, day)).isNull();
    assertThat(reason(Letters.KH, day.negated())).isNull();
    assertThat(reason(Letters.KH, day.plusMillis(1))).isEqualTo(Reason.STATEMENT_STALE);
    assertThat(reason(Letters.KH, day.negated().minusMillis(1))).isEqualTo(Reason.STATEMENT_STALE);
  }

  @Test
  void a_statement_for_another_node_is_refused() {
    assertThat(reason(new NodeId("la"), Duration.ZERO)).isEqualTo(Reason.NOT_FOR_US);
  }

  @Test
  void a_statement_in_the_name_of_another_node_is_refused() {
    var text = POSITION.sign(Letters.KH_SIGNS);
    var stranger = POSITION.sign(SigningKey.generate());

    assertThat(Letters.reason(Statement.check(text, Letters.TRUST, Letters.KH, Letters.NOW)))
        .isEqualTo(Reason.SIGNER_NOT_SENDER);
    assertThat(Letters.reason(Statement.check(stranger, Letters.TRUST, Letters.KH, Letters.NOW)))
        .isEqualTo(Reason.SIGNER_UNKNOWN);
  }

  @Test
  void a_statement_too_long_to_be_read_is_not_signed() {
    var body = CanonicalJson.of("{\"a\":\"" + "x".repeat(400_000) + "\"}");
    var statement = Statement.of("sys.position", Letters.TH, Letters.KH, Letters.NOW, body);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> statement.sign(Letters.TH_SIGNS))
        .withMessage(Reason.TOO_LARGE.text());
  }

  private static @Nullable Reason reason(NodeId reader, Duration later) {
    var text = POSITION.sign(Letters.TH_SIGNS);
    return Letters.reason(Statement.check(text, Letters.TRUST, reader, Letters.NOW.plus(later)));
  }
}
