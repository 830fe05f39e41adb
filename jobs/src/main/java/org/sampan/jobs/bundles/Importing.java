package org.sampan.jobs.bundles;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sampan.OperatorRefusal;
import org.sampan.sealing.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One import: volumes are handed to the node one by one. Those that hold a later piece of a long
/// file than its turn are tried again, as long as that helps, so that their order is nobody's care.
final class Importing {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OUT_OF_TURN = "FILE_OUT_OF_TURN";
  private static final List<String> COUNTED =
      List.of("letters", "receipts", "ranges", "trust", "heads");

  private final RunningNode node;
  private final PrintStream out;
  private final PrintStream errors;
  private final Map<Path, JsonNode> taken = new LinkedHashMap<>();
  private int refused;

  Importing(RunningNode node, PrintStream out, PrintStream errors) {
    this.node = node;
    this.out = out;
    this.errors = errors;
  }

  /// Takes these volumes and says what became of each, and which are missing.
  int take(List<Path> files) {
    files.stream().distinct().forEach(this::take);
    List<Path> early = early();
    while (!early.isEmpty()) {
      int before = pieces();
      early.forEach(this::take);
      List<Path> still = early();
      if (pieces() == before && still.size() == early.size()) {
        break;
      }
      early = still;
    }
    taken.forEach(this::tell);
    TreeSet<String> missing = missing();
    missing.forEach(name ->
        out.println((isEarly(name) ? "To be imported again after those: " : "Missing: ") + name));
    out.println(counted(missing));
    return refused > 0 ? 2 : missing.isEmpty() ? 0 : 1;
  }

  private void take(Path file) {
    try {
      taken.put(file, node.ask("take", Map.of("file", file.toString())));
    } catch (OperatorRefusal why) {
      errors.println(file + ": " + why.getMessage());
      refused++;
    }
  }

  private List<Path> early() {
    return taken.entrySet().stream()
        .filter(one -> cameEarly(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean cameEarly(JsonNode told) {
    return told.path("left").has(OUT_OF_TURN);
  }

  /// Whether this is one that was handed in, too early; a file may have been renamed on its way.
  private boolean isEarly(String name) {
    return taken.values().stream()
        .filter(Importing::cameEarly)
        .anyMatch(one ->
            name.matches(
                ".*-%s-0*%d-of-.*"
                    .formatted(
                        one.path("bundle").asString().substring(0, 8),
                        one.path("volume").asInt())));
  }

  /// How many pieces of files could not be taken yet.
  private int pieces() {
    return taken.values().stream()
        .mapToInt(one -> one.path("left").path(OUT_OF_TURN).asInt(0))
        .sum();
  }

  private void tell(Path file, JsonNode told) {
    List<String> parts = new ArrayList<>();
    parts.add(so(told.path("letters").asInt(), "letter"));
    parts.add(so(told.path("receipts").asInt(), "receipt"));
    parts.add(so(told.path("ranges").asInt(), "piece of a file", "pieces of files"));
    out.printf(
        "%s: volume %d of %d from %s: %s.%n",
        file.getFileName(),
        told.path("volume").asInt(),
        told.path("of").asInt(),
        told.path("from").asString(),
        String.join(", ", parts));
    for (Map.Entry<String, JsonNode> left : told.path("left").properties()) {
      out.printf("  %d not taken: %s%n", left.getValue().asInt(), why(left.getKey()));
    }
  }

  /// What every bundle met here still lacks, by the newest word on it.
  private TreeSet<String> missing() {
    Map<String, JsonNode> newest = new LinkedHashMap<>();
    for (JsonNode one : taken.values()) {
      newest.merge(
          one.path("bundle").asString(),
          one.path("missing"),
          (before, now) -> now.size() <= before.size() ? now : before);
    }
    TreeSet<String> missing = new TreeSet<>();
    newest.values().forEach(names -> names.forEach(name -> missing.add(name.asString())));
    return missing;
  }

  private ObjectNode counted(TreeSet<String> missing) {
    ObjectNode all = JSON.createObjectNode();
    all.put("volumes", taken.size()).put("refused", refused);
    for (String count : COUNTED) {
      all.put(count, taken.values().stream().mapToInt(one -> one.path(count).asInt()).sum());
    }
    missing.forEach(all.putArray("missing")::add);
    return all;
  }

  private static String why(String code) {
    return switch (code) {
      case OUT_OF_TURN -> "pieces of a file whose earlier pieces are in a volume that is missing";
      case "FILE_UNANNOUNCED" -> "pieces of a file whose letter never came, or was refused";
      case "RECEIPT_FOR_NOTHING" -> "receipts for messages this node does not know";
      case "LIST_ROLLBACK" -> "a trust list older than ours, as an older stick brings it";
      case "CHECKPOINT_REFUSED" -> "a checkpoint of a log that its node did not sign";
      case "EQUIVOCATION" -> "another letter under a number that is taken: an alarm was written";
      default -> code + reason(code);
    };
  }

  private static String reason(String code) {
    for (Reason reason : Reason.values()) {
      if (reason.name().equals(code)) {
        return ": " + reason.text();
      }
    }
    return "";
  }

  /// So many of something, in words.
  static String so(int many, String one) {
    return so(many, one, one + "s");
  }

  static String so(int many, String one, String more) {
    return many + " " + (many == 1 ? one : more);
  }
}
