package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.sampan.consents.PersonId;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.Statement;
import org.sampan.trust.Certificates;
import org.sampan.trust.Keyring;
import org.sampan.trust.Line;
import org.sampan.trust.Trust;

/// Who gets onto the line between nodes. Cambodia reaches Thailand by TLS.
class LineTests extends OnTwoNodes {

  @Test
  void the_pinned_node_is_let_in_and_finds_only_what_is_for_nodes() throws Exception {
    HttpClient line = kh.bean(Line.class).to(TwoNodes.line(th)).orElseThrow();

    assertThat(get(line, "/x/v1/trust").statusCode()).isEqualTo(200);
    assertThat(get(line, "/sign-in").statusCode()).isEqualTo(404);
    assertThat(get(line, "/health").statusCode()).isEqualTo(404);
  }

  @Test
  void who_shows_no_certificate_or_one_that_is_not_pinned_stays_outside() throws Exception {
    assertThatThrownBy(() -> get(stranger("TLSv1.3"), "/x/v1/trust"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> get(withAnUnpinnedKey(), "/x/v1/trust"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> get(stranger("TLSv1.2"), "/x/v1/trust"))
        .isInstanceOf(SSLHandshakeException.class);
    HttpRequest plain =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + th.peerPort + "/x/v1/trust"))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(plain, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_node_is_not_mistaken_for_another_at_the_same_machine() {
    // Thailand's key answers there, but the list says it is not Thailand's address.
    URI elsewhere = URI.create("https://localhost:" + th.peerPort);

    HttpClient line = kh.bean(Line.class).to(elsewhere).orElseThrow();

    assertThatThrownBy(() ->
            line.send(
                HttpRequest.newBuilder(elsewhere.resolve("/x/v1/trust")).build(),
                HttpResponse.BodyHandlers.discarding()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void nobody_speaks_for_another_node_on_the_line() throws Exception {
    SigningKey own = th.bean(Keyring.class).signing();
    Statement hello =
        Statement.of(
            "sys.hello",
            new NodeId("th"),
            new NodeId("kh"),
            th.clock.instant(),
            CanonicalJson.of("{\"all\":false}"));
    HttpClient asKh = kh.bean(Line.class).to(TwoNodes.line(th)).orElseThrow();
    byte[] letter = sealedByThailand();

    assertThat(
            post(asKh, "/x/v1/hello", hello.sign(own).getBytes(StandardCharsets.US_ASCII))
                .statusCode())
        .isEqualTo(400);
    assertThat(post(asKh, "/x/v1/envelopes", letter).statusCode()).isIn(400, 403, 422);
  }

  @Test
  void without_tls_there_is_no_way_to_a_node_elsewhere() {
    assertThat(kh.bean(Line.class).to(URI.create("http://192.0.2.1:80"))).isEmpty();
    assertThat(kh.bean(Line.class).to(URI.create("ftp://127.0.0.1:80"))).isEmpty();
  }

  @Test
  void the_key_on_the_line_is_neither_the_one_that_signs_nor_one_that_opens() {
    Keyring keys = th.bean(Keyring.class);

    List<String> kids = keys.publicParts().stream().map(PublicPart::kid).toList();

    assertThat(kids).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(
            th.bean(Trust.class).list().orElseThrow().node(new NodeId("th")).orElseThrow().keys())
        .extracting(key -> key.part().kid())
        .isSubsetOf(kids)
        .hasSizeGreaterThanOrEqualTo(3);
  }

  private byte[] sealedByThailand() throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft draft = th.request(person, UUID.randomUUID(), "kh");
    th.send(draft);
    return th.sealed(draft.caseFile()).getFirst();
  }

  private static HttpResponse<String> get(HttpClient line, String path) throws Exception {
    return line.send(
        HttpRequest.newBuilder(TwoNodes.line(th).resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(HttpClient line, String path, byte[] body)
      throws Exception {
    return line.send(
        HttpRequest.newBuilder(TwoNodes.line(th).resolve(path))
            .header("Content-Type", "application/jose")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// Believes any server, shows nothing.
  private static HttpClient stranger(String protocol) throws Exception {
    return client(protocol, new KeyManager[0]);
  }

  /// The certificate of a browser or a robot: sound, and on no list.
  private static HttpClient withAnUnpinnedKey() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, new char[0]);
    SigningKey key = SigningKey.generate();
    X509Certificate certificate = Certificates.selfSigned(key, th.clock.instant());
    store.setKeyEntry("key", key.privateKey(), new char[0], new X509Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, new char[0]);
    return client("TLSv1.3", keys.getKeyManagers());
  }

  private static HttpClient client(String protocol, KeyManager[] keys) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, new TrustManager[] {new Anybody()}, new SecureRandom());
    SSLParameters only = new SSLParameters();
    only.setProtocols(new String[] {protocol});
    only.setEndpointIdentificationAlgorithm("");
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(context)
        .sslParameters(only)
        .build();
  }

  /// Extended, because the JDK adds a look at the host's name to any other: these tests are about
  /// what the node refuses, not the client.
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
