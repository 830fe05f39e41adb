package org.sampan.jobs.bundles;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sampan.OperatorRefusal;
import org.sampan.Settings;
import tools.jackson.databind.JsonNode;

/// `./sampan exchange export NODE FOLDER` and `./sampan exchange import FILE...`.
public final class ExchangeCommand {

  private static final String USAGE =
      """
      ./sampan exchange export NODE FOLDER   all that waits for another node, into volumes on a stick
               --volume-size MEGABYTES       how long a volume may be: 5 to 4000, usually 4000
      ./sampan exchange import FILE...       volumes of a stick, in any order, any number of times
               --settings FILE               after either: the running node's settings
      Ends with 0 when all was done, 1 when a volume is missing, 2 when something was refused.
      """;
  private static final int SMALLEST = 5;
  private static final int LARGEST = 4000;

  private ExchangeCommand() {}

  /// Runs it; 0 when all was done, 1 when a volume is missing, 2 when a file was refused.
  ///
  /// @throws OperatorRefusal when nothing could be done at all
  public static int run(List<String> arguments) {
    return run(arguments, System.getenv(), System.out, System.err);
  }

  /// As [#run(List)], with the environment and the streams of whoever asks.
  public static int run(
      List<String> arguments,
      Map<String, String> environment,
      PrintStream out,
      PrintStream errors) {
    List<String> plain = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String one = arguments.get(i);
      if (!one.startsWith("--")) {
        plain.add(one);
      } else if (List.of("--settings", "--volume-size").contains(one) && i + 1 < arguments.size()) {
        options.put(one, arguments.get(++i));
      } else {
        throw new OperatorRefusal(USAGE.strip());
      }
    }
    String command = plain.isEmpty() ? "" : plain.removeFirst();
    boolean export = command.equals("export") && plain.size() == 2;
    if (!export && !(command.equals("import") && !plain.isEmpty())) {
      throw new OperatorRefusal(USAGE.strip());
    }
    int megabytes = megabytes(options.getOrDefault("--volume-size", String.valueOf(LARGEST)));
    String file = options.get("--settings");
    Settings settings =
        Settings.read(file == null ? List.of() : List.of("--settings", file), environment);
    settings.warnings().forEach(errors::println);
    RunningNode node = RunningNode.of(settings.node().folder());
    return export
        ? export(node, plain, megabytes, out)
        : new Importing(node, out, errors).take(plain.stream().map(ExchangeCommand::path).toList());
  }

  private static int megabytes(String given) {
    boolean number = given.matches("[1-9][0-9]{0,3}");
    if (!number || Integer.parseInt(given) < SMALLEST || Integer.parseInt(given) > LARGEST) {
      throw new OperatorRefusal("--volume-size is a number of megabytes, 5 to 4000.");
    }
    return Integer.parseInt(given);
  }

  /// Where a name leads from where the command was typed; the node stands elsewhere.
  private static Path path(String name) {
    try {
      return Path.of(name).toAbsolutePath();
    } catch (InvalidPathException none) {
      throw new OperatorRefusal("That is no name of a file: " + name);
    }
  }

  private static int export(RunningNode node, List<String> plain, int megabytes, PrintStream out) {
    String peer = plain.getFirst();
    JsonNode written =
        node.ask(
            "write",
            Map.of(
                "peer",
                peer,
                "folder",
                path(plain.getLast()).toString(),
                "largest",
                megabytes + "000000"));
    written.path("files").forEach(name -> out.println(name.asString()));
    int letters = written.path("letters").asInt();
    int receipts = written.path("receipts").asInt();
    int pieces = written.path("ranges").asInt();
    if (letters + receipts + pieces == 0) {
      out.println(
          "Nothing waits for "
              + peer
              + ": this brings the trust list and what is known of logs, no more.");
    } else {
      out.printf(
          "%s, %s, %s.%n",
          Importing.so(letters, "letter"),
          Importing.so(receipts, "receipt"),
          Importing.so(pieces, "piece of a file", "pieces of files"));
    }
    if (letters > 0) {
      out.println("The letters wait on until their receipts are here.");
    }
    out.println(written);
    return 0;
  }
}
