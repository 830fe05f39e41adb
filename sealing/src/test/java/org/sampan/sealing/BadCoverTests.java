package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.sealing.Reason.*;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong before any key is touched, or when the cover does not open.
class BadCoverTests {

  @ParameterizedTest
  @MethodSource({"sizes", "headers", "tricks", "keys", "parts"})
  void a_bad_cover_is_refused_by_its_rule(Case bad) {
    assertThat(Letters.reason(Letters.open(bad.bytes()))).isEqualTo(bad.reason());
  }

  static Stream<Case> sizes() {
    var good = Letters.sealed().text();
    var parts = good.split("\\.", -1);
    return Stream.of(
        Case.of("nothing at all", new byte[0], EMPTY),
        Case.of("one byte over 1 MiB", "A".repeat(Encrypted.MAX_BYTES + 1), TOO_LARGE),
        Case.of("1 MiB of dots", ".".repeat(Encrypted.MAX_BYTES), NOT_COMPACT),
        Case.of("a page of a captive portal", "<html>Please sign in</html>", NOT_COMPACT),
        Case.of("zero bytes", new byte[100], NOT_COMPACT),
        Case.of("UTF-16", good.getBytes(StandardCharsets.UTF_16), NOT_COMPACT),
        Case.of("four parts", good.substring(0, good.lastIndexOf('.')), NOT_COMPACT),
        Case.of("six parts", good + ".AAAA", NOT_COMPACT),
        Case.of("a bare JWS", Forge.signed("{}", "{}", Letters.TH_SIGNS), NOT_COMPACT),
        Case.of("JWE as JSON", "{\"ciphertext\":\"" + parts[3] + "\"}", NOT_COMPACT),
        Case.of(
            "a header over 8 KiB",
            inOrder("\"x\":\"" + "y".repeat(9000) + "\",\"zzz\":1"),
            HEADER_TOO_LARGE),
        Case.of("a header part of 900 KB", "A".repeat(900_000) + "....", HEADER_TOO_LARGE),
        Case.of("an empty header", "." + good.split("\\.", 2)[1], JSON_MALFORMED));
  }

  static Stream<Case> headers() {
    return Stream.of(
        Case.of("header is not JSON", Forge.outerHeader(h -> "sampan"), JSON_MALFORMED),
        Case.of("header is a list", Forge.outerHeader(h -> "[" + h + "]"), JSON_MALFORMED),
        Case.of("header with a space", Forge.outerHeader(h -> h + " "), JSON_NOT_CANONICAL),
        Case.of("header followed by another", Forge.outerHeader(h -> h + h), JSON_MALFORMED),
        Case.of(
            "header escapes a letter",
            Forge.outerHeader(h -> h.replace("JOSE", "JOS\\u0045")),
            JSON_NOT_CANONICAL),
        Case.of(
            "header members in other order",
            Forge.outerHeader(h ->
                "{\"typ\":\"sampan+jwe\"," + h.substring(1).replace(",\"typ\":\"sampan+jwe\"", "")),
            JSON_NOT_CANONICAL),
        Case.of(
            "algorithm named twice",
            Forge.outerHeader(h -> "{\"alg\":\"none\"," + h.substring(1)),
            JSON_NAME_TWICE),
        Case.of("type missing", without("\"typ\":\"sampan+jwe\""), TYPE_REFUSED),
        Case.of("type of a JWS", replaced("sampan+jwe", "sampan+jws"), TYPE_REFUSED),
        Case.of("content type JWT", replaced("\"JOSE\"", "\"JWT\""), TYPE_REFUSED),
        Case.of("crit missing", without("\"crit\":[\"sampanv\"]"), CRITICAL_REFUSED),
        Case.of("crit empty", replaced("[\"sampanv\"]", "[]"), CRITICAL_REFUSED),
        Case.of(
            "crit unknown", replaced("[\"sampanv\"]", "[\"exp\",\"sampanv\"]"), CRITICAL_REFUSED),
        Case.of(
            "crit names it twice",
            replaced("[\"sampanv\"]", "[\"sampanv\",\"sampanv\"]"),
            CRITICAL_REFUSED),
        Case.of(
            "version as text", replaced("\"sampanv\":1", "\"sampanv\":\"1\""), CRITICAL_REFUSED),
        Case.of("version 0", replaced("\"sampanv\":1", "\"sampanv\":0"), VERSION_UNKNOWN),
        Case.of("version 2", replaced("\"sampanv\":1", "\"sampanv\":2"), VERSION_UNKNOWN),
        Case.of("version 1.0", replaced("\"sampanv\":1", "\"sampanv\":1.0"), JSON_NUMBER),
        Case.of(
            "an unknown parameter", replaced("\"typ\":", "\"tz\":1,\"typ\":"), JSON_NOT_CANONICAL),
        Case.of("an unknown parameter in order", inOrder("\"zz\":1"), HEADER_REFUSED));
  }

