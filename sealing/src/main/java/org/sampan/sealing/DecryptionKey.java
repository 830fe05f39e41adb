package org.sampan.sealing;

import java.security.PrivateKey;

/// A P-256 key pair that opens what was sealed to it.
///
/// @param publicPart the half others know, for use [PublicPart.Use#ENCRYPT]
/// @param privateKey the half that stays; a handle into a hardware module serves too
public record DecryptionKey(PublicPart publicPart, PrivateKey privateKey) {

  public DecryptionKey {
    publicPart.must(PublicPart.Use.ENCRYPT);
  }

  /// A fresh pair from the platform's secure random source.
  public static DecryptionKey generate() {
    return of(P256.Pair.generate(PublicPart.Use.ENCRYPT));
  }

  /// The thumbprint of the public half.
  public String kid() {
    return publicPart.kid();
  }

  /// The pair as a private JWK (RFC 7517) in canonical form: a secret, to be encrypted at once.
  /// [IllegalStateException] if the private half cannot leave its module.
  public String toPrivateJwk() {
    return new P256.Pair(publicPart, privateKey).toJwk();
  }

  /// Reads [#toPrivateJwk()]; refused with [IllegalArgumentException] if the halves do not match.
  public static DecryptionKey fromPrivateJwk(String jwk) {
    return of(P256.Pair.fromJwk(jwk));
  }

  private static DecryptionKey of(P256.Pair pair) {
    return new DecryptionKey(pair.publicPart(), pair.privateKey());
  }

  /// Names the key, never shows it.
  @Override
  public String toString() {
    return "DecryptionKey[" + kid() + ", private part hidden]";
  }
}
