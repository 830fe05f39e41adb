package org.sampan.benchmarks.exchange;

import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.messaging.http.BasicHttpPoster;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;

/// Posts over connections that stay open. phase4 alone opens one for every message, with a TLS
/// handshake each; a relay between two nodes would not.
final class KeptLine extends BasicHttpPoster {

  private final CloseableHttpClient http;

  KeptLine(SSLContext tls) {
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                    .setMaxConnPerRoute(16)
                    .build())
            .build();
  }

  @Override
  public <T> @Nullable T sendGenericMessage(
      String address,
      @Nullable HttpHeaderMap headers,
      HttpEntity content,
      HttpClientResponseHandler<? extends T> answer)
      throws IOException {
    HttpPost post = new HttpPost(address);
    if (headers != null) {
      headers.forEachSingleHeader(post::addHeader, true, false);
    }
    post.setEntity(content);
    return http.execute(post, answer);
  }
}
