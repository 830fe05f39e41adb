package org.sampan.sealing.parcel;

import java.security.SecureRandom;
import java.util.Base64;

/// The key of one parcel: 256 random bits as 43 characters of base64url in their one form. It
/// travels in the signed letter and nowhere else.
public record ParcelKey(String text) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public ParcelKey {
    if (!isOne(text)) {
      throw new IllegalArgumentException("not the key of a parcel");
    }
  }

  /// A fresh key from the platform's secure random source.
  public static ParcelKey generate() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new ParcelKey(encode(bytes));
  }

  /// Whether this text is a key.
  public static boolean isOne(String text) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      return bytes.length == BYTES && encode(bytes).equals(text);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  byte[] bytes() {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Shows nothing of the key.
  @Override
  public String toString() {
    return "ParcelKey[hidden]";
  }
}
