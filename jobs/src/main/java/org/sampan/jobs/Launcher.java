package org.sampan.jobs;

import java.util.Arrays;
import java.util.List;
import org.sampan.Node;

/// Chooses the command. `./sampan` without one explains them all.
public final class Launcher {

  private Launcher() {}

  /// Runs one command and ends the process with its outcome.
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("./sampan alone explains the commands");
    }
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    switch (arguments[0]) {
      case "serve" -> Node.main(rest.toArray(String[]::new));
      case "demo" -> System.exit(Demo.run(rest));
      case "code" -> System.exit(Code.run(rest));
      default -> {
        System.err.println("unknown command " + arguments[0]);
        System.exit(2);
      }
    }
  }
}
