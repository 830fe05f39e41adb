package org.sampan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The way out: signs out, asks the browser to clear what it keeps of us, and goes to a harmless
/// page. The browser's history stays; no page can clear that.
@Controller
class Leave {

  private final URI harmless;

  Leave(@Value("${sampan.way-out:https://www.wikipedia.org/}") URI harmless) {
    this.harmless = harmless;
  }

  @GetMapping("/leave")
  @Open
  ResponseEntity<Void> leave(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
        .header(HttpHeaders.LOCATION, harmless.toString())
        .build();
  }
}
