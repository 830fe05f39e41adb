package org.sampan.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sampan.web.Absent;
import org.sampan.web.Door;
import org.sampan.web.Language;
import org.sampan.web.Open;
import org.sampan.web.Refusals;
import org.sampan.web.Visitor;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Stands before every route: open ones let everybody by, the others ask for the duty they name,
/// and a route that names nothing is closed.
@Component
class Gate implements HandlerInterceptor {

  static final String SIGNED_IN = SignedIn.class.getName();

  private final WhoIsHere who;
  private final Refusals refusals;
  private final List<GuardedDoor> doors;

  Gate(WhoIsHere who, Refusals refusals, List<GuardedDoor> doors) {
    this.who = who;
    this.refusals = refusals;
    this.doors = doors.stream().sorted(Comparator.comparing(door -> door.door().order())).toList();
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    Optional<WhoIsHere.Present> present = who.is(request);
    present.ifPresent(here -> enter(here, request));
    if (mayPass(handler, present.map(WhoIsHere.Present::signedIn))) {
      return true;
    }
    refusals.answer(new Absent(), request, response);
    return false;
  }

  static boolean mayPass(Object handler, Optional<SignedIn> signedIn) {
    if (handler instanceof ResourceHttpRequestHandler) {
      return true;
    }
    if (!(handler instanceof HandlerMethod method)) {
      return false;
    }
    if (method.hasMethodAnnotation(Open.class)) {
      return true;
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    return needs != null && signedIn.map(reader -> reader.has(needs.value())).orElse(false);
  }

  private void enter(WhoIsHere.Present here, HttpServletRequest request) {
    request.setAttribute(SIGNED_IN, here.signedIn());
    List<Door> hers =
        doors.stream()
            .filter(door -> here.signedIn().has(door.duty()))
            .map(GuardedDoor::door)
            .toList();
    Office office = here.signedIn().office();
    Language language = here.account().language();
    new Visitor(here.account().name(), office.named(language), language, office.zone(), hers)
        .enter(request);
  }
}
