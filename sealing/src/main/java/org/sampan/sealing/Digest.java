package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256 digest as 64 lower-case hexadecimal digits, the form `sha256sum` prints (FIPS 180-4).
public record Digest(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Digest {
    Refusal.unless(FORM.matcher(hex).matches(), Reason.FIELD_REFUSED);
  }

  /// The digest of these bytes.
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(sha256(bytes)));
  }

  /// The digest of a text in UTF-8.
  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("Every Java platform has SHA-256.", every);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
