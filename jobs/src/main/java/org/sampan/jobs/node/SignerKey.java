package org.sampan.jobs.node;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.sampan.OperatorRefusal;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A signer's key in a file: the public half readable, the private one under a passphrase (PBKDF2
/// with HMAC-SHA-512, 600,000 rounds, RFC 8018; AES-256-GCM with the public half bound in).
final class SignerKey {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ROUNDS = 600_000;
  private static final int SHORTEST = 12;
  private static final int SALT = 16;
  private static final int NONCE = 12;

  private SignerKey() {}

  /// The text of a new key's file.
  static String write(SigningKey key, char[] passphrase) {
    if (passphrase.length < SHORTEST) {
      throw new OperatorRefusal("The passphrase needs at least " + SHORTEST + " characters.");
    }
    byte[] salt = random(SALT);
    byte[] nonce = random(NONCE);
    String publicHalf = key.publicPart().toJwk();
    byte[] sealed =
        cipher(
            Cipher.ENCRYPT_MODE,
            new Lock(passphrase, salt, nonce, publicHalf),
            key.toPrivateJwk().getBytes(StandardCharsets.UTF_8));
    return "{\"public\":"
        + publicHalf
        + ",\"salt\":\""
        + text(salt)
        + "\",\"nonce\":\""
        + text(nonce)
        + "\",\"sealed\":\""
        + text(sealed)
        + "\"}";
  }

  /// The public half in such a file, or a JWK alone.
  static PublicPart publicHalf(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return PublicPart.fromJwk((tree.has("public") ? tree.path("public") : tree).toString());
    } catch (JacksonException | IllegalArgumentException other) {
      throw new OperatorRefusal("That is no signer's key.");
    }
  }

  static SigningKey read(String text, char[] passphrase) {
    String publicHalf = publicHalf(text).toJwk();
    JsonNode tree = JSON.readTree(text);
    try {
      byte[] opened =
          cipher(
              Cipher.DECRYPT_MODE,
              new Lock(passphrase, bytes(tree, "salt"), bytes(tree, "nonce"), publicHalf),
              bytes(tree, "sealed"));
      return SigningKey.fromPrivateJwk(new String(opened, StandardCharsets.UTF_8));
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private record Lock(char[] passphrase, byte[] salt, byte[] nonce, String bound) {
    @Override
    public String toString() {
      return "Lock[redacted]";
    }
  }

  private static byte[] cipher(int mode, Lock lock, byte[] input) {
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(lock.passphrase(), lock.salt(), ROUNDS, 256))
              .getEncoded();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, lock.nonce()));
      cipher.updateAAD(lock.bound().getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException wrong) {
      throw new OperatorRefusal("The passphrase does not open this key.");
    }
  }

  private static byte[] bytes(JsonNode tree, String name) {
    try {
      return Base64.getDecoder().decode(tree.path(name).asString(""));
    } catch (IllegalArgumentException other) {
      throw new OperatorRefusal("That is no signer's key.");
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
