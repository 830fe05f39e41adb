package org.sampan.sealing;

import java.nio.charset.StandardCharsets;

/// A letter sealed once: store the text and the identity with the business change, and send these
/// very bytes on every attempt.
///
/// @param text the compact JWE, plain ASCII
/// @param innerJws the sender's signed text under the cover, to be kept as [Opener#reopen] reads it
/// @param identity the digest of what was signed: `prev` of the next letter of the thread
/// @param sealed the digest of the text, which receipts name
public record SealedEnvelope(String text, String innerJws, Digest identity, Digest sealed) {

  /// The bytes that travel.
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "SealedEnvelope[" + identity + "]";
  }
}
