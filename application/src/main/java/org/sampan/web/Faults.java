package org.sampan.web;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What could not be mended in place: logged under an incident number, shown with it and nothing
/// else.
@ControllerAdvice
class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  Screen nothingThere() {
    return new Absent();
  }

  /// An address with something else where an identifier belongs leads nowhere.
  @ExceptionHandler
  Screen noIdentifier(MethodArgumentTypeMismatchException wrong) {
    return wrong.getParameter().hasParameterAnnotation(PathVariable.class)
        ? new Absent()
        : new RefusedPage(400, "web.refused.unreadable");
  }

  @ExceptionHandler
  Screen fault(Exception fault, HttpServletRequest request) {
    if (fault instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
      // A wrong verb or an unreadable request is the sender's mistake, not a fault of ours.
      return new RefusedPage(refused.getStatusCode().value(), "web.refused.unreadable");
    }
    UUID incident = UuidCreator.getTimeOrderedEpoch();
    // The message of an exception may quote what was typed: only its kind and places are logged.
    LOG.error("incident {} {} {}", incident, fault.getClass().getName(), places(fault));
    return new FaultPage(incident);
  }

  private static String places(Throwable fault) {
    StringBuilder places = new StringBuilder();
    Throwable cause = fault;
    for (int depth = 0; cause != null && depth < 4; depth++, cause = cause.getCause()) {
      places.append(depth == 0 ? "" : " caused by ").append(cause.getClass().getSimpleName());
      StackTraceElement[] trace = cause.getStackTrace();
      for (int i = 0; i < Math.min(trace.length, 12); i++) {
        places.append(" < ").append(trace[i]);
      }
    }
    return places.toString();
  }
}