  static Stream<Case> tricks() {
    return Stream.of(
        Case.of("alg none", algorithm("none"), ALGORITHM_REFUSED),
        Case.of("alg missing", without("\"alg\":\"ECDH-ES+A256KW\""), ALGORITHM_REFUSED),
        Case.of("alg dir", algorithm("dir"), ALGORITHM_REFUSED),
        Case.of("alg ECDH-ES alone", algorithm("ECDH-ES"), ALGORITHM_REFUSED),
        Case.of("alg A128KW", algorithm("A128KW"), ALGORITHM_REFUSED),
        Case.of("alg RSA1_5", algorithm("RSA1_5"), ALGORITHM_REFUSED),
        Case.of("alg RSA-OAEP", algorithm("RSA-OAEP"), ALGORITHM_REFUSED),
        Case.of("alg in lower case", algorithm("ecdh-es+a256kw"), ALGORITHM_REFUSED),
        Case.of(
            "alg as a list",
            replaced("\"ECDH-ES+A256KW\"", "[\"ECDH-ES+A256KW\"]"),
            ALGORITHM_REFUSED),
        Case.of(
            "PBES2 with a billion rounds",
            Forge.outerHeader(
                h -> "{\"alg\":\"PBES2-HS512+A256KW\",\"p2c\":1000000000,\"p2s\":\"AAAA\"}"),
            ALGORITHM_REFUSED),
        Case.of("enc A128CBC-HS256", replaced("A256GCM", "A128CBC-HS256"), ALGORITHM_REFUSED),
        Case.of("enc XC20P", replaced("A256GCM", "XC20P"), ALGORITHM_REFUSED),
        Case.of("zip DEF", inOrder("\"zip\":\"DEF\""), COMPRESSION_REFUSED),
        Case.of("zip none", inOrder("\"zip\":\"none\""), COMPRESSION_REFUSED),
        Case.of("embedded jwk", beforeKid("jwk", "{}"), KEY_IN_HEADER),
        Case.of("jku address", beforeKid("jku", "\"https://evil.example/keys\""), KEY_IN_HEADER),
        Case.of("x5u address", inOrder("\"x5u\":\"https://evil.example/c\""), KEY_IN_HEADER),
        Case.of("x5c chain", inOrder("\"x5c\":[\"AAAA\"]"), KEY_IN_HEADER),
        Case.of("x5t thumbprint", inOrder("\"x5t\":\"AAAA\""), KEY_IN_HEADER),
        Case.of(
            "apu party info",
            Forge.outerHeader(h -> h.replace("\"crit\"", "\"apu\":\"QQ\",\"crit\"")),
            HEADER_REFUSED));
  }

