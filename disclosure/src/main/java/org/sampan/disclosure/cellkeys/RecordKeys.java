package org.sampan.disclosure.cellkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Gives each person her fixed key, and each set of people theirs.
///
/// Not for several threads at once.
public final class RecordKeys {

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  /// Keys under a secret of at least 32 bytes, which never leaves the house: with it, all noise can
  /// be taken back.
  ///
  /// @throws IllegalArgumentException when the secret is shorter
  public RecordKeys(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("The secret has at least 32 bytes");
    }
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, missing);
    }
  }

  /// A person's key: 64 bits that nobody without the secret can tell from chance.
  public long of(String person) {
    return ByteBuffer.wrap(mac.doFinal(person.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  /// The key of a set of people, each once: the sum of theirs, modulo 2 to the power of 64. The
  /// order does not matter.
  public long of(Collection<String> people) {
    return people.stream().distinct().mapToLong(this::of).sum();
  }
}
