package org.sampan.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the frame for one request.
@Component
class Frames {

  /// Cookies do not know ports: each node on one machine keeps its own.
  static String languageCookie(Frame.NodeName node) {
    return "language_" + node.country().toLowerCase(java.util.Locale.ROOT);
  }

  private final Words words;
  private final Frame.NodeName node;
  private final Assets assets;

  Frames(Words words, Frame.NodeName node, Assets assets) {
    this.words = words;
    this.node = node;
    this.assets = assets;
  }

  Frame around(HttpServletRequest request) {
    Visitor visitor = Visitor.of(request);
    Language language =
        visitor != null
            ? visitor.language()
            : chosen(request, node).orElseGet(() -> browsers(request));
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Frame.Request about =
        new Frame.Request(
            request.getRequestURI(),
            csrf == null ? "" : csrf.getParameterName(),
            csrf == null ? "" : csrf.getToken(),
            "true".equals(request.getHeader("HX-Request")));
    return new Frame(words, language, node, assets.version(), visitor, about);
  }

  static Optional<Language> chosen(HttpServletRequest request, Frame.NodeName node) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(languageCookie(node))) {
          return Language.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static Language browsers(HttpServletRequest request) {
    return Language.of(request.getLocale().getLanguage()).orElse(Language.ENGLISH);
  }
}
