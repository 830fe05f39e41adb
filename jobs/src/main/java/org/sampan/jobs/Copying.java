package org.sampan.jobs;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.sampan.NodeCopy;
import org.sampan.OperatorRefusal;
import org.sampan.Settings;
import org.sampan.database.NodeArchive;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// `./sampan backup FILE` and `./sampan restore FILE`: a whole node in one encrypted file, and
/// back.
final class Copying {

  private Copying() {}

  static int backUp(List<String> arguments) throws IOException {
    NodeCopy node = node("backup", arguments);
    Path file = Path.of(arguments.getFirst());
    char[] passphrase = Passphrase.chosen();
    try {
      NodeArchive.Carried carried =
          node.backUp(file, passphrase, Clock.systemUTC().instant(), progress());
      say("Backed up", carried, file);
      return 0;
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  static int restore(List<String> arguments) throws IOException {
    NodeCopy node = node("restore", arguments);
    Path file = Path.of(arguments.getFirst());
    char[] passphrase = Passphrase.asked();
    try {
      NodeArchive.Carried carried = node.restore(file, passphrase, progress());
      say("Restored", carried, file);
      System.out.println(
          "As of "
              + carried.writtenAt()
              + ". When it starts it sends nothing to another node until that node has said what it"
              + " received last.");
      return 0;
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private static NodeCopy node(String command, List<String> arguments) {
    if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
      throw new OperatorRefusal("./sampan %s FILE [--settings FILE]".formatted(command));
    }
    Settings settings = Settings.read(arguments.subList(1, arguments.size()), System.getenv());
    settings.warnings().forEach(System.err::println);
    LoggingSystem.get(Copying.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    return new NodeCopy(settings);
  }

  private static NodeArchive.Progress progress() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return (what, number, of) -> {};
    }
    return (what, number, of) -> {
      System.out.printf("\r\033[K  %d of %d  %s", number, of, what);
      System.out.print(number == of ? "\r\033[K" : "");
      System.out.flush();
    };
  }

  private static void say(String done, NodeArchive.Carried carried, Path file) {
    System.out.printf(
        "%s %d rows of %d tables and %d files (%s).%n",
        done, carried.rows(), carried.tables(), carried.files(), file);
  }
}
