package org.sampan.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys of one archive, made from its passphrase and its header.
///
/// PBKDF2 with HMAC-SHA-512 (RFC 8018) makes guessing slow, HKDF (RFC 5869) parts the result into
/// the content's key and a confirmation, which tells a wrong passphrase at once and ties the file
/// to one key. A memory-hard function would be better still; the JDK has none yet.
record ArchiveKeys(SecretKey content, byte[] confirmation) {

  static ArchiveKeys derive(ArchiveHeader header, char[] passphrase) {
    var normal = normalised(passphrase);
    var question = new PBEKeySpec(normal, header.salt(), header.rounds(), 256);
    try {
      var slow = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(question);
      var expand = KDF.getInstance("HKDF-SHA512");
      return new ArchiveKeys(
          new SecretKeySpec(expand.deriveData(part(slow, header, "content", 32)), "AES"),
          expand.deriveData(part(slow, header, "confirmation", ArchiveHeader.CONFIRMATION_LENGTH)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This JDK lacks a key derivation we need", missing);
    } finally {
      question.clearPassword();
      Arrays.fill(normal, '\0');
    }
  }

  static ArchiveKeys open(ArchiveHeader.Opened opened, char[] passphrase) {
    var keys = derive(opened.header(), passphrase);
    if (!MessageDigest.isEqual(keys.confirmation(), opened.confirmation())) {
      throw new DatabaseRefusal("The passphrase is wrong.");
    }
    return keys;
  }

  // The same word typed on two keyboards can differ in how its marks are stored.
  private static char[] normalised(char[] passphrase) {
    return Normalizer.normalize(new String(passphrase), Normalizer.Form.NFKC).toCharArray();
  }

  private static HKDFParameterSpec part(
      SecretKey slow, ArchiveHeader header, String purpose, int length) {
    return HKDFParameterSpec.ofExtract()
        .addIKM(slow)
        .addSalt(header.bound())
        .thenExpand(("sampan node archive " + purpose).getBytes(StandardCharsets.US_ASCII), length);
  }

  @Override
  public String toString() {
    return "ArchiveKeys[not shown]";
  }
}
