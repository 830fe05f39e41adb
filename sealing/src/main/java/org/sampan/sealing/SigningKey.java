package org.sampan.sealing;

import java.security.PrivateKey;

/// A P-256 key pair that signs letters, receipts, statements and trust lists.
///
/// @param publicPart the half others know, for use [PublicPart.Use#SIGN]
/// @param privateKey the half that stays; a handle into a hardware module serves too
public record SigningKey(PublicPart publicPart, PrivateKey privateKey) {

  public SigningKey {
    publicPart.must(PublicPart.Use.SIGN);
  }

  /// A fresh pair from the platform's secure random source.
  public static SigningKey generate() {
    return of(P256.Pair.generate(PublicPart.Use.SIGN));
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
  public static SigningKey fromPrivateJwk(String jwk) {
    return of(P256.Pair.fromJwk(jwk));
  }

  private static SigningKey of(P256.Pair pair) {
    return new SigningKey(pair.publicPart(), pair.privateKey());
  }

  /// Names the key, never shows it.
  @Override
  public String toString() {
    return "SigningKey[" + kid() + ", private part hidden]";
  }
}