  static Stream<Case> keys() {
    var kid = Letters.KH_OPENS.kid();
    return Stream.of(
        Case.of("kid missing", without("\"kid\":\"" + kid + "\""), KID_REFUSED),
        Case.of("kid a path", replaced(kid, "../../keys/node.jwk"), KID_REFUSED),
        Case.of("kid an address", replaced(kid, "https://evil.example/k"), KID_REFUSED),
        Case.of("kid asks the database", replaced(kid, "x' OR '1'='1"), KID_REFUSED),
        Case.of("kid empty", replaced(kid, ""), KID_REFUSED),
        Case.of("kid a number", replaced("\"" + kid + "\"", "7"), KID_REFUSED),
        Case.of(
            "kid of another node", replaced(kid, Letters.TH_OPENS.kid()), RECIPIENT_KEY_UNKNOWN),
        Case.of(
            "epk missing",
            Forge.outerHeader(h -> h.replaceAll("\"epk\":\\{[^}]*},", "")),
            KEY_REFUSED),
        Case.of("epk empty", epk("{}"), KEY_REFUSED),
        Case.of("epk as text", epk("\"AAAA\""), KEY_REFUSED),
        Case.of("epk at zero", point("P-256", "A".repeat(43), "A".repeat(43)), KEY_REFUSED),
        Case.of(
            "epk off the curve",
            point("P-256", "A".repeat(42) + "E", "A".repeat(42) + "E"),
            KEY_REFUSED),
        Case.of(
            "epk beyond the prime",
            point("P-256", "_".repeat(42) + "8", "A".repeat(42) + "E"),
            KEY_REFUSED),
        Case.of("epk without coordinates", point("P-256", "", ""), KEY_REFUSED),
        Case.of("epk of 33 bytes", point("P-256", "A".repeat(44), "A".repeat(44)), KEY_REFUSED),
        Case.of("epk on P-384", point("P-384", "A".repeat(64), "A".repeat(64)), KEY_REFUSED),
        Case.of(
            "epk on secp256k1", point("secp256k1", "A".repeat(43), "A".repeat(43)), KEY_REFUSED),
        Case.of(
            "epk with a private part",
            Forge.outerHeader(h -> h.replace("\"kty\":\"EC\"", "\"d\":\"AA\",\"kty\":\"EC\"")),
            KEY_REFUSED));
  }

  static Stream<Case> parts() {
    return Stream.of(
        Case.of("wrapped key empty", Forge.part(1, key -> ""), NOT_DECRYPTABLE),
        Case.of(
            "wrapped key one byte short", Forge.part(1, key -> "A".repeat(52)), NOT_DECRYPTABLE),
        Case.of(
            "wrapped key of zeros", Forge.part(1, key -> "A".repeat(53) + "A"), NOT_DECRYPTABLE),
        Case.of("nonce empty", Forge.part(2, nonce -> ""), NOT_DECRYPTABLE),
        Case.of("nonce of 16 bytes", Forge.part(2, nonce -> "A".repeat(22)), NOT_DECRYPTABLE),
        Case.of("text empty", Forge.part(3, text -> ""), NOT_DECRYPTABLE),
        Case.of(
            "text cut by one block", Forge.part(3, text -> text.substring(64)), NOT_DECRYPTABLE),
        Case.of(
            "text doubled",
            Forge.part(3, text -> text.substring(0, 2400) + text.substring(0, 2400)),
            NOT_DECRYPTABLE),
        Case.of("tag empty", Forge.part(4, tag -> ""), NOT_DECRYPTABLE),
        Case.of("tag of 15 bytes", Forge.part(4, tag -> tag.substring(0, 20)), NOT_DECRYPTABLE),
        Case.of(
            "tag of another letter",
            Forge.part(4, tag -> Letters.sealed().text().split("\\.", -1)[4]),
            NOT_DECRYPTABLE),
        Case.of(
            "spare bits set in the tag",
            Forge.part(4, tag -> tag.substring(0, 21) + "B"),
            NOT_BASE64URL),
        Case.of("a part of length 1 mod 4", Forge.part(2, nonce -> nonce + "A"), NOT_BASE64URL));
  }

  private static byte[] replaced(String from, String to) {
    return Forge.outerHeader(header -> header.replace(from, to));
  }

  private static byte[] without(String member) {
    return Forge.outerHeader(h -> h.replace("," + member, "").replace(member + ",", ""));
  }

  private static byte[] algorithm(String name) {
    return replaced("ECDH-ES+A256KW", name);
  }

  private static byte[] inOrder(String last) {
    return Forge.outerHeader(header -> header.substring(0, header.length() - 1) + "," + last + "}");
  }

  private static byte[] beforeKid(String name, String value) {
    return Forge.outerHeader(h -> h.replace(",\"kid\"", ",\"" + name + "\":" + value + ",\"kid\""));
  }

  private static byte[] epk(String value) {
    return Forge.outerHeader(h -> h.replaceAll("\"epk\":\\{[^}]*}", "\"epk\":" + value));
  }

  private static byte[] point(String curve, String x, String y) {
    return epk(
        "{\"crv\":\"" + curve + "\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}");
  }
}
