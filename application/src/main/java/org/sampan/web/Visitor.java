package org.sampan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who looks at a page, as far as the frame must know: set on the request by whoever signs people
/// in.
///
/// @param name the name shown in the header
/// @param office the office shown beside it
/// @param language the language she chose and we kept
/// @param zone the time zone of her office
/// @param doors the menu entries she may use, in order
public record Visitor(
    String name, String office, Language language, ZoneId zone, List<Door> doors) {

  /// Puts the visitor on the request, for the frame to find.
  public void enter(HttpServletRequest request) {
    request.setAttribute(Visitor.class.getName(), this);
  }

  static @Nullable Visitor of(HttpServletRequest request) {
    return (Visitor) request.getAttribute(Visitor.class.getName());
  }
}
