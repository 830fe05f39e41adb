package org.sampan.sealing;

/// The five sizes a sealed envelope can have, so that its weight tells nothing.
///
/// The member `pad` of the *signed payload* is filled with zeros until the payload has exactly
/// [#payloadBytes()] bytes. The key identifiers, the ephemeral key and the signature have fixed
/// lengths, so the inner JWS is at most 2, 8, 32, 128 or 512 KiB and the sealed text has exactly
/// [#sealedBytes()] characters, whatever is said and to whom. A sender that must hide which of two
/// answers it gives seals both in the same class, with [Sealer#seal(Letter, SigningKey, PublicPart,
/// SizeClass)].
public enum SizeClass {
  KIB_2(2),
  KIB_8(8),
  KIB_32(32),
  KIB_128(128),
  KIB_512(512);

  /// What the padding is made of.
  private static final char PAD = '0';

  private final int payloadBytes;
  private final int sealedBytes;

  SizeClass(int kibibytes) {
    int payload = kibibytes * 1024 * 3 / 4;
    while (Signed.lengthAround(payload, Signed.Type.LETTER) > kibibytes * 1024) {
      payload--;
    }
    this.payloadBytes = payload;
    this.sealedBytes = Encrypted.lengthAround(Signed.lengthAround(payload, Signed.Type.LETTER));
  }

  /// The bytes of the signed payload, padding included.
  public int payloadBytes() {
    return payloadBytes;
  }

  /// The bytes that travel.
  public int sealedBytes() {
    return sealedBytes;
  }

  /// So much padding.
  static String pad(int bytes) {
    return String.valueOf(PAD).repeat(bytes);
  }

  /// Whether a text is padding and nothing else.
  static boolean isPad(String text) {
    return text.equals(pad(text.length()));
  }

  static SizeClass smallestFor(int payloadBytes) {
    for (var each : values()) {
      if (payloadBytes <= each.payloadBytes) {
        return each;
      }
    }
    throw new Refusal(Reason.TOO_LARGE);
  }

  static boolean isExact(int payloadBytes) {
    for (var each : values()) {
      if (payloadBytes == each.payloadBytes) {
        return true;
      }
    }
    return false;
  }
}
