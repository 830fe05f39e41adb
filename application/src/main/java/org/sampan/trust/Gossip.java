package org.sampan.trust;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sampan.sealing.TrustedNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Hands on what is new: every node that learns of a list or a notice tells all the others at once,
/// and asks each of them now and then, so that one who was away learns too.
@Component
class Gossip {

  private static final Logger LOG = LoggerFactory.getLogger(Gossip.class);
  private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  private final Trust trust;
  private final Line line;

  Gossip(Trust trust, Line line) {
    this.trust = trust;
    this.line = line;
  }

  @EventListener
  void tell(Trust.Changed something) {
    List<URI> others = others();
    if (!others.isEmpty()) {
      Thread.ofVirtual().start(() -> tellAll(others));
    }
  }

  private void tellAll(List<URI> others) {
    String all = String.join("\n", trust.texts());
    others.forEach(
        at -> ask(at, request(at).POST(HttpRequest.BodyPublishers.ofString(all)).build()));
  }

  @Scheduled(fixedDelay = 4, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
  void askAll() {
    for (URI at : others()) {
      ask(at, request(at).GET().build())
          .ifPresent(texts -> TrustDoor.lines(texts).forEach(trust::offer));
    }
  }

  @EventListener
  void askNow(Trust.Behind something) {
    Thread.ofVirtual().start(this::askAll);
  }

  private List<URI> others() {
    return trust.list().stream()
        .flatMap(list -> list.nodes().stream())
        .filter(node -> !node.id().equals(trust.self()))
        .map(TrustedNode::endpoint)
        .flatMap(at -> Optional.ofNullable(at).stream())
        .toList();
  }

  private static HttpRequest.Builder request(URI at) {
    return HttpRequest.newBuilder(Line.at(at, "/x/v1/trust")).timeout(Duration.ofSeconds(10));
  }

  private Optional<String> ask(URI at, HttpRequest request) {
    Optional<HttpClient> client = line.to(at);
    if (client.isEmpty()) {
      return Optional.empty();
    }
    try {
      HttpResponse<String> answer =
          client
              .get()
              .send(
                  request,
                  HttpResponse.BodyHandlers.limiting(
                      HttpResponse.BodyHandlers.ofString(), MOST_CHARACTERS));
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException away) {
      LOG.debug("gossip not heard {}", away.getClass().getSimpleName());
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
