package org.sampan.attachments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;
import org.sampan.trust.Line;
import org.sampan.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Brings parcels to other nodes, one a peer at a time, a range of 1 MiB a request.
///
/// It asks first how much the other node holds and goes on from there, so what a cut costs is at
/// most one range. Every range goes with a signed statement of which bytes it is; every answer is
/// one too, or it counts as none.
@Component
class Ferry implements DisposableBean {

  static final String KIND = "sys.blob";
  static final String HEADER = "Sampan-Statement";

  private static final Logger LOG = LoggerFactory.getLogger(Ferry.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /// Something may go.
  record Ready() {}

  private final Errands errands;
  private final Parcels parcels;
  private final Schemas schemas;
  private final Trust trust;
  private final Keyring keys;
  private final Clock clock;
  private final Line line;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  Ferry(
      Errands errands,
      Parcels parcels,
      Schemas schemas,
      Trust trust,
      Keyring keys,
      Line line,
      Clock clock) {
    this.errands = errands;
    this.parcels = parcels;
    this.schemas = schemas;
    this.trust = trust;
    this.keys = keys;
    this.line = line;
    this.clock = clock;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void ready(Ready something) {
    look();
  }

  /// Sends a worker to every peer something is due for.
  @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
  void look() {
    if (stopping || !trust.isFresh(clock.instant())) {
      return;
    }
    for (String peer : errands.due(clock.instant())) {
      // Who has no address fetches by itself.
      if (address(peer).isPresent() && busy.add(peer)) {
        workers.execute(() -> work(peer));
      }
    }
  }

  private Optional<URI> address(String peer) {
    return trust
        .list()
        .flatMap(list -> list.node(new NodeId(peer)))
        .filter(node -> node.status() != TrustedNode.Status.SUSPENDED)
        .map(TrustedNode::endpoint);
  }

  private void work(String peer) {
    try {
      Optional<Errands.Errand> next = errands.next(peer, clock.instant());
      while (!stopping && next.isPresent()) {
        run(next.get());
        next = errands.next(peer, clock.instant());
      }
    } catch (RuntimeException fault) {
      LOG.error("ferry to {} stopped {}", peer, fault.getClass().getName());
    } finally {
      busy.remove(peer);
    }
  }

  /// Carries one as far as it gets.
  private void run(Errands.Errand errand) {
    Parcels.Parcel parcel = parcels.find(errand.parcel()).orElseThrow();
    Optional<URI> address = address(errand.peer());
    OptionalLong held =
        address.isEmpty()
            ? OptionalLong.empty()
            : put(errand, address.get(), parcel, parcel.size(), new byte[0]);
    while (held.isPresent()) {
      long at = held.getAsLong();
      boolean whole = at >= parcel.size();
      if (whole || stopping || !errands.goes(errand)) {
        errands.arrived(errand, at, 0, whole);
        LOG.info("parcel of {} to {} {}", errand.record(), errand.peer(), whole ? "over" : "stops");
        return;
      }
      byte[] range = range(parcel, at);
      held = put(errand, address.orElseThrow(), parcel, at, range);
      if (held.isPresent()) {
        errands.arrived(errand, held.getAsLong(), range.length, false);
      } else {
        errands.failed(errand, range.length, nextTry(errand.failures()));
        return;
      }
    }
    errands.failed(errand, 0, nextTry(errand.failures()));
  }

  private byte[] range(Parcels.Parcel parcel, long at) {
    Parcels.Piece piece = parcels.piece(parcel.id(), at).orElseThrow();
    return Arrays.copyOfRange(piece.bytes(), (int) (at - piece.at()), piece.bytes().length);
  }

  private Instant nextTry(int failures) {
    Duration step = SHORTEST.multipliedBy(1L << Math.min(failures, 8));
    return clock.instant().plus(step.compareTo(LONGEST) < 0 ? step : LONGEST);
  }

  /// Hands over a range, or none: how much the other node now says it holds. Nothing when it did
  /// not say so under its own signature.
  private OptionalLong put(
      Errands.Errand errand, URI node, Parcels.Parcel parcel, long at, byte[] range) {
    Statement statement =
        Statement.of(
            KIND,
            trust.self(),
            new NodeId(errand.peer()),
            clock.instant(),
            schemas.ours(Schemas.BLOB, said(parcel.digest(), at, range)));
    Optional<HttpClient> http = line.to(node);
    if (http.isEmpty()) {
      return OptionalLong.empty();
    }
    HttpRequest request =
        HttpRequest.newBuilder(Line.at(node, "/x/v1/blobs/" + parcel.digest()))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/octet-stream")
            .header(HEADER, statement.sign(keys.signing()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(range))
            .build();
    try {
      HttpResponse<byte[]> answer =
          http.get()
              .send(
                  request,
                  HttpResponse.BodyHandlers.limiting(
                      HttpResponse.BodyHandlers.ofByteArray(), 16 * 1024));
      return answer.statusCode() == 200
          ? held(new String(answer.body(), StandardCharsets.UTF_8), statement, parcel.size())
          : OptionalLong.empty();
    } catch (IOException broken) {
      return OptionalLong.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
  }

  /// What a statement of a range says.
  static CanonicalJson said(String blob, long at, byte[] range) {
    return CanonicalJson.of(
        JSON.writeValueAsString(
            java.util.Map.of(
                "blob", blob, "from", at, "length", range.length, "sha256", digest(range))));
  }

  private static String digest(byte[] range) {
    return Digest.of(range).hex();
  }

  private OptionalLong held(String text, Statement asked, long size) {
    if (Statement.check(text, trust.list().orElseThrow(), trust.self(), clock.instant())
            instanceof Checked.Valid<Statement>(Statement said)
        && said.kind().equals(KIND)
        && said.from().equals(asked.to())
        && schemas.fits(Schemas.HELD, said.body())) {
      JsonNode body = JSON.readTree(said.body().text());
      long held = body.path("held").asLong(-1);
      boolean answers = body.path("to").asString("").equals(asked.nonce());
      return answers && held >= 0 && held <= size ? OptionalLong.of(held) : OptionalLong.empty();
    }
    return OptionalLong.empty();
  }

  @Override
  public void destroy() {
    stopping = true;
    workers.shutdownNow();
  }
}
