package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.sealing.Reason.*;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Letters signed by a true key whose JSON breaks a rule of the canonical form.
class BadJsonTests {

  @ParameterizedTest
  @MethodSource({"encodings", "layouts"})
  void bad_json_is_refused_by_its_rule(Case bad) {
    assertThat(Letters.reason(Letters.open(bad.bytes()))).isEqualTo(bad.reason());
  }

  static Stream<Case> encodings() {
    return Stream.of(
        Case.bytes("an overlong slash", new byte[] {(byte) 0xC0, (byte) 0xAF}, NOT_UTF8),
        Case.bytes(
            "a surrogate in UTF-8", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, NOT_UTF8),
        Case.bytes("a byte that is never UTF-8", new byte[] {(byte) 0xFF}, NOT_UTF8),
        Case.bytes(
            "a code point beyond Unicode",
            new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            NOT_UTF8),
        Case.bytes("a character cut short", new byte[] {(byte) 0xE0, (byte) 0xBA}, NOT_UTF8),
        Case.of(
            "payload in UTF-16",
            Forge.payloadBytes(Forge.goodPayload().getBytes(StandardCharsets.UTF_16LE)),
            NOT_UTF8),
        Case.body("a lone high surrogate", "{\"a\":\"\\ud800\"}", JSON_TEXT),
        Case.body("a lone low surrogate", "{\"a\":\"\\udc00\"}", JSON_TEXT),
        Case.body("surrogates the wrong way round", "{\"a\":\"\\udc00\\ud800\"}", JSON_TEXT),
        Case.body("a lone surrogate in a name", "{\"\\ud800\":1}", JSON_TEXT),
        Case.body("a raw newline in a text", "{\"a\":\"\n\"}", JSON_MALFORMED),
        Case.text("a byte order mark", payload -> "\uFEFF" + payload, JSON_MALFORMED));
  }

  static Stream<Case> layouts() {
    return Stream.of(
        Case.text("a leading space", payload -> " " + payload, JSON_NOT_CANONICAL),
        Case.text("a trailing newline", payload -> payload + "\n", JSON_NOT_CANONICAL),
        Case.text("a second value after it", payload -> payload + "{}", JSON_MALFORMED),
        Case.text("a list for an object", payload -> "[" + payload + "]", JSON_MALFORMED),
        Case.text(
            "cut short", payload -> payload.substring(0, payload.length() - 1), JSON_MALFORMED),
        Case.text(
            "a name twice", payload -> "{\"to\":\"la\"," + payload.substring(1), JSON_NAME_TWICE),
        Case.text("names out of order", p -> "{\"z\":1," + p.substring(1), JSON_NOT_CANONICAL),
        Case.body("a name twice in the body", "{\"a\":1,\"a\":2}", JSON_NAME_TWICE),
        Case.body("a name twice by escape", "{\"a\":1,\"\\u0061\":2}", JSON_NAME_TWICE),
        Case.body("an escaped letter", "{\"a\":\"\\u0041\"}", JSON_NOT_CANONICAL),
        Case.body("an escaped slash", "{\"a\":\"\\/\"}", JSON_NOT_CANONICAL),
        Case.body("an upper-case escape", "{\"a\":\"\\u001F\"}", JSON_NOT_CANONICAL),
        Case.body("a comment", "{/* */\"a\":1}", JSON_MALFORMED),
        Case.body("single quotes", "{'a':1}", JSON_MALFORMED),
        Case.body("a trailing comma", "{\"a\":1,}", JSON_MALFORMED),
        Case.body("NaN", "{\"a\":NaN}", JSON_MALFORMED),
        Case.body("Infinity", "{\"a\":-Infinity}", JSON_MALFORMED),
        Case.body("a hexadecimal number", "{\"a\":0x10}", JSON_MALFORMED),
        Case.body("a leading zero", "{\"a\":01}", JSON_MALFORMED),
        Case.body("a plus sign", "{\"a\":+1}", JSON_MALFORMED),
        Case.body("a fraction", "{\"a\":1.5}", JSON_NUMBER),
        Case.body("an exponent", "{\"a\":1e3}", JSON_NUMBER),
        Case.body("minus zero", "{\"a\":-0}", JSON_NUMBER),
        Case.body("2^53", "{\"a\":9007199254740992}", JSON_NUMBER),
        Case.body("a number of 100,000 digits", "{\"a\":" + "9".repeat(100_000) + "}", JSON_LIMIT),
        Case.body("depth 33", "{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}", JSON_TOO_DEEP),
        Case.body("depth 100,000", "{\"a\":" + "[".repeat(100_000), JSON_TOO_DEEP),
        Case.body("a name of 257 characters", "{\"" + "n".repeat(257) + "\":1}", JSON_LIMIT),
        Case.body("200,000 numbers", "{\"a\":[1" + ",1".repeat(100_000) + "]}", JSON_LIMIT));
  }
}
