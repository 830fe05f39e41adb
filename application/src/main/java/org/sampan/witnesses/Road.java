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
import org.sampan.trust.Line;
import org.springframework.stereotype.Component;

/// The road to another node's log: short answers only, no redirects, nothing believed.
@Component
class Road {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Line line;

  Road(Line line) {
    this.line = line;
  }

  /// A file of its log; empty when nobody answers or says that there is none.
  Optional<byte[]> get(URI node, String path) {
    return send(node, HttpRequest.newBuilder(address(node, path)).GET());
  }

  /// Hands over our line under its checkpoint.
  void post(URI node, SignedNote stamp) {
    byte[] body = stamp.toString().getBytes(StandardCharsets.UTF_8);
    send(
        node,
        HttpRequest.newBuilder(address(node, "cosignatures"))
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private Optional<byte[]> send(URI node, HttpRequest.Builder request) {
    Optional<HttpClient> client = line.to(node);
    if (client.isEmpty()) {
      return Optional.empty();
    }
    try {
      HttpResponse<byte[]> answer =
          client
              .get()
              .send(
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
    return Line.at(node, "/x/v1/log/" + path);
  }
}
