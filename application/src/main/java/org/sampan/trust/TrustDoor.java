package org.sampan.trust;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sampan.web.Open;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Where other nodes hand in a newer list or a notice, and ask for ours. Texts stand one a line;
/// none can be forged, whoever carries it, so the answer never says what was wrong.
@Controller
class TrustDoor {

  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final Trust trust;

  TrustDoor(Trust trust) {
    this.trust = trust;
  }

  @PostMapping("/x/v1/trust")
  @Open
  ResponseEntity<String> take(HttpServletRequest request) throws IOException {
    byte[] said;
    try (InputStream body = request.getInputStream()) {
      said = body.readNBytes(MOST_BYTES + 1);
    }
    if (said.length > MOST_BYTES) {
      return text(413, "too large");
    }
    boolean refused = false;
    for (String text : lines(new String(said, StandardCharsets.UTF_8))) {
      refused |= trust.offer(text) instanceof Trust.Offered.Refused;
    }
    return refused ? text(400, "refused") : text(200, "known");
  }

  @GetMapping("/x/v1/trust")
  @Open
  ResponseEntity<String> tell() {
    return text(200, String.join("\n", trust.texts()));
  }

  /// One text a line: a list goes last, so that a suspension by a key it drops is still heard.
  static List<String> lines(String body) {
    List<String> texts = new ArrayList<>(body.lines().filter(line -> !line.isBlank()).toList());
    return texts.size() > 1000 ? List.of() : texts;
  }

  private static ResponseEntity<String> text(int status, String text) {
    return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
  }
}
