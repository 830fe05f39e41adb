package org.sampan.chaos.inputs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/// Texts with something out of place, and noise.
public final class Bent {

  private static final String ODD = "{}[]\",:\\u0.eE-+tfn \n\0é=/_.AZ09";

  private Bent() {}

  /// This text after one to three changes; by chance, or when it is empty, the text itself.
  public static String text(String text, Random random) {
    StringBuilder bent = new StringBuilder(text);
    for (int left = 1 + random.nextInt(3); left > 0 && !bent.isEmpty(); left--) {
      int at = random.nextInt(bent.length());
      int to = Math.min(bent.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> bent.setCharAt(at, odd(random));
        case 1 -> bent.insert(at, odd(random));
        case 2 -> bent.delete(at, to);
        default -> bent.insert(at, bent.substring(at, to));
      }
    }
    return bent.toString();
  }

  /// Random bytes, fewer than `most`.
  public static byte[] noise(Random random, int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  /// Base64url without padding.
  public static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The same of its UTF-8 bytes.
  public static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static char odd(Random random) {
    return ODD.charAt(random.nextInt(ODD.length()));
  }
}
