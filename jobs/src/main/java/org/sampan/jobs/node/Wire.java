package org.sampan.jobs.node;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.sampan.OperatorRefusal;
import org.sampan.trust.SelfSigned;

/// The way to the node that is checked: TLS with the peer's own key, or plain where the address
/// says so.
final class Wire {

  /// What came back; status 0 when nothing did.
  record Answer(int status, String body) {
    static final Answer NONE = new Answer(0, "");
  }

  private final URI node;
  private final HttpClient client;

  Wire(URI node, Peer as, Instant now) {
    this.node = node;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER);
    if ("https".equals(node.getScheme())) {
      SSLParameters only = new SSLParameters();
      only.setProtocols(new String[] {"TLSv1.3"});
      only.setEndpointIdentificationAlgorithm("");
      builder.sslContext(context(as, now)).sslParameters(only);
    }
    this.client = builder.build();
  }

  Answer post(String path, byte[] body, String mediaType) {
    return send(
        HttpRequest.newBuilder(node.resolve(path))
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  Answer letter(String sealed) {
    return post("/x/v1/envelopes", sealed.getBytes(StandardCharsets.UTF_8), "application/jose");
  }

  Answer hello(String statement) {
    return post("/x/v1/hello", statement.getBytes(StandardCharsets.UTF_8), "application/jose");
  }

  Answer get(String path, String header, String value) {
    return send(HttpRequest.newBuilder(node.resolve(path)).header(header, value).GET());
  }

  Answer method(String method, String path) {
    return send(
        HttpRequest.newBuilder(node.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(
              request.timeout(Duration.ofSeconds(20)).build(),
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofString(), 4 * 1024 * 1024));
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException away) {
      return Answer.NONE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Answer.NONE;
    }
  }

  /// The node's certificate is not judged here: what it answers is signed, and that is judged.
  private static SSLContext context(Peer as, Instant now) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, new char[0]);
      X509Certificate certificate =
          SelfSigned.certificate(as.line().key(), as.lineKey(), as.id().value(), now);
      store.setKeyEntry("line", as.lineKey(), new char[0], new X509Certificate[] {certificate});
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), new TrustManager[] {new Anybody()}, null);
      return context;
    } catch (GeneralSecurityException | IOException broken) {
      throw new OperatorRefusal("The peer's key does not serve on the line.");
    }
  }

  /// Extended, because the JDK adds a look at the host's name to any other.
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
