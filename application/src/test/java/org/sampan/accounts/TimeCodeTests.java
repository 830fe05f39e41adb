package org.sampan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The one-time codes against the vectors of their standard.
class TimeCodeTests {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /// RFC 6238, appendix B, SHA-1: the last six of the eight digits printed there.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_the_standard(long second, String code) {
    assertThat(TimeCode.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  /// RFC 4648, section 10, without padding.
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void secrets_are_typed_as_the_standard_writes_them(String clear, String typed) {
    assertThat(TimeCode.base32(clear.getBytes(StandardCharsets.US_ASCII))).isEqualTo(typed);
  }

  @Test
  void a_clock_may_be_one_step_early_or_late_and_no_more() {
    assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, NOON.minusSeconds(30)), NOON, 0))
        .isPresent();
    assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, NOON.plusSeconds(30)), NOON, 0))
        .isPresent();
    assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, NOON.minusSeconds(60)), NOON, 0))
        .isEmpty();
    assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, NOON.plusSeconds(60)), NOON, 0)).isEmpty();
  }

  @Test
  void a_code_is_not_taken_again_nor_one_before_it() {
    String code = TimeCode.at(SECRET, NOON);
    long used = TimeCode.step(SECRET, code, NOON, 0).orElseThrow();

    assertThat(TimeCode.step(SECRET, code, NOON, used)).isEmpty();
    assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, NOON.minusSeconds(30)), NOON, used))
        .isEmpty();
    assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, NOON.plusSeconds(30)), NOON, used))
        .isPresent();
  }

  @Test
  void a_code_may_be_typed_with_a_space_and_nothing_else() {
    String code = TimeCode.at(SECRET, NOON);

    assertThat(TimeCode.step(SECRET, code.substring(0, 3) + " " + code.substring(3) + " ", NOON, 0))
        .isPresent();
    assertThat(TimeCode.step(SECRET, code + "0", NOON, 0)).isEmpty();
    assertThat(TimeCode.step(SECRET, "", NOON, 0)).isEmpty();
  }

  @Test
  void two_secrets_differ() {
    assertThat(TimeCode.newSecret()).hasSize(20).isNotEqualTo(TimeCode.newSecret());
  }
}
