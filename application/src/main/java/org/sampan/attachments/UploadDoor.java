package org.sampan.attachments;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets few uploads in at once, and only where papers are added: an upload is held in memory until
/// it is sealed, because a file of the server's own would lie on the disk in the clear.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class UploadDoor extends OncePerRequestFilter {

  private static final int AT_ONCE = 4;

  private final Semaphore room = new Semaphore(AT_ONCE);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/")) {
      chain.doFilter(request, response);
      return;
    }
    if (!request.getRequestURI().startsWith("/papers/")) {
      response.sendError(415);
      return;
    }
    if (!room.tryAcquire()) {
      response.sendError(503);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      room.release();
    }
  }
}
