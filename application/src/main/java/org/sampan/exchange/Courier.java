package org.sampan.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.sampan.sealing.Checked;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Line;
import org.sampan.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Carries what waits, each peer by workers of its own, so that a slow one holds up nobody else.
///
/// A commit that queued something wakes it at once; it looks again by itself every second.
@Component
class Courier implements InitializingBean, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int MOST_WORKERS = Circuits.width(0);

  /// Something waits for this peer.
  record Waiting(String peer) {}

  private final Rollbacks rollbacks;
  private final Dispatches dispatches;
  private final Circuits circuits;
  private final Trust trust;
  private final Link link;
  private final Clock clock;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  Courier(
      Rollbacks rollbacks,
      Dispatches dispatches,
      Circuits circuits,
      Trust trust,
      Link link,
      Clock clock) {
    this.rollbacks = rollbacks;
    this.dispatches = dispatches;
    this.circuits = circuits;
    this.trust = trust;
    this.link = link;
    this.clock = clock;
  }

  /// Before anything is sent, a restored copy is known as one.
  @Override
  public void afterPropertiesSet() throws IOException {
    rollbacks.notice();
    rollbacks.unmark();
    dispatches.nobodyAtIt();
  }

  @TransactionalEventListener
  void waiting(Waiting something) {
    wake(something.peer());
  }

  @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
  void look() {
    circuits.waitedFor().forEach(this::wake);
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
  void expire() {
    dispatches.expire();
  }

  /// Starts one more worker for this peer, unless enough are at it.
  private void wake(String peer) {
    AtomicInteger busy = running.computeIfAbsent(peer, p -> new AtomicInteger());
    // Who has no address fetches by itself.
    if (stopping || address(peer).isEmpty()) {
      return;
    }
    if (busy.incrementAndGet() > MOST_WORKERS) {
      busy.decrementAndGet();
      return;
    }
    workers.execute(() -> {
      try {
        while (!stopping && carry(peer)) {
          wake(peer);
        }
      } catch (RuntimeException fault) {
        LOG.error("courier to {} stopped {}", peer, fault.getClass().getName());
      } finally {
        busy.decrementAndGet();
      }
    });
  }

  /// Takes one message and brings it over. False when there is none, or the peer does not answer.
  private boolean carry(String peer) {
    Optional<Dispatches.Outgoing> claimed = dispatches.claim(peer);
    if (claimed.isEmpty()) {
      return false;
    }
    Outbox.Sent sent = claimed.get().sent();
    Optional<URI> address = address(peer);
    if (address.isEmpty()) {
      dispatches.failed(sent, "NO_ADDRESS");
      return false;
    }
    return switch (link.post(address.get(), "/x/v1/envelopes", claimed.get().sealed())) {
      case Link.Reply.Answered(int status, String body) -> answered(sent, status, body);
      case Link.Reply.Silent(String why) -> {
        dispatches.failed(sent, why);
        yield false;
      }
    };
  }

  /// Only the peer's own signature ends an attempt for good; whatever else answers may be a proxy.
  private boolean answered(Outbox.Sent sent, int status, String body) {
    TrustList list = trust.list().orElseThrow();
    Checked<Receipt> checked =
        org.sampan.sealing.Receipts.check(
            body, sent.subject(), new NodeId(sent.peer()), list, clock.instant());
    if (checked instanceof Checked.Valid<Receipt>(Receipt.Relayed relayed)) {
      dispatches.relayed(sent, body);
      dispatches.heard(sent.peer(), relayed.by().log());
      LOG.info("relayed {} to {}", sent.id(), sent.peer());
      return true;
    }
    if (checked instanceof Checked.Valid<Receipt>(Receipt.Bounced bounced)) {
      dispatches.bounced(sent, bounced.reasonCode());
      LOG.warn("bounced {} by {} {}", sent.id(), sent.peer(), bounced.reasonCode());
      return true;
    }
    dispatches.failed(sent, status == 200 ? "NOT_A_RECEIPT" : "HTTP_" + status);
    return false;
  }

  private Optional<URI> address(String peer) {
    return trust.list().flatMap(list -> list.node(new NodeId(peer))).map(TrustedNode::endpoint);
  }

  @Override
  public void destroy() throws InterruptedException {
    stopping = true;
    workers.shutdown();
    if (!workers.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
      workers.shutdownNow();
    }
  }

  /// The wire to another node: one request, one short answer. Never follows a redirect, never reads
  /// more than a statement can be long, and trusts nothing of what comes back.
  @Component
  static class Link {

    static final String MEDIA_TYPE = "application/jose";

    /// What came of a request.
    sealed interface Reply {
      /// Somebody answered, perhaps only a proxy.
      record Answered(int status, String body) implements Reply {}

      /// Nobody did.
      record Silent(String why) implements Reply {}
    }

    private final Line line;

    Link(Line line) {
      this.line = line;
    }

    /// Posts these bytes to a path of the node at this address.
    Reply post(URI node, String path, byte[] body) {
      return post(node, path, body, Statement.MAX_BYTES);
    }

    /// The same, where more may come back.
    Reply post(URI node, String path, byte[] body, int most) {
      Optional<HttpClient> client = line.to(node);
      if (client.isEmpty()) {
        return new Reply.Silent("NO_TLS");
      }
      HttpRequest request =
          HttpRequest.newBuilder(Line.at(node, path))
              .timeout(Duration.ofSeconds(20))
              .header("Content-Type", MEDIA_TYPE)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      try {
        HttpResponse<byte[]> answer =
            client
                .get()
                .send(
                    request,
                    HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofByteArray(), most));
        return new Reply.Answered(
            answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
      } catch (HttpTimeoutException slow) {
        return new Reply.Silent("TIMEOUT");
      } catch (SSLException refused) {
        return new Reply.Silent("TLS_REFUSED");
      } catch (IOException broken) {
        return new Reply.Silent("UNREACHABLE");
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new Reply.Silent("STOPPED");
      }
    }
  }
}
