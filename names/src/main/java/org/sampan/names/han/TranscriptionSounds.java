package org.sampan.names.han;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.names.tables.Table;

/// The foreign letters that a Han character stands for in a transcription, by its Mandarin sound
/// and, for the stop at its end, by its Cantonese one, since the press of South-East Asia
/// transcribes by southern ears (末 for -mad).
final class TranscriptionSounds {
  /// How far a character's own row is trusted beside its sounds.
  private static final double LISTED = 0.7;

  private static final double OPEN_END = 6;

  private final Map<String, Map<String, Double>> rows = new HashMap<>();
  private final Map<Integer, LetterTrie> known = new ConcurrentHashMap<>();
  private final HanReadings readings;

  TranscriptionSounds(HanReadings readings, Table table) {
    this.readings = readings;
    for (List<String> row : table.rows()) {
      String sound = row.get(1);
      String key = row.getFirst().equals("character") ? readings.variants().fold(sound) : sound;
      Map<String, Double> values =
          rows.computeIfAbsent(row.getFirst() + " " + key, _ -> new LinkedHashMap<>());
      Table.weighted(row.get(2))
          .forEach((v, w) -> values.merge(v.replace("0", ""), w, Double::sum));
    }
  }

  /// The stretches of letters for a folded character, base-2 logarithms of probabilities; the empty
  /// stretch is among them where the character may stand for nothing.
  LetterTrie of(int folded) {
    return known.computeIfAbsent(folded, character -> new LetterTrie(made(character)));
  }

  private Map<String, Double> made(int folded) {
    var weights = new HashMap<String, Double>();
    List<String> sounds = readings.characters().sounds(folded, ReadingSystem.PINYIN).ranked();
    double share = 1;
    for (String sound : sounds) {
      add(weights, sound, stop(folded), share);
      share *= 0.4;
    }
    Distribution spoken = Distribution.of(weights);
    Distribution listed = Distribution.of(row("character", new String(Character.toChars(folded))));
    var logs = new HashMap<String, Double>();
    listed
        .mixed(LISTED, spoken)
        .probabilities()
        .forEach((letters, p) -> logs.put(letters, Commonness.log2(p)));
    return logs;
  }

  private void add(Map<String, Double> weights, String sound, String stop, double share) {
    String initial = initial(sound);
    String rest = sound.substring(initial.length());
    boolean bare = rest.equals("i") && "zh ch sh r z c s".contains(initial) && !initial.isEmpty();
    Map<String, Double> starts = row("initial", initial.isEmpty() ? "-" : initial);
    Map<String, Double> middles = row("final", bare ? "-" : rest);
    boolean open = !rest.endsWith("n") && !rest.endsWith("g");
    Map<String, Double> ends = new LinkedHashMap<>(row("end", open ? "a" : "n"));
    ends.put("", OPEN_END);
    stopped(ends, stop);
    Distribution.of(starts)
        .probabilities()
        .forEach((start, p) ->
            Distribution.of(middles)
                .probabilities()
                .forEach((middle, q) ->
                    Distribution.of(ends)
                        .probabilities()
                        .forEach((end, r) ->
                            weights.merge(start + middle + end, share * p * q * r, Double::sum))));
  }

  private static void stopped(Map<String, Double> ends, String stop) {
    switch (stop) {
      case "t" ->
          List.of("t", "d", "l", "s", "r", "z").forEach(e -> ends.merge(e, 1.2, Double::sum));
      case "k" -> List.of("k", "g", "c", "q").forEach(e -> ends.merge(e, 1.6, Double::sum));
      case "p" -> List.of("p", "b", "f").forEach(e -> ends.merge(e, 1.8, Double::sum));
      default -> {}
    }
  }

  private String stop(int folded) {
    for (String sound : readings.characters().sounds(folded, ReadingSystem.CANTONESE).ranked()) {
      String last = sound.substring(sound.length() - 1);
      if ("ptk".contains(last)) {
        return last;
      }
    }
    return "";
  }

  private static String initial(String sound) {
    if (sound.startsWith("zh") || sound.startsWith("ch") || sound.startsWith("sh")) {
      return sound.substring(0, 2);
    }
    return "bpmfdtnlgkhjqxrzcsyw".indexOf(sound.charAt(0)) >= 0 ? sound.substring(0, 1) : "";
  }

  private Map<String, Double> row(String part, String sound) {
    Map<String, Double> row = rows.get(part + " " + sound);
    if (row != null) {
      return row;
    }
    return part.equals("character") ? Map.of() : Map.of(sound.replace("-", ""), 1.0);
  }
}
