package org.sampan.witnesses;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.sampan.sealing.log.SignedNote;
import org.springframework.stereotype.Component;

/// The road to another node's log: short answers only, no redirects, nothing believed.
@Component
class Road {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /// A file of its log; empty when nobody answers or says that there is none.
  Optional<byte[]> get(URI node, String path) {
    return send(HttpRequest.newBuilder(address(node, path)).GET());
  }

  /// Hands over our line under its checkpoint.
  void post(URI node, SignedNote line) {
    byte[] body = line.toString().getBytes(StandardCharsets.UTF_8);
    send(
        HttpRequest.newBuilder(address(node, "cosignatures"))
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private Optional<byte[]> send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              request.timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), SignedNote.MOST));
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException silent) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static URI address(URI node, String path) {
    String base = node.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "x/v1/log/" + path);
  }
}
