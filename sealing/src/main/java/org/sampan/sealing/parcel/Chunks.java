package org.sampan.sealing.parcel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals and opens the chunks of one parcel: keys by HKDF-Expand (RFC 5869) from the parcel's key
/// and salt, the nonce of chunk n by XOR with n, as in TLS 1.3.
final class Chunks {
  /// Bytes of plain text in every chunk but the last, which has fewer.
  static final int PLAIN = 16 * 1024;

  static final int TAG = 16;
  static final int SEALED = PLAIN + TAG;
  static final int SALT = 24;
  static final int COMMITMENT = 32;

  /// What stands before the first chunk.
  static final int PREFIX = SALT + COMMITMENT;

  /// More than anybody sends, and far below what one key can bear.
  static final long MOST = 1L << 32;

  private static final String INFO = "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM";
  private static final String CONTEXT = "sampan-parcel/1";
  private static final int KEY = 32;
  private static final int NONCE = 12;

  private final SecretKeySpec key;
  private final byte[] nonce;
  private final byte[] commitment;
  private final Cipher cipher;

  Chunks(ParcelKey input, byte[] salt) {
    try {
      var info = new byte[INFO.length() + 1 + SALT + CONTEXT.length()];
      System.arraycopy(INFO.getBytes(StandardCharsets.US_ASCII), 0, info, 0, INFO.length());
      System.arraycopy(salt, 0, info, INFO.length() + 1, SALT);
      var context = CONTEXT.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(context, 0, info, INFO.length() + 1 + SALT, context.length);
      var expand =
          HKDFParameterSpec.expandOnly(
              new SecretKeySpec(input.bytes(), "Generic"), info, KEY + NONCE + COMMITMENT);
      var derived = KDF.getInstance("HKDF-SHA256").deriveData(expand);
      this.key = new SecretKeySpec(derived, 0, KEY, "AES");
      this.nonce = Arrays.copyOfRange(derived, KEY, KEY + NONCE);
      this.commitment = Arrays.copyOfRange(derived, KEY + NONCE, derived.length);
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java platform lacks HKDF or AES-GCM.", missing);
    }
  }

  byte[] commitment() {
    return commitment.clone();
  }

  /// Seals the first `length` bytes as chunk `number` into `to`; answers how many bytes that makes.
  int seal(long number, byte[] plain, int length, byte[] to) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, nonce(number));
      return cipher.doFinal(plain, 0, length, to);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("A chunk cannot be sealed.", broken);
    }
  }

  /// Opens the first `length` bytes as chunk `number` into `to`; answers how many bytes that makes.
  int open(long number, byte[] sealed, int length, byte[] to) throws Damaged {
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, nonce(number));
      return cipher.doFinal(sealed, 0, length, to);
    } catch (AEADBadTagException altered) {
      throw new Damaged();
    } catch (InvalidAlgorithmParameterException broken) {
      throw new IllegalStateException("A chunk cannot be opened.", broken);
    } catch (GeneralSecurityException malformed) {
      throw new Damaged();
    }
  }

  private GCMParameterSpec nonce(long number) {
    var own = nonce.clone();
    for (int i = 0; i < Long.BYTES; i++) {
      own[NONCE - 1 - i] ^= (byte) (number >>> (8 * i));
    }
    return new GCMParameterSpec(8 * TAG, own);
  }

  /// How many bytes a parcel of so many plain bytes has.
  static long sealedSize(long plain) {
    return PREFIX + plain + TAG * (plain / PLAIN + 1);
  }

  /// How many plain bytes stand in so many sealed ones; -1 if no parcel has that length.
  static long plainSize(long sealed) {
    long chunks = sealed - PREFIX;
    long last = chunks < 0 ? -1 : chunks % SEALED;
    return last < TAG ? -1 : chunks / SEALED * PLAIN + last - TAG;
  }
}
