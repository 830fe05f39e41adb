package org.sampan.chaos;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The least anybody could do instead: the same 2 KB, stored at the sender, posted over TLS, stored
/// at the receiver, answered. No secrecy between the ends, no order, no proof.
final class PlainPost {

  private static final int WORKERS = 4;

  private PlainPost() {}

  /// @param rate posts a second
  record Measured(double rate) {}

  static Measured measure(Pair pair, int many)
      throws IOException, SQLException, InterruptedException {
    Path store = Files.createTempDirectory("sampan-plain").resolve("tls.p12");
    BlockingQueue<Connection> here = pool(pair.th);
    BlockingQueue<Connection> there = pool(pair.kh);
    SSLContext tls = tls(store);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (InputStream body = exchange.getRequestBody()) {
            store(there, body.readAllBytes());
            exchange.sendResponseHeaders(204, -1);
          } finally {
            exchange.close();
          }
        });
    server.start();
    try (HttpClient http =
        HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build()) {
      URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
      run(http, address, here, Math.min(many, 500));
      return new Measured(many / run(http, address, here, many));
    } finally {
      server.stop(0);
      close(here);
      close(there);
      Files.deleteIfExists(store);
    }
  }

  private static BlockingQueue<Connection> pool(Station station) throws SQLException {
    BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(WORKERS);
    for (int n = 0; n < WORKERS; n++) {
      pool.add(station.database());
    }
    try (Connection first = station.database();
        var statement = first.createStatement()) {
      statement.execute("create table if not exists chaos.plain (id uuid, body bytea)");
    }
    return pool;
  }

  private static void close(BlockingQueue<Connection> pool) throws SQLException {
    for (Connection connection : pool) {
      connection.close();
    }
  }

  private static double run(HttpClient http, URI address, BlockingQueue<Connection> pool, int many)
      throws InterruptedException {
    byte[] body = new byte[2048];
    AtomicInteger left = new AtomicInteger(many);
    List<Thread> workers = new ArrayList<>();
    long from = System.nanoTime();
    for (int n = 0; n < WORKERS; n++) {
      workers.add(
          Thread.ofVirtual()
              .start(() -> {
                while (left.getAndDecrement() > 0) {
                  post(http, address, pool, body);
                }
              }));
    }
    for (Thread worker : workers) {
      worker.join();
    }
    return (System.nanoTime() - from) / 1e9;
  }

  private static void post(
      HttpClient http, URI address, BlockingQueue<Connection> pool, byte[] body) {
    try {
      store(pool, body);
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 204) {
        throw new IOException("answered " + status);
      }
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void store(BlockingQueue<Connection> pool, byte[] body) throws IOException {
    try {
      Connection connection = pool.take();
      try (PreparedStatement add =
          connection.prepareStatement("insert into chaos.plain values (?, ?)")) {
        add.setObject(1, UUID.randomUUID());
        add.setBytes(2, body);
        add.executeUpdate();
      } finally {
        pool.add(connection);
      }
    } catch (SQLException failed) {
      throw new IOException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// A certificate made now, trusted by this run alone.
  private static SSLContext tls(Path file) throws IOException, InterruptedException {
    String password = UUID.randomUUID().toString();
    makeCertificate(file, password);
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password.toCharArray());
      KeyManagerFactory own =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(keys, password.toCharArray());
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(keys);
      SSLContext tls = SSLContext.getInstance("TLSv1.3");
      tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void makeCertificate(Path file, String password)
      throws IOException, InterruptedException {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-J-XX:TieredStopAtLevel=1",
            "-genkeypair",
            "-alias",
            "plain",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            password)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
