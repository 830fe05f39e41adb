package org.sampan.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// The node's own keys: one wraps the keys of persons, one makes blind indexes. They live in a
/// PKCS#12 file of the node's folder, made at the first start, readable by its owner only.
///
/// @param wrapping wraps the keys of persons
/// @param index makes blind indexes
record NodeKey(SecretKey wrapping, SecretKey index) {

  /// Reads the key file, or makes one at the first start.
  ///
  /// @param folder the node's folder; the file is `keys/node.p12` in it
  /// @param passphrase what opens the file; when none is given, one is made and kept beside it
  static NodeKey in(Path folder, @Nullable String passphrase)
      throws IOException, GeneralSecurityException {
    Path keys = Files.createDirectories(folder.resolve("keys"));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
    char[] opens =
        (passphrase == null ? kept(keys.resolve("passphrase")) : passphrase).toCharArray();
    Path file = keys.resolve("node.p12");
    KeyStore store = KeyStore.getInstance("PKCS12");
    KeyStore.PasswordProtection protection = new KeyStore.PasswordProtection(opens);
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, opens);
      }
    } else {
      store.load(null, opens);
      store.setEntry("wrapping-1", new KeyStore.SecretKeyEntry(Ciphers.newKey()), protection);
      store.setEntry("index-1", new KeyStore.SecretKeyEntry(Ciphers.newKey()), protection);
      try (OutputStream out = ownersOnly(file)) {
        store.store(out, opens);
      }
    }
    return new NodeKey(
        (SecretKey) store.getKey("wrapping-1", opens), (SecretKey) store.getKey("index-1", opens));
  }

  private static String kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      try (OutputStream out = ownersOnly(file)) {
        out.write(
            HexFormat.of().formatHex(random).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
    }
    return Files.readString(file).strip();
  }

  private static OutputStream ownersOnly(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.newOutputStream(
        file, Set.of(StandardOpenOption.WRITE).toArray(StandardOpenOption[]::new));
  }

  @Override
  public String toString() {
    return "NodeKey[redacted]";
  }
}
