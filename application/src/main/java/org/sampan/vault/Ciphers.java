package org.sampan.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// The JDK's ciphers in the few ways this house uses them.
///
/// A sealed value is: version (1 byte, now 1), nonce (12 bytes, random), ciphertext with its
/// 16-byte tag.
final class Ciphers {

  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ciphers() {}

  static SecretKey newKey() {
    try {
      KeyGenerator keys = KeyGenerator.getInstance("AES");
      keys.init(256, RANDOM);
      return keys.generateKey();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  static byte[] seal(SecretKey key, byte[] bound, byte[] clear) {
    try {
      byte[] nonce = new byte[NONCE];
      RANDOM.nextBytes(nonce);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
      cipher.updateAAD(bound);
      byte[] sealed = cipher.doFinal(clear);
      byte[] all = new byte[1 + NONCE + sealed.length];
      all[0] = VERSION;
      System.arraycopy(nonce, 0, all, 1, NONCE);
      System.arraycopy(sealed, 0, all, 1 + NONCE, sealed.length);
      return all;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static byte[] open(SecretKey key, byte[] bound, byte[] sealed) {
    if (sealed.length < 1 + NONCE + 16 || sealed[0] != VERSION) {
      throw new NotSealedHere();
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          key,
          new GCMParameterSpec(128, Arrays.copyOfRange(sealed, 1, 1 + NONCE)));
      cipher.updateAAD(bound);
      return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (AEADBadTagException tampered) {
      throw new NotSealedHere();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static byte[] wrap(SecretKey node, SecretKey key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
      cipher.init(Cipher.WRAP_MODE, node);
      return cipher.wrap(key);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static SecretKey unwrap(SecretKey node, byte[] wrapped) {
    try {
      Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
      cipher.init(Cipher.UNWRAP_MODE, node);
      return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    } catch (GeneralSecurityException tampered) {
      throw new NotSealedHere();
    }
  }

  static byte[] mac(SecretKey key, byte[] value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(value);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// The value was altered, moved to another spot, or sealed under another key.
  static final class NotSealedHere extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NotSealedHere() {
      super("a sealed value does not open: altered, moved, or sealed under another key");
    }
  }
}
