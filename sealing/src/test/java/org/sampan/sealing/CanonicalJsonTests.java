package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTests {

  static Stream<String> rows() {
    return lines("canonical.tsv").filter(line -> !line.startsWith("#"));
  }

  static Stream<String> lines(String resource) {
    try (var stream = CanonicalJsonTests.class.getResourceAsStream(resource)) {
      var bytes = Objects.requireNonNull(stream, resource).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_layout_has_one_canonical_form_or_none(String row) {
    var input = row.substring(0, row.indexOf('\t'));
    var expected = row.substring(row.indexOf('\t') + 1);

    if (expected.startsWith("!")) {
      assertThat(Letters.reason(Checked.by(() -> CanonicalJson.of(input))))
          .isEqualTo(Reason.valueOf(expected.substring(1)));
    } else {
      assertThat(CanonicalJson.of(input).text()).isEqualTo(expected);
      assertThat(CanonicalJson.of(expected).text()).isEqualTo(expected);
    }
  }

  @Test
  void a_text_that_is_not_canonical_is_no_canonical_json() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CanonicalJson("{ }"))
        .withMessage(Reason.JSON_NOT_CANONICAL.text());
  }

  @Test
  void depth_32_is_read_and_33_is_refused() {
    var deepest = "{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}";
    var deeper = "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}";

    assertThat(CanonicalJson.of(deepest).text()).isEqualTo(deepest);
    assertThat(Letters.reason(Checked.by(() -> CanonicalJson.of(deeper))))
        .isEqualTo(Reason.JSON_TOO_DEEP);
  }

  @Test
  void order_and_space_never_change_the_form() {
    var random = new Random(7);
    for (int turn = 0; turn < 500; turn++) {
      var a = "\"a" + random.nextInt(9) + "\" : " + random.nextInt();
      var b = "\"b" + random.nextInt(9) + "\":[\"" + (char) (0x0E80 + random.nextInt(60)) + "\"]";

      var one = CanonicalJson.of("{" + a + "," + b + "}");
      var other = CanonicalJson.of("{\n" + b + " ,\t" + a + "\r\n}");

      assertThat(one).isEqualTo(other);
      assertThat(one.digest()).isEqualTo(other.digest());
    }
  }

  @Test
  void it_never_prints_what_it_holds() {
    assertThat(CanonicalJson.of("{\"name\":\"Somchai\"}").toString()).doesNotContain("Somchai");
  }
}
