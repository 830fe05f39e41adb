package org.sampan.sealing.log;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

/// ECDSA on P-256 with SHA-256, written as notes write it (signed-note type 0x02): DER, here in its
/// one form and with the smaller s, since (r, n-s) is as valid as (r, s).
final class Es256 {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final byte[] COSIGNATURE = ascii("sampan/cosignature/v1/es256");
  private static final int KEY_ID_BYTES = 4;

  private Es256() {}

  /// The first four bytes of SHA-256 of the key as SPKI, as signed-note sets for type 0x02.
  static byte[] checkpointKeyId(ECPublicKey key) {
    return Arrays.copyOf(Hash.sha256().digest(key.getEncoded()), KEY_ID_BYTES);
  }

  /// As signed-note recommends for a type without a byte of its own (0xff): no ES256 cosignature is
  /// assigned one.
  static byte[] cosignatureKeyId(String name, ECPublicKey key) {
    MessageDigest sha = Hash.sha256();
    sha.update(ascii(name + "\n"));
    sha.update((byte) 0xff);
    sha.update(COSIGNATURE);
    return Arrays.copyOf(sha.digest(key.getEncoded()), KEY_ID_BYTES);
  }

  static byte[] sign(byte[] message, PrivateKey key) {
    try {
      Signature signer = Signature.getInstance("SHA256withECDSA");
      signer.initSign(key);
      signer.update(message);
      BigInteger[] both = read(signer.sign());
      return write(both[0], both[1].min(ORDER.subtract(both[1])));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("The signing key does not sign.", failed);
    }
  }

  static boolean verify(byte[] message, byte[] signature, PublicKey key) {
    try {
      BigInteger[] both = read(signature);
      boolean oneForm =
          Arrays.equals(write(both[0], both[1]), signature)
              && both[1].compareTo(ORDER.shiftRight(1)) <= 0;
      if (!oneForm) {
        return false;
      }
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException refused) {
      return false;
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Two whole numbers in a DER sequence, each shorter than 128 bytes.
  private static byte[] write(BigInteger r, BigInteger s) {
    byte[] one = r.toByteArray();
    byte[] two = s.toByteArray();
    byte[] der = new byte[6 + one.length + two.length];
    der[0] = 0x30;
    der[1] = (byte) (4 + one.length + two.length);
    der[2] = 0x02;
    der[3] = (byte) one.length;
    System.arraycopy(one, 0, der, 4, one.length);
    der[4 + one.length] = 0x02;
    der[5 + one.length] = (byte) two.length;
    System.arraycopy(two, 0, der, 6 + one.length, two.length);
    return der;
  }

  private static BigInteger[] read(byte[] der) {
    int middle = der.length > 8 && der.length <= 72 ? 4 + der[3] : -1;
    if (middle < 5 || middle + 2 >= der.length) {
      throw new IllegalArgumentException("this is no signature");
    }
    return new BigInteger[] {
      new BigInteger(Arrays.copyOfRange(der, 4, middle)),
      new BigInteger(Arrays.copyOfRange(der, middle + 2, der.length))
    };
  }
}
