package org.sampan.attachments;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustList;
import org.sampan.trust.Doorway;
import org.sampan.trust.Keyring;
import org.sampan.trust.Line;
import org.sampan.trust.Trust;
import org.sampan.web.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where a node that nobody can call fetches the files beside its letters, range by range: only
/// what is under way to it, only once it said that the letter is there, only by a question it
/// signed. Each range goes with our signed statement of which bytes it is. To everybody else, and
/// for everything else, nothing is here.
@Controller
class Lending {

  private static final Logger LOG = LoggerFactory.getLogger(Lending.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Doorway.Limit LIMIT = new Doorway.Limit("lending", 200, 0);
  private static final int AT_ONCE = 4;

  private final Errands errands;
  private final Parcels parcels;
  private final Schemas schemas;
  private final Trust trust;
  private final Keyring keys;
  private final Line line;
  private final Doorway doorway;
  private final Clock clock;
  private final Semaphore room = new Semaphore(AT_ONCE);

  /// Each node is given one range at a time.
  private final Map<String, Semaphore> served = new ConcurrentHashMap<>();

  Lending(
      Errands errands,
      Parcels parcels,
      Schemas schemas,
      Trust trust,
      Keyring keys,
      Line line,
      Doorway doorway,
      Clock clock) {
    this.errands = errands;
    this.parcels = parcels;
    this.schemas = schemas;
    this.trust = trust;
    this.keys = keys;
    this.line = line;
    this.doorway = doorway;
    this.clock = clock;
  }

  /// A range that may be given.
  private record Lent(Errands.Errand errand, Parcels.Parcel parcel, Statement asked, long from) {}

  @GetMapping("/x/v1/blobs/{digest}")
  @Open
  void get(
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable("digest") String digest,
      @RequestHeader(name = Ferry.HEADER, required = false) @Nullable String statement)
      throws IOException {
    Optional<ResponseEntity<byte[]>> refused = doorway.refused(request, LIMIT);
    Optional<Statement> asked =
        refused.isPresent()
            ? Optional.empty()
            : asked(statement).filter(said -> line.speaksFor(request, said.from()));
    if (refused.isPresent()) {
      say(response, refused.get().getStatusCode().value(), refused.get().getBody());
    } else if (asked.isEmpty()) {
      say(response, 404, "absent");
    } else {
      lend(response, digest, asked.get());
    }
  }

  private void lend(HttpServletResponse response, String digest, Statement asked)
      throws IOException {
    JsonNode range = JSON.readTree(asked.body().text());
    if (!schemas.fits(Schemas.FETCH, asked.body())
        || !range.path("blob").asString("").equals(digest)) {
      say(response, 400, "refused");
      return;
    }
    long from = range.path("from").asLong();
    Optional<Lent> lent =
        errands
            .goingTo(asked.from().value(), digest)
            .map(errand ->
                new Lent(errand, parcels.find(errand.parcel()).orElseThrow(), asked, from));
    if (lent.isEmpty()) {
      say(response, 404, "absent");
    } else if (from > lent.get().parcel().size()) {
      say(response, 400, "refused");
    } else if (!trust.isFresh(clock.instant())) {
      say(response, 503, "later");
    } else {
      inTurn(response, lent.get());
    }
  }

  /// Until the last byte is out, so that few ranges are in memory at once.
  private void inTurn(HttpServletResponse response, Lent lent) throws IOException {
    Semaphore turn = served.computeIfAbsent(lent.asked().from().value(), _ -> new Semaphore(1));
    // Who has the last byte may ask on before the one who gave it is back.
    if (!hasTurn(turn)) {
      say(response, 429, "slower");
      return;
    }
    try {
      if (room.tryAcquire()) {
        try {
          give(response, lent);
        } finally {
          room.release();
        }
      } else {
        say(response, 503, "later");
      }
    } finally {
      turn.release();
    }
  }

  private static boolean hasTurn(Semaphore turn) {
    try {
      return turn.tryAcquire(1, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Who asks from there on says that it holds what stands before.
  private void give(HttpServletResponse response, Lent lent) throws IOException {
    Parcels.Parcel parcel = lent.parcel();
    boolean whole = lent.from() == parcel.size();
    byte[] bytes = whole ? new byte[0] : range(parcel, lent.from());
    errands.arrived(lent.errand(), lent.from(), bytes.length, whole);
    if (whole) {
      LOG.info("parcel of {} fetched by {}", lent.errand().record(), lent.errand().peer());
    }
    Map<String, Object> told =
        Map.of(
            "to", lent.asked().nonce(),
            "blob", parcel.digest(),
            "from", lent.from(),
            "length", bytes.length,
            "sha256", Digest.of(bytes).hex());
    CanonicalJson body =
        schemas.ours(Schemas.LENT, CanonicalJson.of(JSON.writeValueAsString(told)));
    Statement said =
        Statement.of(Fetching.KIND, trust.self(), lent.asked().from(), clock.instant(), body);
    response.setHeader(Ferry.HEADER, said.sign(keys.signing()));
    response.setContentType("application/octet-stream");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer();
  }

  private byte[] range(Parcels.Parcel parcel, long from) {
    Parcels.Piece piece = parcels.piece(parcel.id(), from).orElseThrow();
    return Arrays.copyOfRange(piece.bytes(), (int) (from - piece.at()), piece.bytes().length);
  }

  private Optional<Statement> asked(@Nullable String statement) {
    Optional<TrustList> list = trust.list();
    return statement != null
            && list.isPresent()
            && Statement.check(statement, list.get(), trust.self(), clock.instant())
                instanceof Checked.Valid<Statement>(Statement said)
            && said.kind().equals(Fetching.KIND)
        ? Optional.of(said)
        : Optional.empty();
  }

  private static void say(HttpServletResponse response, int status, String constant)
      throws IOException {
    say(response, status, constant.getBytes(StandardCharsets.US_ASCII));
  }

  private static void say(HttpServletResponse response, int status, byte @Nullable [] constant)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain");
    if (constant != null) {
      response.getOutputStream().write(constant);
    }
  }
}
