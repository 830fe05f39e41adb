package org.sampan.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How PostgreSQL's programs are run, which refuse to work for root.
///
/// An ordinary user runs them as herself. For root there are two ways: in a user namespace of its
/// own, where the program does not look like root and yet reads root's files; or, where the machine
/// forbids such namespaces, as the user `nobody`, to whom the data folder is then given.
///
/// @param before the words put before a program and its arguments
/// @param user who must own the data
record LesserUser(List<String> before, int user) {

  static final int NOBODY = 65534;

  static LesserUser forUs() {
    var ourselves = ourselves();
    if (ourselves != 0) {
      return new LesserUser(List.of(), ourselves);
    }
    if (works(List.of("unshare", "-U", "true"))) {
      return new LesserUser(List.of("unshare", "-U"), 0);
    }
    return asNobody();
  }

  static LesserUser asNobody() {
    var before =
        List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--no-new-privs");
    if (!works(with(before, "true"))) {
      throw new DatabaseRefusal(
          "PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here:"
              + " start as an ordinary user, or give a database URL.");
    }
    return new LesserUser(before, NOBODY);
  }

  /// Refuses early, in one line, folders this user cannot reach.
  void refuseUnreachable(Path data, Path program) {
    if (user == NOBODY
        && !works(
            with(
                before,
                "sh",
                "-c",
                "cd \"$0\" && \"$1\" -V",
                data.toString(),
                program.toString()))) {
      throw new DatabaseRefusal(
          "PostgreSQL refuses to run as root and would run as user %d, who cannot reach %s or %s:"
                  .formatted(user, data, program)
              + " choose folders every user may enter, start as an ordinary user, or give a"
              + " database URL.");
    }
  }

  List<String> command(Path program, List<String> arguments) {
    var command = with(before, program.toString());
    command.addAll(arguments);
    return command;
  }

  static int ourselves() {
    try {
      return Folders.owner(Path.of("/proc/self"));
    } catch (IOException noProc) {
      throw new DatabaseRefusal("/proc is not mounted: give a database URL.", noProc);
    }
  }

  private static List<String> with(List<String> before, String... words) {
    var command = new ArrayList<>(before);
    command.addAll(List.of(words));
    return command;
  }

  private static boolean works(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
