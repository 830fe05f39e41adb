package org.sampan;

import java.io.IOException;
import java.security.UnrecoverableKeyException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sampan.database.DatabaseRefusal;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one line why a node cannot start, when the operator can mend it; anything else is left
/// to the log with its whole trace.
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartRefusal implements SpringBootExceptionReporter {

  StartRefusal(@SuppressWarnings("unused") @Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    String line = line(failure);
    if (line == null) {
      return false;
    }
    System.err.println("The node cannot start. " + line);
    return true;
  }

  static @Nullable String line(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case DatabaseRefusal refusal -> {
          return refusal.getMessage();
        }
        case OperatorRefusal refusal -> {
          return refusal.getMessage();
        }
        case PortInUseException taken -> {
          return "Port %d is taken: stop what uses it or set SAMPAN_PORT."
              .formatted(taken.getPort());
        }
        case FlywayException unfit -> {
          return "Its database was written by another release (%s): start that one, or restore a"
                  .formatted(unfit.getClass().getSimpleName())
              + " backup into a new folder.";
        }
        case IOException shut when shut.getCause() instanceof UnrecoverableKeyException -> {
          return "Its key file keys/node.p12 does not open: is SAMPAN_KEY_PASSPHRASE right?";
        }
        default -> {}
      }
    }
    return null;
  }
}
