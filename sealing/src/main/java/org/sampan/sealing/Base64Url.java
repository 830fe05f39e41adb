package org.sampan.sealing;

import java.util.Base64;

/// Base64url without padding (RFC 4648 section 5, RFC 7515 section 2) in its one form: the spare
/// bits of the last character are zero, so no two texts decode to the same bytes.
final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /// How many characters so many bytes become.
  static int length(int bytes) {
    return (bytes * 4 + 2) / 3;
  }

  static byte[] decode(String text, Reason otherwise) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      Refusal.unless(encode(bytes).equals(text), otherwise);
      return bytes;
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IllegalArgumentException malformed) {
      throw new Refusal(otherwise);
    }
  }

  static boolean isDigest(String text) {
    try {
      return decode(text, Reason.KID_REFUSED).length == 32;
    } catch (Refusal refusal) {
      return false;
    }
  }
}
