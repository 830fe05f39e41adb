package org.sampan.sealing;

import java.nio.charset.StandardCharsets;

/// Seals letters. In one transaction: take the thread's next `seq` and last identity, make the
/// [Letter], seal it once, store the text and the identity with the change that caused it.
public final class Sealer {
  private Sealer() {}

  /// Seals in the smallest size class that holds the letter.
  ///
  /// @param key the sender's current signing key
  /// @param recipient the addressee's encryption key, from [TrustList#sealingKey]
  /// @throws IllegalArgumentException if it fits no class (about 390,000 bytes of payload) or a key
  ///   is for another use
  public static SealedEnvelope seal(Letter letter, SigningKey key, PublicPart recipient) {
    return seal(letter, key, recipient, SizeClass.KIB_2);
  }

  /// Seals in this size class or the smallest larger one that holds the letter.
  public static SealedEnvelope seal(
      Letter letter, SigningKey key, PublicPart recipient, SizeClass atLeast) {
    var payload = padded(letter, atLeast);
    var inner = Signed.sign(Signed.Type.LETTER, payload, key);
    var identity = Digest.of(inner.substring(0, inner.lastIndexOf('.')));
    var text = Encrypted.encrypt(inner, recipient);
    return new SealedEnvelope(text, inner, identity, Digest.of(text));
  }

  /// The smallest class the letter fits; the application asks before it promises to send.
  ///
  /// @throws IllegalArgumentException if it fits none
  public static SizeClass sizeOf(Letter letter) {
    return SizeClass.smallestFor(CanonicalJson.of(LetterForm.write(letter)).bytes().length);
  }

  private static CanonicalJson padded(Letter letter, SizeClass atLeast) {
    var tree = LetterForm.write(letter);
    int bare = CanonicalJson.write(tree).getBytes(StandardCharsets.UTF_8).length;
    int target = Math.max(SizeClass.smallestFor(bare).payloadBytes(), atLeast.payloadBytes());
    tree.put("pad", SizeClass.pad(target - bare));
    var payload = CanonicalJson.of(tree);
    // What could not be read back is never sealed: the body counts towards depth and length.
    Refusal.unless(
        LetterForm.read(StrictJson.object(payload.text())).equals(letter), Reason.FIELD_REFUSED);
    return payload;
  }
}
