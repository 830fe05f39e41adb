package org.sampan.attachments;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;
import org.sampan.trust.Line;
import org.sampan.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Fetches the files beside letters where nobody can bring them, because this node's line on the
/// trust list names no address: it asks each sender for what its letters announced, range by range,
/// and goes on from what it holds, so that a cut costs one range.
///
/// The question says, signed, which parcel and from where on. An answer counts only with its
/// sender's statement, to this very question, of which bytes it is; then it is taken under the
/// rules of [Landing], and looked at as what is brought. A last question, from the end on, says
/// that all is here.
@Component
class Fetching implements DisposableBean {

  static final String KIND = "sys.fetch";

  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// For a whole range, however slowly it drips.
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /// This peer has every receipt of ours: what it owes us of files may be fetched.
  record Due(String peer) {}

  /// What came of a question.
  private sealed interface Reply {
    record Range(byte[] bytes) implements Reply {}

    /// It will not give this one, or not now.
    record Refused() implements Reply {}

    /// It does not answer, or not as it should: no use to go on asking.
    record Silent() implements Reply {}
  }

  private final Parcels parcels;
  private final Arriving arriving;
  private final Schemas schemas;
  private final Trust trust;
  private final Keyring keys;
  private final Line line;
  private final Clock clock;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  Fetching(
      Parcels parcels,
      Arriving arriving,
      Schemas schemas,
      Trust trust,
      Keyring keys,
      Line line,
      Clock clock) {
    this.parcels = parcels;
    this.arriving = arriving;
    this.schemas = schemas;
    this.trust = trust;
    this.keys = keys;
    this.line = line;
    this.clock = clock;
  }

  /// A worker a peer: a slow one holds up nobody else.
  @EventListener
  void due(Due something) {
    Optional<TrustedNode> node =
        trust
            .list()
            .flatMap(list -> list.node(new NodeId(something.peer())))
            .filter(peer -> peer.status() != TrustedNode.Status.SUSPENDED);
    URI address = node.map(TrustedNode::endpoint).orElse(null);
    if (address != null && !stopping && busy.add(something.peer())) {
      workers.execute(() -> {
        try {
          fetch(new NodeId(something.peer()), address);
        } catch (RuntimeException fault) {
          LOG.error("fetching from {} stopped {}", something.peer(), fault.getClass().getName());
        } finally {
          busy.remove(something.peer());
        }
      });
    }
  }

  private void fetch(NodeId from, URI address) {
    for (Parcels.Parcel parcel : parcels.comingFrom(from.value())) {
      if (stopping || !fetch(from, address, parcel)) {
        return;
      }
    }
  }

  /// Fetches one as far as it gets. False when the peer is not to be asked for more now.
  private boolean fetch(NodeId from, URI address, Parcels.Parcel parcel) {
    long at = parcel.held();
    while (!stopping) {
      switch (ask(from, address, parcel, at)) {
        case Reply.Silent() -> {
          return false;
        }
        case Reply.Refused() -> {
          return true;
        }
        case Reply.Range(byte[] bytes) -> {
          if (at == parcel.size()) {
            LOG.info("parcel {} fetched from {}", parcel.id(), from);
            return true;
          }
          OptionalLong held = arriving.take(from.value(), parcel.digest(), at, bytes);
          if (held.isEmpty() || held.getAsLong() <= at) {
            LOG.warn("parcel {} of {} goes no further", parcel.id(), from);
            return true;
          }
          at = held.getAsLong();
        }
      }
    }
    return false;
  }

  private Reply ask(NodeId from, URI address, Parcels.Parcel parcel, long at) {
    Map<String, Object> wanted = Map.of("blob", parcel.digest(), "from", at);
    CanonicalJson body =
        schemas.ours(Schemas.FETCH, CanonicalJson.of(JSON.writeValueAsString(wanted)));
    Statement asked = Statement.of(KIND, trust.self(), from, clock.instant(), body);
    Optional<HttpClient> http = line.to(address);
    if (http.isEmpty()) {
      return new Reply.Silent();
    }
    HttpRequest request =
        HttpRequest.newBuilder(Line.at(address, "/x/v1/blobs/" + parcel.digest()))
            .timeout(Duration.ofSeconds(60))
            .header(Ferry.HEADER, asked.sign(keys.signing()))
            .GET()
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.get()
            .sendAsync(
                request,
                HttpResponse.BodyHandlers.limiting(
                    HttpResponse.BodyHandlers.ofByteArray(), Landing.LONGEST));
    try {
      return read(answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS), asked, at);
    } catch (ExecutionException | TimeoutException broken) {
      answer.cancel(true);
      return new Reply.Silent();
    } catch (InterruptedException stop) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Silent();
    }
  }

  private Reply read(HttpResponse<byte[]> answer, Statement asked, long at) {
    return switch (answer.statusCode()) {
      case 200 ->
          answer
              .headers()
              .firstValue(Ferry.HEADER)
              .filter(text -> proves(text, asked, at, answer.body()))
              .<Reply>map(text -> new Reply.Range(answer.body()))
              .orElseGet(Reply.Silent::new);
      case 400, 404 -> new Reply.Refused();
      default -> new Reply.Silent();
    };
  }

  /// Whether the one who was asked says, to this question, that these are the bytes from there on.
  private boolean proves(String text, Statement asked, long at, byte[] bytes) {
    TrustList list = trust.list().orElseThrow();
    if (Statement.check(text, list, trust.self(), clock.instant())
            instanceof Checked.Valid<Statement>(Statement said)
        && said.kind().equals(KIND)
        && said.from().equals(asked.to())
        && schemas.fits(Schemas.LENT, said.body())) {
      JsonNode range = JSON.readTree(said.body().text());
      String blob = JSON.readTree(asked.body().text()).path("blob").asString("");
      return range.path("to").asString("").equals(asked.nonce())
          && range.path("blob").asString("").equals(blob)
          && range.path("from").asLong(-1) == at
          && range.path("length").asLong(-1) == bytes.length
          && range.path("sha256").asString("").equals(Digest.of(bytes).hex());
    }
    return false;
  }

  @Override
  public void destroy() {
    stopping = true;
    workers.shutdownNow();
  }
}
