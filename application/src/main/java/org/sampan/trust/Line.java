package org.sampan.trust;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustedNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The line between nodes: TLS 1.3, each side showing a certificate around a key that the trust
/// list pins to it. No authority outside the list is asked, and no name is looked at.
@Component
public class Line {

  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
  private static final String OWN = "own";

  private final Trust trust;
  private final Keyring keys;
  private final Clock clock;
  private final boolean plain;
  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
  private final Map<String, X509Certificate> shown = new ConcurrentHashMap<>();

  Line(
      Trust trust, Keyring keys, Clock clock, @Value("${sampan.plain-peers:false}") boolean plain) {
    this.trust = trust;
    this.keys = keys;
    this.clock = clock;
    this.plain = plain;
  }

  /// What carries requests to the node at this address: only to one whose key the list pins there.
  /// Nothing for an address without TLS, unless this machine's own and the operator allows it.
  public Optional<HttpClient> to(URI node) {
    if ("https".equals(node.getScheme())) {
      return Optional.of(clients.computeIfAbsent(node.getAuthority(), at -> pinned(node)));
    }
    return plain && "http".equals(node.getScheme()) && isThisMachine(node.getHost())
        ? Optional.of(clients.computeIfAbsent("plain", at -> client().build()))
        : Optional.empty();
  }

  /// The address of a path at a node.
  public static URI at(URI node, String path) {
    String base = node.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  /// The node that shows its pinned key on this request's line; none on one without TLS.
  public Optional<NodeId> peer(HttpServletRequest request) {
    return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
        ? node(chain[0]).map(TrustedNode::id)
        : Optional.empty();
  }

  /// Whether somebody on this request's line may speak for this node.
  public boolean speaksFor(HttpServletRequest request, NodeId from) {
    Optional<NodeId> peer = peer(request);
    return peer.isPresent() ? peer.get().equals(from) : isPlain(request);
  }

  /// Whether this is a line without TLS that the operator allows.
  boolean isPlain(HttpServletRequest request) {
    return plain
        && request.getAttribute(CERTIFICATES) == null
        && isThisMachine(request.getRemoteAddr());
  }

  /// A new list or notice: what was opened under the old one is opened anew.
  @EventListener
  void changed(Trust.Changed something) {
    clients.clear();
  }

  /// The side that answers: anybody with a pinned key may open a line.
  SSLContext answering() {
    return context(node -> true);
  }

  private HttpClient pinned(URI at) {
    SSLParameters only = new SSLParameters();
    only.setProtocols(new String[] {"TLSv1.3"});
    return client().sslContext(context(node -> isAt(node, at))).sslParameters(only).build();
  }

  private static boolean isAt(TrustedNode node, URI at) {
    URI endpoint = node.endpoint();
    return endpoint != null && at.getAuthority().equals(endpoint.getAuthority());
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .followRedirects(HttpClient.Redirect.NEVER)
        .version(HttpClient.Version.HTTP_1_1);
  }

  private SSLContext context(Predicate<TrustedNode> which) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(new KeyManager[] {new Shown()}, new TrustManager[] {new Pinned(which)}, null);
      return context;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private Optional<TrustedNode> node(X509Certificate certificate) {
    if (!(certificate.getPublicKey() instanceof ECPublicKey key)) {
      return Optional.empty();
    }
    try {
      PublicPart part = new PublicPart(PublicPart.Use.TLS, key);
      return trust.list().flatMap(list -> list.pinned(part, clock.instant()));
    } catch (IllegalArgumentException anotherCurve) {
      return Optional.empty();
    }
  }

  private static boolean isThisMachine(@Nullable String host) {
    try {
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  private X509Certificate certificate(OwnKey key) {
    return shown.computeIfAbsent(
        key.publicPart().kid(),
        kid -> {
          try {
            return SelfSigned.certificate(
                key.publicPart().key(), key.privateKey(), trust.self().value(), clock.instant());
          } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
          }
        });
  }

  /// Shows the key of the line that counts now.
  private final class Shown extends X509ExtendedKeyManager {
    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
      return new String[] {OWN};
    }

    @Override
    public String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return OWN;
    }

    @Override
    public String chooseEngineClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      return OWN;
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
      return new String[] {OWN};
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return "EC".equals(type) ? OWN : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      return "EC".equals(type) ? OWN : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {certificate(keys.now(PublicPart.Use.TLS))};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return keys.now(PublicPart.Use.TLS).privateKey();
    }
  }

  /// Believes a certificate by its key alone. The handshake proves that the other side holds it.
  private final class Pinned extends X509ExtendedTrustManager {
    private final Predicate<TrustedNode> which;

    Pinned(Predicate<TrustedNode> which) {
      this.which = which;
    }

    private void check(X509Certificate @Nullable [] chain) throws CertificateException {
      if (chain == null || chain.length != 1 || node(chain[0]).filter(which).isEmpty()) {
        throw new CertificateException("the trust list does not pin this key here");
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
