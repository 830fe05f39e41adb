package org.sampan.benchmarks.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Keys made for one run: one for TLS, one for each side; all trust exactly these.
record Keys(KeyStore all) {

  static final String SENDER = "sender";
  static final String RECEIVER = "receiver";
  static final char[] PASSWORD = "of-this-run-alone".toCharArray();
  private static final String TLS = "tls";
  private static final String FILE = "keys.p12";

  /// Makes them in a folder.
  static void make(Path folder, Way way) throws IOException, InterruptedException {
    makeOne(folder, TLS, "EC");
    makeOne(folder, SENDER, way.keys);
    makeOne(folder, RECEIVER, way.keys);
  }

  static Keys in(Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
      KeyStore all = KeyStore.getInstance("PKCS12");
      all.load(in, PASSWORD);
      return new Keys(all);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// One side's private key and nothing else.
  KeyStore own(String side) {
    try {
      KeyStore own = empty();
      own.setKeyEntry(side, all.getKey(side, PASSWORD), PASSWORD, all.getCertificateChain(side));
      return own;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The certificates of both sides.
  KeyStore trusted() {
    try {
      KeyStore trusted = empty();
      for (String side : List.of(SENDER, RECEIVER)) {
        trusted.setCertificateEntry(side, all.getCertificate(side));
      }
      return trusted;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  X509Certificate certificate(String side) {
    try {
      return (X509Certificate) all.getCertificate(side);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// TLS 1.3 with the receiver's certificate, P-256.
  SSLContext tls() {
    try {
      KeyStore server = empty();
      server.setKeyEntry(TLS, all.getKey(TLS, PASSWORD), PASSWORD, all.getCertificateChain(TLS));
      KeyManagerFactory own =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(server, PASSWORD);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(server);
      SSLContext tls = SSLContext.getInstance("TLSv1.3");
      tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    return empty;
  }

  private static void makeOne(Path folder, String name, String algorithm)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", name, "-keyalg", algorithm));
    command.addAll(
        algorithm.equals("EC")
            ? List.of("-groupname", "secp256r1", "-sigalg", "SHA256withECDSA")
            : List.of("-keysize", "2048", "-sigalg", "SHA256withRSA"));
    command.addAll(List.of("-dname", "CN=" + name, "-ext", "san=dns:localhost", "-validity", "2"));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
    command.addAll(List.of("-keystore", folder.resolve(FILE).toString()));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no key for " + name);
    }
  }
}
