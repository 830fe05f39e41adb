package org.sampan.benchmarks.exchange;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Both ends of a plain post.
final class PlainWay {

  private static final String ID = "Letter";
  private static final byte[] STORED = "stored".getBytes(StandardCharsets.US_ASCII);

  private PlainWay() {}

  static Wire wire(Keys keys, URI address) {
    HttpClient http =
        HttpClient.newBuilder().sslContext(keys.tls()).version(HttpClient.Version.HTTP_1_1).build();
    return (id, body) -> {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header(ID, id.toString())
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      try {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new IOException("answered " + answer.statusCode());
        }
        return answer.body();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IOException(stop);
      }
    };
  }

  static HttpHandler door(Letters letters) {
    return exchange -> {
      try (InputStream body = exchange.getRequestBody()) {
        UUID id = UUID.fromString(exchange.getRequestHeaders().getFirst(ID));
        letters.arrived(id, body.readAllBytes());
        exchange.sendResponseHeaders(200, STORED.length);
        exchange.getResponseBody().write(STORED);
      } finally {
        exchange.close();
      }
    };
  }
}
