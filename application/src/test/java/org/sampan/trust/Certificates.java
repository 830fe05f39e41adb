package org.sampan.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.sampan.sealing.SigningKey;

/// Certificates for tests of other capabilities.
public final class Certificates {

  private Certificates() {}

  /// One that is sound and that nobody pins.
  public static X509Certificate selfSigned(SigningKey key, Instant now)
      throws GeneralSecurityException {
    return SelfSigned.certificate(key.publicPart().key(), key.privateKey(), "anybody", now);
  }
}
