package org.sampan.accounts;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time codes (RFC 6238): six digits, 30 seconds, HMAC-SHA-1, as authenticator apps
/// expect.
public final class TimeCode {

  private static final long STEP_SECONDS = 30;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private TimeCode() {}

  /// A new shared secret: 20 random bytes.
  public static byte[] newSecret() {
    byte[] secret = new byte[20];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /// The code at this moment.
  public static String at(byte[] secret, Instant now) {
    return code(secret, now.getEpochSecond() / STEP_SECONDS);
  }

  /// The time step this code belongs to, one step of clock difference allowed either way, if it is
  /// later than `lastUsed`: a code that was used once is refused.
  public static OptionalLong step(byte[] secret, String typed, Instant now, long lastUsed) {
    String digits = typed.replaceAll("\\s", "");
    long current = now.getEpochSecond() / STEP_SECONDS;
    for (long step = current - 1; step <= current + 1; step++) {
      if (step > lastUsed && code(secret, step).equals(digits)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /// The secret as authenticator apps take it typed (RFC 4648 base 32).
  public static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : secret) {
      buffer = (buffer << 8) | (b & 0xFF);
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt((buffer << (5 - bits)) & 31)).toString();
  }

  private static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] digest = mac.doFinal(java.nio.ByteBuffer.allocate(8).putLong(step).array());
      int offset = digest[digest.length - 1] & 15;
      int number = java.nio.ByteBuffer.wrap(digest, offset, 4).getInt() & 0x7FFFFFFF;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
