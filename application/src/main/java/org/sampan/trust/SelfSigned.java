package org.sampan.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A certificate around a key, signed by that key: what TLS wants to see and nobody believes. Peers
/// look at the key alone, which the trust list pins.
///
/// Written in DER by hand (RFC 5280 section 4.1, X.690), because the JDK reads certificates but
/// does not make them, and a library for one structure of fixed shape weighs megabytes.
public final class SelfSigned {

  private static final Duration BEFORE = Duration.ofDays(2);
  private static final Duration LIFE = Duration.ofDays(3650);
  private static final byte[] ECDSA_WITH_SHA256 = {
    0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
  };
  private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
  private static final DateTimeFormatter GENERALIZED =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;

  private SelfSigned() {}

  /// A certificate of version 1 for this pair.
  ///
  /// @param name the common name, at most 60 characters
  public static X509Certificate certificate(
      PublicKey publicKey, PrivateKey privateKey, String name, Instant now)
      throws GeneralSecurityException {
    byte[] algorithm = tagged(SEQUENCE, ECDSA_WITH_SHA256);
    byte[] named =
        tagged(
            SEQUENCE,
            tagged(
                SET,
                tagged(
                    SEQUENCE, COMMON_NAME, tagged(0x0c, name.getBytes(StandardCharsets.UTF_8)))));
    byte[] times = tagged(SEQUENCE, time(now.minus(BEFORE)), time(now.plus(LIFE)));
    byte[] serial = tagged(0x02, new BigInteger(120, new SecureRandom()).toByteArray());
    byte[] body = tagged(SEQUENCE, serial, algorithm, named, times, named, publicKey.getEncoded());
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(privateKey);
    signature.update(body);
    byte[] bits = tagged(0x03, new byte[] {0}, signature.sign());
    byte[] whole = tagged(SEQUENCE, body, algorithm, bits);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] time(Instant instant) {
    return tagged(0x18, GENERALIZED.format(instant).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.size();
    if (length < 0x80) {
      out.write(length);
    } else if (length <= 0xff) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
