package org.sampan.witnesses;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sampan.audit.Log;
import org.sampan.sealing.log.SignedNote;
import org.sampan.sealing.log.Tile;
import org.sampan.trust.Doorway;
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
  private static final Doorway.Limit LIMIT = new Doorway.Limit("log", 100, SignedNote.MOST);

  private final Log log;
  private final Checkpoints checkpoints;
  private final Clerk clerk;
  private final Doorway doorway;

  LogGate(Log log, Checkpoints checkpoints, Clerk clerk, Doorway doorway) {
    this.log = log;
    this.checkpoints = checkpoints;
    this.clerk = clerk;
    this.doorway = doorway;
  }

  @GetMapping("/x/v1/log/checkpoint")
  @Open
  ResponseEntity<byte[]> checkpoint(HttpServletRequest request) {
    Optional<ResponseEntity<byte[]>> refused = doorway.refused(request, LIMIT);
    if (refused.isPresent()) {
      return refused.get();
    }
    return checkpoints
        .newest()
        .map(kept ->
            ResponseEntity.ok()
                .contentType(NOTE)
                .cacheControl(CacheControl.noStore())
                .body(kept.note().getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> Doorway.text(404, "absent"));
  }

  @GetMapping("/x/v1/log/tile/**")
  @Open
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    Optional<ResponseEntity<byte[]>> refused = doorway.refused(request, LIMIT);
    if (refused.isPresent()) {
      return refused.get();
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
        .orElseGet(() -> Doorway.text(404, "absent"));
  }

  @PostMapping("/x/v1/log/cosignatures")
  @Open
  ResponseEntity<byte[]> cosignature(HttpServletRequest request) throws IOException {
    Optional<ResponseEntity<byte[]>> refused = doorway.refused(request, LIMIT);
    if (refused.isPresent()) {
      return refused.get();
    }
    boolean taken =
        Doorway.read(request, LIMIT)
            .filter(sent -> clerk.take(new String(sent, StandardCharsets.UTF_8)))
            .isPresent();
    return taken ? Doorway.text(200, "taken") : Doorway.text(409, "refused");
  }
}
