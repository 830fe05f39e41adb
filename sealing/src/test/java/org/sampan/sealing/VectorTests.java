package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Texts recorded when version 1 was released; every later version must read them to the same end.
/// The keys in the file are for this and nothing else.
class VectorTests {
  private static final Map<String, String> RECORDED =
      CanonicalJsonTests.lines("version-1.tsv")
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

  private static String recorded(String name) {
    return Objects.requireNonNull(RECORDED.get(name), name);
  }

  private static TrustLists.Trusted trusted() {
    var signers =
        List.of(
            PublicPart.fromJwk(recorded("list-signer-1")),
            PublicPart.fromJwk(recorded("list-signer-2")));
    var anchor = new TrustLists.Anchor(signers, 2);
    return valid(TrustLists.check(recorded("trust-list"), anchor, null, Letters.NOW));
  }

  private static Opener.Opened opened() {
    var key = DecryptionKey.fromPrivateJwk(recorded("kh-opens"));
    var bytes = recorded("sealed").getBytes(StandardCharsets.US_ASCII);
    return valid(Opener.open(bytes, List.of(key), trusted().list(), Letters.KH, Letters.NOW));
  }

  @Test
  void the_recorded_keys_have_the_recorded_names() {
    assertThat(SigningKey.fromPrivateJwk(recorded("th-signs")).kid()).isEqualTo(recorded("th-kid"));
    assertThat(DecryptionKey.fromPrivateJwk(recorded("kh-opens")).kid())
        .isEqualTo(recorded("kh-kid"));
  }

  @Test
  void the_recorded_trust_list_is_accepted() {
    assertThat(trusted().mark().version()).isEqualTo(1);
    assertThat(trusted().mark().sha256().hex()).isEqualTo(recorded("trust-digest"));
    assertThat(TrustLists.mark(trusted().list())).isEqualTo(trusted().mark());
  }

  @Test
  void the_recorded_envelope_opens_to_the_recorded_letter() {
    var opened = opened();

    assertThat(opened.letter()).isEqualTo(Letters.letter());
    assertThat(opened.innerJws()).isEqualTo(recorded("inner"));
    assertThat(opened.identity().hex()).isEqualTo(recorded("identity"));
    assertThat(opened.sealed()).isEqualTo(Digest.of(recorded("sealed")));
    assertThat(opened.signerKid()).isEqualTo(recorded("th-kid"));
  }

  @Test
  void the_recorded_letter_with_a_file_beside_it_opens() {
    var key = DecryptionKey.fromPrivateJwk(recorded("kh-opens"));
    var bytes =
        CanonicalJsonTests.lines("version-1-attachments.tsv")
            .filter(line -> !line.startsWith("#"))
            .findFirst()
            .orElseThrow()
            .getBytes(StandardCharsets.US_ASCII);

    var checked = Opener.open(bytes, List.of(key), trusted().list(), Letters.KH, Letters.NOW);

    assertThat(valid(checked).letter())
        .isEqualTo(AttachmentTests.letterWith(List.of(AttachmentTests.PAPER)));
  }

  @Test
  void the_recorded_letter_is_still_written_the_same() {
    var resealed =
        Sealer.seal(
            Letters.letter(),
            SigningKey.fromPrivateJwk(recorded("th-signs")),
            Letters.KH_OPENS.publicPart());

    assertThat(resealed.identity().hex()).isEqualTo(recorded("identity"));
    assertThat(resealed.text()).hasSameSizeAs(recorded("sealed"));
  }

  @Test
  void the_recorded_receipts_and_statement_are_good() {
    var list = trusted().list();
    var subject = Receipt.Subject.of(opened());
    var arrival = Letters.NOW.plus(Duration.ofDays(4));
    for (var name : List.of("r1", "r2", "r3", "bounced")) {
      var checked = Receipts.check(recorded(name), subject, Letters.KH, list, arrival);
      assertThat(checked).as(name).isInstanceOf(Checked.Valid.class);
    }
    var statement = valid(Statement.check(recorded("statement"), list, Letters.KH, Letters.NOW));
    assertThat(statement.kind()).isEqualTo("sys.position");
  }

  private static <T> T valid(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid<T>(var value) -> value;
      case Checked.Refused<T>(var reason) -> throw new AssertionError(reason);
    };
  }
}
