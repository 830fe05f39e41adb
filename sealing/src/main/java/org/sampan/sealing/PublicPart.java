package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The public half of a P-256 key and the one thing it may be used for.
///
/// @param use [Use#SIGN] to check signatures, [Use#ENCRYPT] to seal to its holder, [Use#TLS] to
///   know it on the line
/// @param key a point on P-256; any other is refused with [IllegalArgumentException]
public record PublicPart(Use use, ECPublicKey key) {

  /// What a key may do; one key never does both.
  public enum Use {
    SIGN("sig"),
    ENCRYPT("enc"),
    /// Pins the certificate a node shows: this very key, whoever signed it.
    TLS("tls");

    private final String text;

    Use(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    static boolean isKnown(String text) {
      return text.equals("sig") || text.equals("enc") || text.equals("tls");
    }

    static Use of(String text) {
      return switch (text) {
        case "sig" -> SIGN;
        case "enc" -> ENCRYPT;
        case "tls" -> TLS;
        default -> throw new Refusal(Reason.KEY_REFUSED);
      };
    }
  }

  public PublicPart {
    Refusal.unless(P256.isHere(key), Reason.KEY_REFUSED);
  }

  /// The key's name everywhere: its RFC 7638 thumbprint, 43 characters of base64url.
  public String kid() {
    return Base64Url.encode(
        Digest.sha256(CanonicalJson.write(point()).getBytes(StandardCharsets.US_ASCII)));
  }

  /// The key as a JWK (RFC 7517) in canonical form with `use`.
  public String toJwk() {
    return CanonicalJson.write(point().put("use", use.text()));
  }

  /// Reads [#toJwk()]; anything else, a private part included, is refused with
  /// [IllegalArgumentException].
  public static PublicPart fromJwk(String jwk) {
    var fields = new Fields(StrictJson.object(jwk));
    Refusal.unless(fields.node().size() == 5, Reason.KEY_REFUSED);
    return read(fields);
  }

  static PublicPart read(Fields fields) {
    return new PublicPart(Use.of(fields.text("use")), readPoint(fields));
  }

  static ECPublicKey readPoint(Fields fields) {
    Refusal.unless(fields.text("kty").equals("EC"), Reason.KEY_REFUSED);
    Refusal.unless(fields.text("crv").equals("P-256"), Reason.KEY_REFUSED);
    return P256.publicKey(P256.read(fields.text("x")), P256.read(fields.text("y")));
  }

  /// The members RFC 7638 hashes, and those of an `epk`.
  ObjectNode point() {
    var point = key.getW();
    return JsonNodeFactory.instance
        .objectNode()
        .put("crv", "P-256")
        .put("kty", "EC")
        .put("x", P256.write(point.getAffineX()))
        .put("y", P256.write(point.getAffineY()));
  }

  PublicPart must(Use expected) {
    Refusal.unless(use == expected, Reason.KEY_REFUSED);
    return this;
  }

  @Override
  public String toString() {
    return "PublicPart[" + use.text() + " " + kid() + "]";
  }
}
