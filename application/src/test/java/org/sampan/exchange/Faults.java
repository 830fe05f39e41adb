package org.sampan.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The road to a node, and what can go wrong on it.
final class Faults implements AutoCloseable {

  /// How the road is.
  enum Road {
    OPEN,
    /// Nobody is reached; something on the way answers as if.
    CUT,
    /// The node is reached, its answer is not.
    ANSWER_LOST,
    /// Of what comes back, the last byte is another.
    ALTERED
  }

  volatile Road road = Road.OPEN;
  final AtomicInteger letters = new AtomicInteger();

  /// So many ranges of files pass before the road is cut for them.
  final AtomicInteger cutAfter = new AtomicInteger(Integer.MAX_VALUE);

  private final URI node;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  Faults(URI node) throws IOException {
    this.node = node;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().endsWith("/envelopes")) {
      letters.incrementAndGet();
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean ofFile = exchange.getRequestURI().getPath().contains("/blobs/");
    if (ofFile && cutAfter.decrementAndGet() < 0) {
      answer(exchange, 502, new byte[0]);
      return;
    }
    if (road == Road.CUT) {
      answer(
          exchange,
          200,
          "<html>please sign in to this hotel</html>".getBytes(StandardCharsets.UTF_8));
      return;
    }
    try {
      HttpResponse<byte[]> answer = handOn(exchange, body);
      if (road == Road.ANSWER_LOST) {
        answer(exchange, 502, new byte[0]);
        return;
      }
      byte[] back = answer.body();
      if (road == Road.ALTERED && back.length > 0) {
        back[back.length - 1] ^= 1;
      }
      answer
          .headers()
          .firstValue("Sampan-Statement")
          .ifPresent(said -> exchange.getResponseHeaders().set("Sampan-Statement", said));
      answer(exchange, answer.statusCode(), back);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> handOn(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(exchange.getRequestURI().getPath()))
            .header("Content-Type", "application/jose")
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Sampan-Statement"))
        .ifPresent(statement -> request.header("Sampan-Statement", statement));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
