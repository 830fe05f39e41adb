package org.sampan.chaos.inputs;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.impl.AAD;
import com.nimbusds.jose.crypto.impl.ECDH;
import com.nimbusds.jose.crypto.impl.ECDHCryptoProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.util.Set;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;

/// Signs and seals whatever it is given, as [org.sampan.sealing.Sealer] never would: by the same
/// algorithms (JWS ES256 with the lower s, JWE ECDH-ES+A256KW with A256GCM), without its checks.
final class Forger {

  private static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);

  private final SigningKey signs;
  private final PublicPart opens;
  private final BigInteger order;

  Forger(SigningKey signs, PublicPart opens) {
    this.signs = signs;
    this.opens = opens;
    this.order = opens.key().getParams().getOrder();
  }

  /// A compact JWS of this header and this payload, by the true key.
  String sign(String header, String payload) {
    String input = Bent.base64(header) + "." + Bent.base64(payload);
    try {
      byte[] both =
          new ECDSASigner(signs.privateKey(), Curve.P_256)
              .sign(ES256, input.getBytes(StandardCharsets.US_ASCII))
              .decode();
      int half = both.length / 2;
      BigInteger s = new BigInteger(1, both, half, half);
      if (s.compareTo(order.shiftRight(1)) > 0) {
        byte[] low = order.subtract(s).toByteArray();
        java.util.Arrays.fill(both, half, both.length, (byte) 0);
        int from = Math.max(0, low.length - half);
        System.arraycopy(low, from, both, both.length - (low.length - from), low.length - from);
      }
      return input + "." + Bent.base64(both);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A cover around any text, which the addressee opens.
  String cover(String inner) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new Cover().around(inner, opens, generator.generateKeyPair());
    } catch (GeneralSecurityException | JOSEException | ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Nimbus writes a header of its own; ours must be canonical, so it is handed over finished.
  private static final class Cover extends ECDHCryptoProvider {

    Cover() throws JOSEException {
      super(Curve.P_256, null);
    }

    String around(String inner, PublicPart to, KeyPair once) throws JOSEException, ParseException {
      ECKey key = new ECKey.Builder(Curve.P_256, (ECPublicKey) once.getPublic()).build();
      String header =
          ("{\"alg\":\"ECDH-ES+A256KW\",\"crit\":[\"sampanv\"],\"cty\":\"JOSE\",\"enc\":\"A256GCM\","
                  + "\"epk\":{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"},\"kid\":\"%s\","
                  + "\"sampanv\":1,\"typ\":\"sampan+jwe\"}")
              .formatted(key.getX(), key.getY(), to.kid());
      String encoded = Bent.base64(header);
      JWEHeader parsed = JWEHeader.parse(new Base64URL(encoded));
      var parts =
          encryptWithZ(
              parsed,
              ECDH.deriveSharedSecret(to.key(), once.getPrivate(), null),
              inner.getBytes(StandardCharsets.UTF_8),
              AAD.compute(parsed));
      return String.join(
          ".",
          encoded,
          parts.getEncryptedKey().toString(),
          parts.getInitializationVector().toString(),
          parts.getCipherText().toString(),
          parts.getAuthenticationTag().toString());
    }

    @Override
    public Set<Curve> supportedEllipticCurves() {
      return Set.of(Curve.P_256);
    }
  }
}
