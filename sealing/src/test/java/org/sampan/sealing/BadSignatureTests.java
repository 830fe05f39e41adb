package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.sealing.Reason.*;

import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong inside a cover that opens: header, padding and signature of the inner text.
class BadSignatureTests {

  @ParameterizedTest
  @MethodSource({"texts", "headers", "signatures"})
  void a_bad_inner_text_is_refused_by_its_rule(Case bad) {
    assertThat(Letters.reason(Letters.open(bad.bytes()))).isEqualTo(bad.reason());
  }

  static Stream<Case> texts() {
    var inner = Forge.signed(Forge.INNER_HEADER, Forge.goodPayload(), Letters.TH_SIGNS);
    var nested = Letters.sealed().text();
    var bare = CanonicalJson.write(LetterForm.write(Letters.letter()));
    return Stream.of(
        Case.of("nothing inside", Forge.around(""), EMPTY),
        Case.of("clear text inside", Forge.around("hello"), NOT_COMPACT),
        Case.of("an envelope in the envelope", Forge.around(nested), NOT_COMPACT),
        Case.of("inner text with a newline", Forge.around(inner + "\n"), NOT_COMPACT),
        Case.of("inner JSON serialisation", Forge.around("{\"signatures\":[{},{}]}"), NOT_COMPACT),
        Case.of("a letter without padding", Forge.payloadText(bare), NOT_PADDED),
        Case.of(
            "padding one short",
            Forge.payloadText(p -> p.replace("\"pad\":\"0", "\"pad\":\"")),
            NOT_PADDED),
        Case.of(
            "padding one long",
            Forge.payloadText(p -> p.replace("\"pad\":\"", "\"pad\":\"0")),
            NOT_PADDED),
        Case.of(
            "padding that says something",
            Forge.payloadText(p -> p.replace("\"pad\":\"00", "\"pad\":\"hi")),
            NOT_PADDED),
        Case.of("a receipt for a letter", Forge.around(receipt()), TYPE_REFUSED));
  }

  static Stream<Case> headers() {
    var kid = Letters.TH_SIGNS.kid();
    return Stream.of(
        Case.of("inner alg none", inner("ES256", "none"), ALGORITHM_REFUSED),
        Case.of("inner alg NONE", inner("ES256", "NONE"), ALGORITHM_REFUSED),
        Case.of("inner alg HS256", inner("ES256", "HS256"), ALGORITHM_REFUSED),
        Case.of("inner alg RS256", inner("ES256", "RS256"), ALGORITHM_REFUSED),
        Case.of("inner alg ES256K", inner("ES256", "ES256K"), ALGORITHM_REFUSED),
        Case.of("inner alg EdDSA", inner("ES256", "EdDSA"), ALGORITHM_REFUSED),
        Case.of("inner alg missing", inner("\"alg\":\"ES256\",", ""), ALGORITHM_REFUSED),
        Case.of("inner typ JWT", inner("sampan+jws", "JWT"), TYPE_REFUSED),
        Case.of("inner typ of a statement", inner("sampan+jws", "sampan+statement"), TYPE_REFUSED),
        Case.of("inner typ missing", inner(",\"typ\":\"sampan+jws\"", ""), TYPE_REFUSED),
        Case.of("inner kid missing", inner("\"kid\":\"" + kid + "\",", ""), KID_REFUSED),
        Case.of("inner kid a path", inner(kid, "/dev/null"), KID_REFUSED),
        Case.of("inner kid with spare bits", inner(kid, kid.substring(0, 42) + "B"), KID_REFUSED),
        Case.of("inner kid unknown", inner(kid, SigningKey.generate().kid()), SIGNER_UNKNOWN),
        Case.of(
            "inner kid of the addressee", inner(kid, Letters.KH_SIGNS.kid()), SIGNER_NOT_SENDER),
        Case.of(
            "inner kid of an encryption key", inner(kid, Letters.TH_OPENS.kid()), SIGNER_UNKNOWN),
        Case.of("inner jwk", inner("\"kid\"", "\"jwk\":{},\"kid\""), KEY_IN_HEADER),
        Case.of(
            "inner jku",
            inner("\"kid\"", "\"jku\":\"https://evil.example\",\"kid\""),
            KEY_IN_HEADER),
        Case.of("inner x5c", inner("jws\"}", "jws\",\"x5c\":[]}"), KEY_IN_HEADER),
        Case.of("inner crit", inner("\"kid\"", "\"crit\":[\"b64\"],\"kid\""), CRITICAL_REFUSED),
        Case.of("inner b64 false", inner("\"kid\"", "\"b64\":false,\"kid\""), HEADER_REFUSED),
        Case.of("inner cty", inner("\"kid\"", "\"cty\":\"x\",\"kid\""), HEADER_REFUSED),
        Case.of("inner zip", inner("jws\"}", "jws\",\"zip\":\"DEF\"}"), COMPRESSION_REFUSED),
        Case.of("inner header with spaces", inner(",", ", "), JSON_NOT_CANONICAL));
  }

