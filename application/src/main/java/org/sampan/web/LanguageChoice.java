package org.sampan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The language choice: kept in a cookie, and with the account of whoever is signed in.
@Controller
public class LanguageChoice {

  /// Told when somebody chooses a language, so that the choice is kept with her account.
  public interface Chosen {
    void chosen(HttpServletRequest request, Language language);
  }

  private final List<Chosen> listeners;
  private final Frame.NodeName node;

  LanguageChoice(List<Chosen> listeners, Frame.NodeName node) {
    this.listeners = listeners;
    this.node = node;
  }

  @PostMapping("/language")
  @Open
  Screen choose(
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language.of(language)
        .ifPresent(chosen -> {
          ResponseCookie cookie =
              ResponseCookie.from(Frames.languageCookie(node), chosen.tag())
                  .path("/")
                  .httpOnly(true)
                  .sameSite("Strict")
                  .maxAge(Duration.ofDays(365))
                  .build();
          response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
          listeners.forEach(listener -> listener.chosen(request, chosen));
        });
    return new Go(isOurs(back) ? back : "/");
  }

  /// The language chosen in this browser before anybody signed in, if one was.
  public static Optional<Language> before(HttpServletRequest request, Frame.NodeName node) {
    return Frames.chosen(request, node);
  }

  /// The cookie that keeps the choice; it goes when she signs out, for the next person's sake.
  public static String cookie(Frame.NodeName node) {
    return Frames.languageCookie(node);
  }

  private static boolean isOurs(String path) {
    return path.startsWith("/")
        && !path.startsWith("//")
        && !path.contains("\\")
        && path.length() <= 500
        && path.chars().noneMatch(c -> c <= ' ');
  }
}
