package org.sampan.trust;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLContext;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The port where other nodes knock, apart from the people's: there TLS ends here, in the node, and
/// not in a web server before it, because only the node knows whose keys count.
///
/// On it nothing but the nodes' paths is served, and only to a node whose key the trust list pins;
/// on the people's port the nodes' paths do not exist.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PeerPort extends OncePerRequestFilter
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final String PATHS = "/x/v1/";

  private final ObjectProvider<Line> line;
  private final int port;
  private final String address;

  PeerPort(
      ObjectProvider<Line> line,
      @Value("${sampan.peer-port:0}") int port,
      @Value("${sampan.peer-listen:127.0.0.1}") String address) {
    this.line = line;
    this.port = port;
    this.address = address;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    if (port == 0) {
      return;
    }
    Connector connector = new Connector("HTTP/1.1");
    connector.setPort(port);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("address", address);
    connector.setProperty("SSLEnabled", "true");
    connector.setProperty("maxThreads", "24");
    connector.setProperty("maxConnections", "200");
    connector.setProperty("connectionTimeout", "10000");
    connector.setProperty("maxHttpRequestHeaderSize", "16384");
    SSLHostConfig host = new SSLHostConfig();
    host.setProtocols("TLSv1.3");
    host.setCertificateVerification("required");
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
    certificate.setSslContext(new Answering(line));
    host.addCertificate(certificate);
    connector.addSslHostConfig(host);
    server.addAdditionalConnectors(connector);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain onward)
      throws ServletException, IOException {
    boolean forNodes = request.getRequestURI().startsWith(PATHS);
    boolean fromNodes = port != 0 && request.getLocalPort() == port;
    boolean right =
        fromNodes
            ? forNodes && line.getObject().peer(request).isPresent()
            : !forNodes || line.getObject().isPlain(request);
    if (right) {
      onward.doFilter(request, response);
    } else {
      // As where there is nothing: a stranger learns neither that paths nor that nodes exist.
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /// Tomcat's view of the line's context, made at the first handshake: the server is put together
  /// before the keys are read.
  private static final class Answering implements SSLContext {
    private final ObjectProvider<Line> line;
    private javax.net.ssl.@Nullable SSLContext context;

    Answering(ObjectProvider<Line> line) {
      this.line = line;
    }

    private synchronized javax.net.ssl.SSLContext context() {
      javax.net.ssl.SSLContext made = context;
      if (made == null) {
        made = line.getObject().answering();
        context = made;
      }
      return made;
    }

    @Override
    public void init(
        KeyManager @Nullable [] keys,
        TrustManager @Nullable [] trust,
        @Nullable SecureRandom random)
        throws KeyManagementException {}

    @Override
    public void destroy() {}

    @Override
    public SSLSessionContext getServerSessionContext() {
      return context().getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
      return context().createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
      return context().getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
      return context().getSupportedSSLParameters();
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
      return null;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
