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
  private final Map<String, Desk> desks = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /// How many are at it for one peer, and how many looks at what waits for it are owed.
  private record Desk(String peer, AtomicInteger busy, AtomicInteger owed) {
    boolean takesOwed() {
      return owed.getAndUpdate(looks -> Math.max(0, looks - 1)) > 0;
    }
  }

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

  /// Something waits: one more worker for this peer or, where enough are at it, a look owed.
  private void wake(String peer) {
    Desk desk =
        desks.computeIfAbsent(peer, p -> new Desk(p, new AtomicInteger(), new AtomicInteger()));
    if (!hire(desk)) {
      desk.owed().incrementAndGet();
    }
  }

  /// Starts one more worker for this peer. False when enough are at it.
  private boolean hire(Desk desk) {
    // Who has no address fetches by itself.
    if (stopping || address(desk.peer()).isEmpty()) {
      return true;
    }
    if (desk.busy().incrementAndGet() > MOST_WORKERS) {
      desk.busy().decrementAndGet();
      return false;
    }
    workers.execute(() -> {
      Rounds rounds = new Rounds(desk);
      try {
        rounds.go();
      } catch (RuntimeException fault) {
        LOG.error("courier to {} stopped {}", desk.peer(), fault.getClass().getName());
      } finally {
        desk.busy().decrementAndGet();
      }
      // Whoever came while this one was leaving found every place taken.
      if (rounds.satisfied && desk.owed().get() > 0) {
        hire(desk);
      }
    });
    return true;
  }

  /// One worker: brings messages over while there are any and the peer answers.
  private final class Rounds {
    private final Desk desk;

    /// Whether it leaves because the last one arrived and no other was known to wait.
    private boolean satisfied;

    Rounds(Desk desk) {
      this.desk = desk;
    }

    void go() {
      boolean alone = desk.busy().get() == 1;
      Optional<Dispatches.Outgoing> next = dispatches.claim(desk.peer());
      if (next.isEmpty() && !alone) {
        next = orOwe();
      }
      while (next.isPresent()) {
        next = carry(next.get());
        next.filter(Dispatches.Outgoing::more).ifPresent(one -> hire(desk));
      }
    }

    /// Nothing could be taken: what waits may stand behind what another worker has, who then must
    /// look again. Whoever owes first and asks then who is there is never overlooked.
    private Optional<Dispatches.Outgoing> orOwe() {
      desk.owed().incrementAndGet();
      boolean alone = desk.busy().get() == 1;
      return alone && desk.takesOwed() ? dispatches.claim(desk.peer()) : Optional.empty();
    }

    /// Brings one over and takes the next; nothing when none waits, or the peer does not answer.
    private Optional<Dispatches.Outgoing> carry(Dispatches.Outgoing letter) {
      Link.Reply reply =
          address(desk.peer())
              .map(at -> link.post(at, "/x/v1/envelopes", letter.sealed()))
              .orElse(new Link.Reply.Silent("NO_ADDRESS"));
      return switch (reply) {
        case Link.Reply.Answered(int status, String body) -> answered(letter, status, body);
        case Link.Reply.Silent(String why) -> failed(letter, why);
      };
    }

    private Optional<Dispatches.Outgoing> failed(Dispatches.Outgoing letter, String why) {
      dispatches.failed(letter.sent(), why);
      return Optional.empty();
    }

    /// Only the peer's own signature ends an attempt for good; whatever else answers may be a
    /// proxy.
    private Optional<Dispatches.Outgoing> answered(
        Dispatches.Outgoing letter, int status, String body) {
      Outbox.Sent sent = letter.sent();
      TrustList list = trust.list().orElseThrow();
      Checked<Receipt> checked =
          org.sampan.sealing.Receipts.check(
              body, sent.subject(), new NodeId(sent.peer()), list, clock.instant());
      if (checked instanceof Checked.Valid<Receipt>(Receipt.Relayed relayed)) {
        boolean owed = desk.takesOwed();
        satisfied = !owed && !letter.more() || stopping;
        Optional<Dispatches.Outgoing> next =
            dispatches.relayed(sent, body, relayed.by().log(), !satisfied);
        LOG.info("relayed {} to {}", sent.id(), sent.peer());
        return owed && next.isEmpty() ? orOwe() : next;
      }
      if (checked instanceof Checked.Valid<Receipt>(Receipt.Bounced bounced)) {
        dispatches.bounced(sent, bounced.reasonCode());
        LOG.warn("bounced {} by {} {}", sent.id(), sent.peer(), bounced.reasonCode());
        return stopping ? Optional.empty() : dispatches.claim(desk.peer());
      }
      return failed(letter, status == 200 ? "NOT_A_RECEIPT" : "HTTP_" + status);
    }
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
