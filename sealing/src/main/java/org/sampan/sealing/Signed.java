package org.sampan.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A JWS (RFC 7515) of one type, by ES256 (RFC 7518 section 3.4) and nothing else, in one form:
/// header exactly `alg`, `kid`, `typ`; payload canonical JSON; signature in low-S form.
///
/// ECDSA lets anyone turn a signature (r, s) into (r, n-s), as valid as the first, without the key.
/// So we write the smaller s and refuse the larger, and take identity from what was signed.
record Signed(
    String kid, String signingInput, CanonicalJson payload, JsonNode tree, String signature) {

  private static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);
  private static final BigInteger HALF_ORDER = P256.ORDER.shiftRight(1);
  private static final int SIGNATURE_BYTES = 2 * P256.COORDINATE_BYTES;

  /// The type named in a header, so that a signature made for one purpose never serves another.
  enum Type {
    LETTER("sampan+jws"),
    RECEIPT("sampan+receipt"),
    STATEMENT("sampan+statement"),
    TRUST_LIST("sampan+trust"),
    NOTICE("sampan+notice");

    private final String text;

    Type(String text) {
      this.text = text;
    }
  }

  /// The length of the compact form around a payload of so many bytes.
  static int lengthAround(int payloadBytes, Type type) {
    return Base64Url.length(header(type, "0".repeat(43)).length())
        + 1
        + Base64Url.length(payloadBytes)
        + 1
        + Base64Url.length(SIGNATURE_BYTES);
  }

  static String sign(Type type, CanonicalJson payload, SigningKey key) {
    var input = signingInput(type, payload, key.kid());
    return input + "." + signature(input, key);
  }

  static String signingInput(Type type, CanonicalJson payload, String kid) {
    return encodedHeader(type, kid) + "." + Base64Url.encode(payload.bytes());
  }

  static String encodedHeader(Type type, String kid) {
    return Base64Url.encode(header(type, kid).getBytes(StandardCharsets.US_ASCII));
  }

  static String signature(String signingInput, SigningKey key) {
    try {
      var signer = new ECDSASigner(key.privateKey(), Curve.P_256);
      var both = signer.sign(ES256, signingInput.getBytes(StandardCharsets.US_ASCII)).decode();
      var s = new BigInteger(1, both, P256.COORDINATE_BYTES, P256.COORDINATE_BYTES);
      if (s.compareTo(HALF_ORDER) > 0) {
        var low = P256.fixed(P256.ORDER.subtract(s));
        System.arraycopy(low, 0, both, P256.COORDINATE_BYTES, P256.COORDINATE_BYTES);
      }
      return Base64Url.encode(both);
    } catch (JOSEException failed) {
      throw new IllegalStateException("The signing key does not sign.", failed);
    }
  }

  /// Takes a compact JWS apart, all of it but the signature's truth.
  static Signed parse(byte[] text, Type type, int maxBytes) {
    var compact = Compact.read(text, 3, maxBytes);
    var kid = kid(compact.decoded(0), type);
    var tree = StrictJson.canonical(compact.decoded(1));
    return new Signed(
        kid,
        compact.parts().get(0) + "." + compact.parts().get(1),
        CanonicalJson.of(tree),
        tree,
        compact.parts().get(2));
  }

  /// The key identifier of a header that is byte for byte the one we write for this type.
  static String kid(byte[] headerBytes, Type type) {
    Refusal.unless(headerBytes.length <= Compact.MAX_HEADER, Reason.HEADER_TOO_LARGE);
    var tree = StrictJson.canonical(headerBytes);
    Compact.refuseKeysAndCompression(tree);
    Refusal.unless(!tree.has("crit"), Reason.CRITICAL_REFUSED);
    Compact.mustBe(tree, "alg", "ES256", Reason.ALGORITHM_REFUSED);
    Compact.mustBe(tree, "typ", type.text, Reason.TYPE_REFUSED);
    var kid = Compact.kid(tree);
    Refusal.unless(tree.size() == 3, Reason.HEADER_REFUSED);
    return kid;
  }

  /// Refuses unless the key made the signature and wrote it in low-S form.
  void verify(PublicPart key) {
    verify(signingInput, signature, key);
  }

  static void verify(String signingInput, String encoded, PublicPart key) {
    var signature = Base64Url.decode(encoded, Reason.NOT_BASE64URL);
    Refusal.unless(signature.length == SIGNATURE_BYTES, Reason.SIGNATURE_REFUSED);
    var r = new BigInteger(1, Arrays.copyOf(signature, P256.COORDINATE_BYTES));
    var s =
        new BigInteger(1, Arrays.copyOfRange(signature, P256.COORDINATE_BYTES, SIGNATURE_BYTES));
    Refusal.unless(isScalar(r) && isScalar(s), Reason.SIGNATURE_REFUSED);
    Refusal.unless(s.compareTo(HALF_ORDER) <= 0, Reason.SIGNATURE_MIRRORED);
    try {
      var verifier = new ECDSAVerifier(key.must(PublicPart.Use.SIGN).key());
      var input = signingInput.getBytes(StandardCharsets.US_ASCII);
      Refusal.unless(
          verifier.verify(ES256, input, new Base64URL(encoded)), Reason.SIGNATURE_REFUSED);
    } catch (JOSEException refused) {
      throw new Refusal(Reason.SIGNATURE_REFUSED);
    }
  }

  /// SHA-256 of what was signed: the same for every signature and every cover around it.
  Digest identity() {
    return Digest.of(signingInput);
  }

  private static boolean isScalar(BigInteger number) {
    return number.signum() > 0 && number.compareTo(P256.ORDER) < 0;
  }

  private static String header(Type type, String kid) {
    var header = JsonNodeFactory.instance.objectNode();
    return CanonicalJson.write(header.put("alg", "ES256").put("kid", kid).put("typ", type.text));
  }

  /// A JOSE compact serialisation taken apart (RFC 7515 section 3.1, RFC 7516 section 3.1): plain
  /// ASCII, so many parts, each in the one base64url form, so that writing it again gives these
  /// bytes.
  record Compact(List<String> parts) {
    static final int MAX_HEADER = 8 * 1024;

    private static final List<String> KEYS = List.of("jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256");

    static Compact read(byte[] bytes, int parts, int maxBytes) {
      Refusal.unless(bytes.length > 0, Reason.EMPTY);
      Refusal.unless(bytes.length <= maxBytes, Reason.TOO_LARGE);
      for (byte each : bytes) {
        boolean allowed =
            each == '.'
                || each == '-'
                || each == '_'
                || (each >= '0' && each <= '9')
                || (each >= 'A' && each <= 'Z')
                || (each >= 'a' && each <= 'z');
        Refusal.unless(allowed, Reason.NOT_COMPACT);
      }
      var split = List.of(new String(bytes, StandardCharsets.US_ASCII).split("\\.", -1));
      Refusal.unless(split.size() == parts, Reason.NOT_COMPACT);
      Refusal.unless(split.getFirst().length() * 3L / 4 <= MAX_HEADER, Reason.HEADER_TOO_LARGE);
      return new Compact(split);
    }

    byte[] decoded(int part) {
      return Base64Url.decode(parts.get(part), Reason.NOT_BASE64URL);
    }

    static void refuseKeysAndCompression(JsonNode header) {
      Refusal.unless(!header.has("zip"), Reason.COMPRESSION_REFUSED);
      Refusal.unless(KEYS.stream().noneMatch(header::has), Reason.KEY_IN_HEADER);
    }

    static void mustBe(JsonNode header, String name, String expected, Reason otherwise) {
      var value = header.get(name);
      Refusal.unless(
          value != null && value.isString() && value.stringValue().equals(expected), otherwise);
    }

    static String kid(JsonNode header) {
      var kid = header.get("kid");
      Refusal.unless(kid != null && kid.isString(), Reason.KID_REFUSED);
      Refusal.unless(Base64Url.isDigest(kid.stringValue()), Reason.KID_REFUSED);
      return kid.stringValue();
    }
  }
}
