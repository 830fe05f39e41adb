package org.sampan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/// Draws a page where no controller was reached: for the filters that refuse a request before it.
@Component
public class Refusals {

  private final ScreenWriter writer;

  Refusals(ScreenWriter writer) {
    this.writer = writer;
  }

  /// Answers with this page.
  public void answer(Screen screen, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(screen, request, response);
  }
}
