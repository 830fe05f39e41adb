package org.sampan.witnesses;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.audit.Log;
import org.sampan.sealing.log.SignedNote;
import org.sampan.sealing.log.Tile;
import org.sampan.web.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Where others read this node's log, as C2SP tlog-tiles lays it out: checkpoint and hashes, never
/// an entry; and where they leave their lines. Size and pace are limited before anything is looked
/// up.
@Controller
class LogGate {

  private static final MediaType NOTE = MediaType.parseMediaType("text/plain;charset=utf-8");
  private static final String TILES = "/x/v1/log/";
  private static final int MOST_A_SECOND = 100;

  private final Log log;
  private final Checkpoints checkpoints;
  private final Clerk clerk;
  private final Clock clock;
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();

  LogGate(Log log, Checkpoints checkpoints, Clerk clerk, Clock clock) {
    this.log = log;
    this.checkpoints = checkpoints;
    this.clerk = clerk;
    this.clock = clock;
  }

  /// How often one address asked in this second.
  private record Pace(long second, int count) {}

  @GetMapping("/x/v1/log/checkpoint")
  @Open
  ResponseEntity<byte[]> checkpoint(HttpServletRequest request) {
    if (tooFast(request)) {
      return text(429, "slower");
    }
    return checkpoints
        .newest()
        .map(kept ->
            ResponseEntity.ok()
                .contentType(NOTE)
                .cacheControl(CacheControl.noStore())
                .body(kept.note().getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> text(404, "absent"));
  }

  @GetMapping("/x/v1/log/tile/**")
  @Open
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    if (tooFast(request)) {
      return text(429, "slower");
    }
    String path = request.getRequestURI();
    Optional<byte[]> hashes =
        Optional.of(path)
            .filter(asked -> asked.length() < 100 && asked.startsWith(TILES))
            .flatMap(asked -> Tile.parse(asked.substring(TILES.length())))
            .flatMap(log::tile);
    return hashes
        .map(bytes ->
            ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(bytes))
        .orElseGet(() -> text(404, "absent"));
  }

  @PostMapping("/x/v1/log/cosignatures")
  @Open
  ResponseEntity<byte[]> cosignature(HttpServletRequest request) throws IOException {
    if (tooFast(request)) {
      return text(429, "slower");
    }
    if (request.getContentLengthLong() > SignedNote.MOST) {
      return text(413, "too large");
    }
    try (InputStream body = request.getInputStream()) {
      byte[] sent = body.readNBytes(SignedNote.MOST + 1);
      boolean taken =
          sent.length <= SignedNote.MOST && clerk.take(new String(sent, StandardCharsets.UTF_8));
      return taken ? text(200, "taken") : text(409, "refused");
    }
  }

  private boolean tooFast(HttpServletRequest request) {
    long second = clock.instant().getEpochSecond();
    if (paces.size() > 1000) {
      paces.clear();
    }
    Pace pace =
        paces.merge(
            request.getRemoteAddr(),
            new Pace(second, 1),
            (before, one) ->
                before.second() == second ? new Pace(second, before.count() + 1) : one);
    return pace.count() > MOST_A_SECOND;
  }

  private static ResponseEntity<byte[]> text(int status, String constant) {
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_PLAIN)
        .body(constant.getBytes(StandardCharsets.US_ASCII));
  }
}
