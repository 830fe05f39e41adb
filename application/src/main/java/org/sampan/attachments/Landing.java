package org.sampan.attachments;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Statement;
import org.sampan.trust.Doorway;
import org.sampan.trust.Keyring;
import org.sampan.trust.Line;
import org.sampan.trust.Trust;
import org.sampan.web.Open;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where other nodes bring parcels, range by range. A range is taken only with its sender's signed
/// statement of which bytes it is, of a parcel that a letter of that sender announced, and in its
/// turn; the answer says, signed, how much is here now.
@Controller
class Landing {

  /// The longest range, and so the memory one request can take.
  static final int LONGEST = 8 * 1024 * 1024;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Doorway.Limit LIMIT = new Doorway.Limit("landing", 200, LONGEST);
  private static final int AT_ONCE = 4;
  private static final int AT_ONCE_FROM_ONE = 2;

  private final Arriving arriving;
  private final Schemas schemas;
  private final Trust trust;
  private final Keyring keys;
  private final Line line;
  private final Doorway doorway;
  private final Clock clock;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final Map<String, Semaphore> shares = new ConcurrentHashMap<>();

  Landing(
      Arriving arriving,
      Schemas schemas,
      Trust trust,
      Keyring keys,
      Line line,
      Doorway doorway,
      Clock clock) {
    this.arriving = arriving;
    this.schemas = schemas;
    this.trust = trust;
    this.keys = keys;
    this.line = line;
    this.doorway = doorway;
    this.clock = clock;
  }

  @PutMapping("/x/v1/blobs/{digest}")
  @Open
  ResponseEntity<byte[]> put(
      HttpServletRequest request,
      @PathVariable("digest") String digest,
      @RequestHeader(name = Ferry.HEADER, required = false) @Nullable String statement)
      throws IOException {
    Optional<ResponseEntity<byte[]>> refused = doorway.refused(request, LIMIT);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<Statement> said = said(statement);
    if (said.isEmpty()
        || !line.speaksFor(request, said.get().from())
        || !arriving.awaits(said.get().from().value(), digest)) {
      return Doorway.text(404, "absent");
    }
    JsonNode range = JSON.readTree(said.get().body().text());
    long length = range.path("length").asLong(-1);
    boolean fits = range.path("blob").asString("").equals(digest);
    if (!fits || !schemas.fits(Schemas.BLOB, said.get().body())) {
      return Doorway.text(400, "refused");
    }
    if (length > LONGEST) {
      return Doorway.text(413, "too large");
    }
    Semaphore share =
        shares.computeIfAbsent(said.get().from().value(), n -> new Semaphore(AT_ONCE_FROM_ONE));
    if (!share.tryAcquire()) {
      return Doorway.text(429, "slower");
    }
    try {
      return room.tryAcquire() ? take(request, said.get(), range) : Doorway.text(503, "later");
    } finally {
      share.release();
    }
  }

  private ResponseEntity<byte[]> take(HttpServletRequest request, Statement said, JsonNode range)
      throws IOException {
    try {
      byte[] bytes = read(request, (int) range.path("length").asLong());
      if (bytes.length != range.path("length").asLong()
          || !Digest.of(bytes).hex().equals(range.path("sha256").asString(""))) {
        return Doorway.text(400, "refused");
      }
      String digest = range.path("blob").asString("");
      OptionalLong held =
          arriving.take(said.from().value(), digest, range.path("from").asLong(), bytes);
      return held.isPresent() ? answer(said, held.getAsLong()) : Doorway.text(404, "absent");
    } finally {
      room.release();
    }
  }

  private Optional<Statement> said(@Nullable String statement) {
    if (statement == null || trust.list().isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Statement.check(statement, trust.list().get(), trust.self(), now)
                instanceof Checked.Valid<Statement>(Statement said)
            && said.kind().equals(Ferry.KIND)
        ? Optional.of(said)
        : Optional.empty();
  }

  private ResponseEntity<byte[]> answer(Statement said, long held) {
    String body = JSON.writeValueAsString(Map.of("to", said.nonce(), "held", held));
    CanonicalJson told = schemas.ours(Schemas.HELD, CanonicalJson.of(body));
    Statement answer = Statement.of(Ferry.KIND, trust.self(), said.from(), clock.instant(), told);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/jose"))
        .body(answer.sign(keys.signing()).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] read(HttpServletRequest request, int length) throws IOException {
    try (InputStream body = request.getInputStream()) {
      return body.readNBytes(length + 1);
    }
  }
}