  static Stream<Case> signatures() {
    var payload = Forge.goodPayload();
    var good = Forge.signed(Forge.INNER_HEADER, payload, Letters.TH_SIGNS);
    var input = good.substring(0, good.lastIndexOf('.'));
    var other = Forge.signed(Forge.INNER_HEADER, "{}", Letters.TH_SIGNS);
    return Stream.of(
        signature("signature missing", input, "", SIGNATURE_REFUSED),
        signature("signature of zeros", input, "A".repeat(86), SIGNATURE_REFUSED),
        signature("signature of ones", input, "_".repeat(85) + "w", SIGNATURE_REFUSED),
        signature("signature r = s = 1", input, small(), SIGNATURE_REFUSED),
        signature("signature one byte short", input, "A".repeat(84), SIGNATURE_REFUSED),
        signature(
            "signature of another text",
            input,
            other.substring(other.lastIndexOf('.') + 1),
            SIGNATURE_REFUSED),
        signature("signature in DER", input, "MEUCIQ" + "A".repeat(90), SIGNATURE_REFUSED),
        signature("signature with spare bits", input, "A".repeat(85) + "B", NOT_BASE64URL),
        signature("signature by HMAC with the public key", input, hmac(input), SIGNATURE_REFUSED),
        Case.of(
            "signed by another node under this kid",
            Forge.around(Forge.signed(Forge.INNER_HEADER, payload, Letters.KH_SIGNS)),
            SIGNATURE_REFUSED),
        Case.of(
            "payload detached",
            Forge.around(good.split("\\.")[0] + ".." + good.split("\\.")[2]),
            JSON_MALFORMED));
  }

  private static Case signature(String name, String input, String signature, Reason reason) {
    return Case.of(name, Forge.around(input + "." + signature), reason);
  }

  private static byte[] inner(String from, String to) {
    return Forge.innerHeader(header -> header.replace(from, to));
  }

  /// r = s = 1: in range, low, and a signature of nothing.
  private static String small() {
    var both = new byte[64];
    both[31] = 1;
    both[63] = 1;
    return Base64Url.encode(both);
  }

  private static String hmac(String input) {
    try {
      var mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(Letters.TH_SIGNS.publicPart().key().getEncoded(), "HmacSHA512"));
      var both = mac.doFinal(Forge.ascii(input));
      both[0] = 0;
      both[32] = 0; // in range and low, so that the verdict is on the signature
      return Base64Url.encode(both);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String receipt() {
    var stamp = new Receipt.Stamp(Letters.TH, Letters.NOW, null);
    var subject = Receipt.Subject.of(Letters.letter().id(), Letters.sealed());
    return Receipts.sign(new Receipt.Relayed(subject, stamp), Letters.TH_SIGNS);
  }
}
