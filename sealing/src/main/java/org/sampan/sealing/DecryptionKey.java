package org.sampan.sealing;

import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import tools.jackson.databind.node.JsonNodeFactory;

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
    var pair = P256.generate();
    return new DecryptionKey(
        new PublicPart(PublicPart.Use.ENCRYPT, (ECPublicKey) pair.getPublic()), pair.getPrivate());
  }

  /// The thumbprint of the public half.
  public String kid() {
    return publicPart.kid();
  }

  /// The pair as a private JWK (RFC 7517) in canonical form: a secret, to be encrypted at once.
  /// [IllegalStateException] if the private half cannot leave its module.
  public String toPrivateJwk() {
    if (!(privateKey instanceof ECPrivateKey exportable)) {
      throw new IllegalStateException("The private key cannot leave its module.");
    }
    var node = JsonNodeFactory.instance.objectNode().put("d", P256.write(exportable.getS()));
    node.setAll(publicPart.point());
    return CanonicalJson.write(node.put("use", publicPart.use().text()));
  }

  /// Reads [#toPrivateJwk()]; refused with [IllegalArgumentException] if the halves do not match.
  public static DecryptionKey fromPrivateJwk(String jwk) {
    var fields = new Fields(StrictJson.object(jwk));
    var publicPart = PublicPart.read(fields);
    var privateKey = P256.privateKey(P256.read(fields.text("d")));
    Refusal.unless(P256.isPair(privateKey, publicPart.key()), Reason.KEY_REFUSED);
    return new DecryptionKey(publicPart, privateKey);
  }

  /// Names the key, never shows it.
  @Override
  public String toString() {
    return "DecryptionKey[" + kid() + ", private part hidden]";
  }
}
