package org.sampan.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.PublicPart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// A hardware module (PKCS#11, OASIS; by the JDK's own bridge), when one is configured: it makes
/// keys, uses them and never lets them out.
///
/// The configuration is the JDK's: a file of lines as `name = Ministry`, `library =
/// /usr/lib/softhsm/libsofthsm2.so`, `slotListIndex = 0`.
@Component
class Token {

  /// Our keys sign or agree; what two of them agree on must come out of the module, because the
  /// letter's own cipher runs here.
  private static final String ATTRIBUTES =
      """

      attributes(generate,CKO_PRIVATE_KEY,CKK_EC) = {
        CKA_SIGN = true
        CKA_DERIVE = true
      }
      attributes(*,CKO_SECRET_KEY,CKK_GENERIC_SECRET) = {
        CKA_SENSITIVE = false
        CKA_EXTRACTABLE = true
      }
      """;

  private final @Nullable Provider provider;
  private final @Nullable KeyStore store;

  Token(
      @Value("${sampan.token:#{null}}") @Nullable Path configuration,
      @Value("${sampan.token-pin:#{null}}") @Nullable String pin)
      throws GeneralSecurityException, IOException {
    if (configuration == null) {
      this.provider = null;
      this.store = null;
      return;
    }
    if (!Files.isRegularFile(configuration)) {
      throw new IOException("no PKCS#11 configuration at " + configuration);
    }
    // Two dashes tell the bridge that this is the configuration itself and no file's name.
    String whole = "--" + Files.readString(configuration) + ATTRIBUTES;
    this.provider = known(Security.getProvider("SunPKCS11").configure(whole));
    this.store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, pin == null ? null : pin.toCharArray());
  }

  /// Registered once a process, last: it serves the keys that live in it and nothing else.
  private static Provider known(Provider configured) {
    Provider before = Security.getProvider(configured.getName());
    if (before != null) {
      return before;
    }
    Security.addProvider(configured);
    return configured;
  }

  boolean isThere() {
    return store != null;
  }

  /// Makes a pair that stays in the token, under this name.
  OwnKey make(UUID id, PublicPart.Use use, Instant now) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", Objects.requireNonNull(provider));
      pairs.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = pairs.generateKeyPair();
      // A token keeps a key under a name only beside a certificate; nobody ever looks at this one.
      Certificate certificate =
          SelfSigned.certificate(pair.getPublic(), pair.getPrivate(), id.toString(), now);
      there().setKeyEntry(id.toString(), pair.getPrivate(), null, new Certificate[] {certificate});
      PublicPart part = new PublicPart(use, (ECPublicKey) certificate.getPublicKey());
      return new OwnKey(id, part, find(id), OwnKey.KeptIn.TOKEN, now, null);
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException("the token makes no key", refused);
    }
  }

  /// The handle of a key in the token.
  PrivateKey find(UUID id) {
    try {
      if (there().getKey(id.toString(), null) instanceof PrivateKey key) {
        return key;
      }
      throw new IllegalStateException("the token no longer holds a key of this node");
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException("the token does not answer", refused);
    }
  }

  void destroy(UUID id) {
    try {
      there().deleteEntry(id.toString());
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException("the token does not answer", refused);
    }
  }

  private KeyStore there() {
    if (store == null) {
      throw new IllegalStateException(
          "a key of this node is in a hardware token, and none is configured");
    }
    return store;
  }
}
