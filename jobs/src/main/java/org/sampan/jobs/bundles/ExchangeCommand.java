package org.sampan.jobs.bundles;

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
      "./sampan exchange export NODE FOLDER [--volume-size MEGABYTES] | import FILE... [--settings FILE]";

  private ExchangeCommand() {}

  /// Runs it; 0 when all was done, 1 when something must be done again.
  public static int run(List<String> arguments) {
    List<String> plain = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String one = arguments.get(i);
      if (!one.startsWith("--")) {
        plain.add(one);
      } else if (List.of("--settings", "--volume-size").contains(one) && i + 1 < arguments.size()) {
        options.put(one, arguments.get(++i));
      } else {
        throw new OperatorRefusal(USAGE);
      }
    }
    String file = options.get("--settings");
    Settings settings =
        Settings.read(file == null ? List.of() : List.of("--settings", file), System.getenv());
    settings.warnings().forEach(System.err::println);
    RunningNode node = RunningNode.of(settings.node().folder());
    if (plain.size() == 3 && plain.getFirst().equals("export")) {
      return export(node, plain, options.getOrDefault("--volume-size", "4000"));
    }
    if (plain.size() >= 2 && plain.getFirst().equals("import")) {
      return take(node, plain.subList(1, plain.size()));
    }
    throw new OperatorRefusal(USAGE);
  }

  private static int export(RunningNode node, List<String> plain, String megabytes) {
    if (!megabytes.matches("[1-9][0-9]{0,3}")) {
      throw new OperatorRefusal("--volume-size is a number of megabytes, 5 to 4000.");
    }
    JsonNode written =
        node.ask(
            "write",
            Map.of(
                "peer", plain.get(1),
                "folder", Path.of(plain.get(2)).toAbsolutePath().toString(),
                "largest", megabytes + "000000"));
    if (written.path("files").isEmpty()) {
      System.out.println("Nothing waits for " + plain.get(1) + "; no file was written.");
    }
    written.path("files").forEach(name -> System.out.println(name.asString()));
    System.out.printf(
        "%d letters, %d receipts, %d pieces of files. They wait on until their receipts are here.%n",
        written.path("letters").asInt(),
        written.path("receipts").asInt(),
        written.path("ranges").asInt());
    System.out.println(written);
    return 0;
  }

  private static int take(RunningNode node, List<String> files) {
    boolean again = false;
    for (String file : files) {
      JsonNode taken = node.ask("take", Map.of("file", Path.of(file).toAbsolutePath().toString()));
      System.out.printf(
          "%s: volume %d of %d from %s: %d letters, %d receipts, %d pieces of files.%n",
          file,
          taken.path("volume").asInt(),
          taken.path("of").asInt(),
          taken.path("from").asString(),
          taken.path("letters").asInt(),
          taken.path("receipts").asInt(),
          taken.path("ranges").asInt());
      for (Map.Entry<String, JsonNode> left : taken.path("left").properties()) {
        System.out.printf("  %d not taken: %s%n", left.getValue().asInt(), left.getKey());
        again |= left.getKey().equals("FILE_OUT_OF_TURN");
      }
      System.out.println(taken);
    }
    if (again) {
      System.out.println(
          "A long file goes over several volumes: import the volumes again in order.");
    }
    return again ? 1 : 0;
  }
}
