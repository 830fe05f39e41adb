package org.sampan.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWECryptoParts;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.impl.AAD;
import com.nimbusds.jose.crypto.impl.ECDH;
import com.nimbusds.jose.crypto.impl.ECDHCryptoProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Collection;
import java.util.Set;
import javax.crypto.SecretKey;
import org.sampan.sealing.Signed.Compact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The cover of a sealed envelope: a JWE (RFC 7516) by ECDH-ES+A256KW (RFC 7518 section 4.6) and
/// A256GCM (section 5.3), and nothing else. Nothing in its header tells who wrote or about whom.
final class Encrypted {
  static final int MAX_BYTES = 1024 * 1024;

  private static final int WRAPPED_KEY_BYTES = 40;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private static final String VERSION = "sampanv";
  private static final Set<String> UNDERSTOOD = Set.of(VERSION);

  private Encrypted() {}

  /// The length of the cover around so many bytes: header, wrapped key, nonce, cipher text, tag.
  static int lengthAround(int plainBytes) {
    int header =
        Base64Url.length(header("0".repeat(43), DecryptionKey.generate().publicPart()).length());
    return header
        + Base64Url.length(WRAPPED_KEY_BYTES)
        + Base64Url.length(NONCE_BYTES)
        + Base64Url.length(plainBytes)
        + Base64Url.length(TAG_BYTES)
        + 4;
  }

  static String encrypt(String innerJws, PublicPart recipient) {
    recipient.must(PublicPart.Use.ENCRYPT);
    var ephemeral = P256.generate();
    var epk = new PublicPart(PublicPart.Use.ENCRYPT, (ECPublicKey) ephemeral.getPublic());
    var header = Base64Url.encode(header(recipient.kid(), epk).getBytes(StandardCharsets.US_ASCII));
    try {
      var shared = ECDH.deriveSharedSecret(recipient.key(), ephemeral.getPrivate(), null);
      var parts =
          new Cover()
              .encrypt(
                  JWEHeader.parse(new Base64URL(header)),
                  shared,
                  innerJws.getBytes(StandardCharsets.US_ASCII));
      return String.join(
          ".",
          header,
          parts.getEncryptedKey().toString(),
          parts.getInitializationVector().toString(),
          parts.getCipherText().toString(),
          parts.getAuthenticationTag().toString());
    } catch (JOSEException | ParseException failed) {
      throw new IllegalStateException("The letter cannot be sealed to this key.", failed);
    }
  }

  /// Opens the cover with whichever held key it names; all that is wrong after that looks the same.
  static byte[] decrypt(byte[] sealed, Collection<DecryptionKey> held) {
    var compact = Compact.read(sealed, 5, MAX_BYTES);
    var kid = checkedKid(compact.decoded(0));
    Refusal.unless(compact.decoded(1).length == WRAPPED_KEY_BYTES, Reason.NOT_DECRYPTABLE);
    Refusal.unless(compact.decoded(2).length == NONCE_BYTES, Reason.NOT_DECRYPTABLE);
    compact.decoded(3);
    Refusal.unless(compact.decoded(4).length == TAG_BYTES, Reason.NOT_DECRYPTABLE);
    var key =
        held.stream()
            .filter(each -> each.kid().equals(kid))
            .findFirst()
            .orElseThrow(() -> new Refusal(Reason.RECIPIENT_KEY_UNKNOWN));
    return decrypt(compact, key);
  }

  private static byte[] decrypt(Compact compact, DecryptionKey key) {
    var parts = compact.parts().stream().map(Base64URL::new).toList();
    try {
      var header = JWEHeader.parse(parts.get(0));
      return new ECDHDecrypter(key.privateKey(), UNDERSTOOD, Curve.P_256)
          .decrypt(
              header, parts.get(1), parts.get(2), parts.get(3), parts.get(4), AAD.compute(header));
    } catch (JOSEException | ParseException | RuntimeException refused) {
      // Whatever the library meets in a stranger's bytes, the stranger learns one thing only.
      throw new Refusal(Reason.NOT_DECRYPTABLE);
    }
  }

  private static String checkedKid(byte[] headerBytes) {
    Refusal.unless(headerBytes.length <= Compact.MAX_HEADER, Reason.HEADER_TOO_LARGE);
    var tree = StrictJson.canonical(headerBytes);
    Compact.refuseKeysAndCompression(tree);
    Compact.mustBe(tree, "alg", "ECDH-ES+A256KW", Reason.ALGORITHM_REFUSED);
    Compact.mustBe(tree, "enc", "A256GCM", Reason.ALGORITHM_REFUSED);
    Compact.mustBe(tree, "typ", "sampan+jwe", Reason.TYPE_REFUSED);
    Compact.mustBe(tree, "cty", "JOSE", Reason.TYPE_REFUSED);
    mustBeVersionOne(tree);
    var kid = Compact.kid(tree);
    var epk = tree.get("epk");
    Refusal.unless(epk != null && epk.isObject() && epk.size() == 4, Reason.KEY_REFUSED);
    PublicPart.readPoint(new Fields(epk));
    Refusal.unless(tree.size() == 8, Reason.HEADER_REFUSED);
    return kid;
  }

  private static void mustBeVersionOne(JsonNode header) {
    var critical = header.get("crit");
    var version = header.get(VERSION);
    boolean isOurs = critical != null && CanonicalJson.write(critical).equals("[\"sampanv\"]");
    Refusal.unless(isOurs, Reason.CRITICAL_REFUSED);
    Refusal.unless(version != null && version.isIntegralNumber(), Reason.CRITICAL_REFUSED);
    Refusal.unless(version.longValue() == 1, Reason.VERSION_UNKNOWN);
  }

  private static String header(String kid, PublicPart epk) {
    var header = JsonNodeFactory.instance.objectNode();
    header.putArray("crit").add(VERSION);
    header.set("epk", epk.point());
    header.put("alg", "ECDH-ES+A256KW").put("enc", "A256GCM").put("kid", kid);
    header.put("cty", "JOSE").put("typ", "sampan+jwe").put(VERSION, 1);
    return CanonicalJson.write(header);
  }

  /// Nimbus writes its own header around the ephemeral key; ours is canonical, so we hand it over
  /// finished and use the library for the key agreement, the wrapping and the cipher.
  private static final class Cover extends ECDHCryptoProvider {
    Cover() throws JOSEException {
      super(Curve.P_256, null);
    }

    JWECryptoParts encrypt(JWEHeader header, SecretKey shared, byte[] plain) throws JOSEException {
      return encryptWithZ(header, shared, plain, AAD.compute(header));
    }

    @Override
    public Set<Curve> supportedEllipticCurves() {
      return Set.of(Curve.P_256);
    }
  }
}
