package org.sampan.jobs.node;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;

/// Makes what an honest sealer never would: every step of a sealed envelope can be bent. Written
/// from the RFCs (7515, 7516, 7518) and not with our own sealing, so that one does not hide the
/// faults of the other.
final class Forge {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private Forge() {}

  /// A header of the inner signature, as it should be.
  static String innerHeader(SigningKey key) {
    return "{\"alg\":\"ES256\",\"kid\":\"" + key.kid() + "\",\"typ\":\"sampan+jws\"}";
  }

  /// A compact JWS over any header and payload, in low-S form.
  static String signed(String header, String payload, SigningKey key) {
    String input = encode(header) + "." + encode(payload);
    return input + "." + encode(lowS(sign(input, key.privateKey())));
  }

  /// The same signature in its other form, as valid to a bare library and refused by rule.
  static String mirrored(String jws) {
    int at = jws.lastIndexOf('.');
    byte[] both = Base64.getUrlDecoder().decode(jws.substring(at + 1));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(both, 32, 64));
    return jws.substring(0, at + 1) + encode(with(both, ORDER.subtract(s)));
  }

  /// The header of a cover for this key, as it should be, around a fresh ephemeral key.
  static Cover cover(PublicPart recipient) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
      pairs.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = pairs.generateKeyPair();
      return new Cover(recipient, pair, header(recipient, (ECPublicKey) pair.getPublic()));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// A cover before it is closed; its header may still be bent.
  record Cover(PublicPart recipient, KeyPair ephemeral, String header) {

    Cover with(String bent) {
      return new Cover(recipient, ephemeral, bent);
    }

    /// Closes it around any text (ECDH-ES+A256KW with the Concat KDF, then A256GCM).
    String around(String inner) {
      try {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ephemeral.getPrivate());
        agreement.doPhase(recipient.key(), true);
        SecretKeySpec wrapping = new SecretKeySpec(derived(agreement.generateSecret()), "AES");
        byte[] content = new byte[32];
        RANDOM.nextBytes(content);
        Cipher wrap = Cipher.getInstance("AES/KW/NoPadding");
        wrap.init(Cipher.WRAP_MODE, wrapping);
        byte[] wrapped = wrap.wrap(new SecretKeySpec(content, "AES"));
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
            Cipher.ENCRYPT_MODE,
            new SecretKeySpec(content, "AES"),
            new GCMParameterSpec(128, nonce));
        cipher.updateAAD(encode(header).getBytes(StandardCharsets.US_ASCII));
        byte[] sealed = cipher.doFinal(inner.getBytes(StandardCharsets.UTF_8));
        int text = sealed.length - 16;
        return String.join(
            ".",
            encode(header),
            encode(wrapped),
            encode(nonce),
            encode(Arrays.copyOf(sealed, text)),
            encode(Arrays.copyOfRange(sealed, text, sealed.length)));
      } catch (GeneralSecurityException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }
  }

  private static byte[] derived(byte[] shared) throws GeneralSecurityException {
    byte[] algorithm = "ECDH-ES+A256KW".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(number(1));
    input.writeBytes(shared);
    input.writeBytes(number(algorithm.length));
    input.writeBytes(algorithm);
    input.writeBytes(number(0));
    input.writeBytes(number(0));
    input.writeBytes(number(256));
    return MessageDigest.getInstance("SHA-256").digest(input.toByteArray());
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static String header(PublicPart recipient, ECPublicKey epk) {
    return "{\"alg\":\"ECDH-ES+A256KW\",\"crit\":[\"sampanv\"],\"cty\":\"JOSE\",\"enc\":\"A256GCM\","
        + "\"epk\":{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
        + encode(fixed(epk.getW().getAffineX()))
        + "\",\"y\":\""
        + encode(fixed(epk.getW().getAffineY()))
        + "\"},\"kid\":\""
        + recipient.kid()
        + "\",\"sampanv\":1,\"typ\":\"sampan+jwe\"}";
  }

  private static byte[] sign(String input, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] lowS(byte[] both) {
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(both, 32, 64));
    return s.compareTo(ORDER.shiftRight(1)) > 0 ? with(both, ORDER.subtract(s)) : both;
  }

  private static byte[] with(byte[] both, BigInteger s) {
    byte[] other = both.clone();
    System.arraycopy(fixed(s), 0, other, 32, 32);
    return other;
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
