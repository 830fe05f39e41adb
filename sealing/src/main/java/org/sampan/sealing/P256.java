package org.sampan.sealing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import tools.jackson.databind.node.JsonNodeFactory;

/// The one curve in use: NIST P-256 (FIPS 186-5, SP 800-186), by the JDK alone.
final class P256 {
  static final int COORDINATE_BYTES = 32;

  private static final ECParameterSpec PARAMETERS = parameters();
  static final BigInteger ORDER = PARAMETERS.getOrder();
  private static final BigInteger PRIME = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();

  private P256() {}

  static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java platform lacks P-256.", missing);
    }
  }

  /// A point given by coordinates; one that does not satisfy the curve's equation is refused before
  /// any key is made of it (invalid-curve attacks, RFC 7518 section 8; the cofactor is 1, and the
  /// point at infinity has no coordinates).
  static ECPublicKey publicKey(BigInteger x, BigInteger y) {
    Refusal.unless(isOnCurve(x, y), Reason.KEY_REFUSED);
    try {
      var point = new ECPublicKeySpec(new ECPoint(x, y), PARAMETERS);
      return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(point);
    } catch (GeneralSecurityException refused) {
      throw new Refusal(Reason.KEY_REFUSED);
    }
  }

  static ECPrivateKey privateKey(BigInteger scalar) {
    Refusal.unless(scalar.signum() > 0 && scalar.compareTo(ORDER) < 0, Reason.KEY_REFUSED);
    try {
      var spec = new ECPrivateKeySpec(scalar, PARAMETERS);
      return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
    } catch (GeneralSecurityException refused) {
      throw new Refusal(Reason.KEY_REFUSED);
    }
  }

  static boolean isOnCurve(BigInteger x, BigInteger y) {
    if (x.signum() < 0 || x.compareTo(PRIME) >= 0 || y.signum() < 0 || y.compareTo(PRIME) >= 0) {
      return false;
    }
    var curve = PARAMETERS.getCurve();
    var right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB()).mod(PRIME);
    return y.multiply(y).mod(PRIME).equals(right);
  }

  /// Whether the key given is on this curve with these parameters.
  static boolean isHere(ECPublicKey key) {
    var given = key.getParams();
    return given.getCurve().equals(PARAMETERS.getCurve())
        && given.getGenerator().equals(PARAMETERS.getGenerator())
        && isOnCurve(key.getW().getAffineX(), key.getW().getAffineY());
  }

  /// Both halves of a key for one use, and their one written form.
  record Pair(PublicPart publicPart, PrivateKey privateKey) {

    static Pair generate(PublicPart.Use use) {
      var pair = P256.generate();
      return new Pair(new PublicPart(use, (ECPublicKey) pair.getPublic()), pair.getPrivate());
    }

    String toJwk() {
      if (!(privateKey instanceof ECPrivateKey exportable)) {
        throw new IllegalStateException("The private key cannot leave its module.");
      }
      var node = JsonNodeFactory.instance.objectNode().put("d", write(exportable.getS()));
      node.setAll(publicPart.point());
      return CanonicalJson.write(node.put("use", publicPart.use().text()));
    }

    static Pair fromJwk(String jwk) {
      var fields = new Fields(StrictJson.object(jwk));
      var publicPart = PublicPart.read(fields);
      var privateKey = P256.privateKey(read(fields.text("d")));
      Refusal.unless(isPair(privateKey, publicPart.key()), Reason.KEY_REFUSED);
      return new Pair(publicPart, privateKey);
    }
  }

  /// Whether the two halves belong together: what one signs the other verifies.
  static boolean isPair(PrivateKey privateKey, ECPublicKey publicKey) {
    byte[] probe = {1};
    try {
      var signer = Signature.getInstance("SHA256withECDSA");
      signer.initSign(privateKey);
      signer.update(probe);
      var verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(publicKey);
      verifier.update(probe);
      return verifier.verify(signer.sign());
    } catch (GeneralSecurityException different) {
      return false;
    }
  }

  /// 32 bytes, big-endian, as base64url: the one form of RFC 7518 section 6.2.1.2.
  static String write(BigInteger number) {
    return Base64Url.encode(fixed(number));
  }

  static BigInteger read(String text) {
    var bytes = Base64Url.decode(text, Reason.KEY_REFUSED);
    Refusal.unless(bytes.length == COORDINATE_BYTES, Reason.KEY_REFUSED);
    return new BigInteger(1, bytes);
  }

  static byte[] fixed(BigInteger number) {
    var bytes = number.toByteArray();
    var fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return fixed;
  }

  private static ECParameterSpec parameters() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java platform lacks P-256.", missing);
    }
  }
}
