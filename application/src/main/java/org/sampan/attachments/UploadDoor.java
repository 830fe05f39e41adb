package org.sampan.attachments;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets few uploads in at once, only where papers are added, and only of somebody signed in: an
/// upload is held in memory until it is sealed, because a file of the server's own would lie on the
/// disk in the clear. It stands before all that reads what a form holds, so a stranger is turned
/// away before a byte of his file is read.
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 10)
class UploadDoor extends OncePerRequestFilter {

  private static final int AT_ONCE = 4;

  private final Semaphore room = new Semaphore(AT_ONCE);
  private final SecurityContextRepository signIns =
      new DelegatingSecurityContextRepository(
          new RequestAttributeSecurityContextRepository(),
          new HttpSessionSecurityContextRepository());

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
      // No page of ours: drawing one would read the form, and wait for its file.
      response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    if (!isSignedIn(request)) {
      response.sendRedirect("/sign-in");
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

  /// By the session alone. Whose record it is, and what she may do with it, is asked later.
  private boolean isSignedIn(HttpServletRequest request) {
    Authentication who = signIns.loadDeferredContext(request).get().getAuthentication();
    return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
  }
}
