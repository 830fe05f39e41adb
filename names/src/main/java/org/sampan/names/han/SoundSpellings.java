package org.sampan.names.han;

import static java.util.Comparator.comparing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sampan.names.tables.Table;

/// Turns a syllable of a romanisation into the spellings people give it, by the rows of
/// `spellings.csv`: a row for the whole syllable, or the spellings of its initial times those of
/// its final.
final class SoundSpellings {
  private static final Map<ReadingSystem, List<String>> INITIALS =
      Map.of(
          ReadingSystem.PINYIN, initials("zh ch sh b p m f d t n l g k h j q x r z c s"),
          ReadingSystem.TAIWAN, initials("zh ch sh b p m f d t n l g k h j q x r z c s"),
          ReadingSystem.CANTONESE, initials("gw kw ng b p m f d t n l g k h w z c s j"),
          ReadingSystem.MACAO, initials("gw kw ng b p m f d t n l g k h w z c s j"),
          ReadingSystem.HOKKIEN, initials("chh ph th kh ng ch p b m t n l k g h s j"),
          ReadingSystem.TEOCHEW, initials("chh ph th kh ng ch p b m t n l k g h s j"),
          ReadingSystem.HAKKA,
              initials("khw tsh chh ph th kh kw ng hy ch ts sh p m f v t n l k h s y"),
          ReadingSystem.VIETNAMESE, List.of());

  private final Map<String, Map<String, Double>> rows = new HashMap<>();
  private final Map<ReadingSystem, Map<String, Distribution>> known =
      new EnumMap<>(ReadingSystem.class);

  SoundSpellings(Table table) {
    for (List<String> row : table.rows()) {
      rows.put(row.get(0) + " " + row.get(1) + " " + row.get(2), Table.weighted(row.get(3)));
    }
  }

  private static List<String> initials(String several) {
    return Table.several(several).stream().sorted(comparing(String::length).reversed()).toList();
  }

  /// The spellings of a syllable, ASCII, without tone.
  synchronized Distribution of(ReadingSystem system, String sound) {
    return known
        .computeIfAbsent(system, _ -> new HashMap<>())
        .computeIfAbsent(sound, s -> spelled(system, s));
  }

  private Distribution spelled(ReadingSystem system, String sound) {
    Map<String, Double> whole = row(system, "whole", sound);
    if (!whole.isEmpty()) {
      return Distribution.of(whole);
    }
    String initial =
        INITIALS.getOrDefault(system, List.of()).stream()
            .filter(start -> sound.startsWith(start) && sound.length() > start.length())
            .findFirst()
            .orElse("");
    Map<String, Double> starts = part(system, "initial", initial);
    Map<String, Double> ends = part(system, "final", sound.substring(initial.length()));
    var product = new LinkedHashMap<String, Double>();
    starts.forEach((start, weight) ->
        ends.forEach((end, other) -> product.merge(start + end, weight * other, Double::sum)));
    return Distribution.of(product);
  }

  private Map<String, Double> part(ReadingSystem system, String part, String sound) {
    Map<String, Double> found = row(system, part, sound);
    if (found.isEmpty()) {
      return Map.of(sound, 1.0);
    }
    var written = new LinkedHashMap<String, Double>();
    found.forEach((spelling, weight) -> written.put(spelling.replace("0", ""), weight));
    return written;
  }

  private Map<String, Double> row(ReadingSystem system, String part, String sound) {
    Map<String, Double> own = rows.get(system + " " + part + " " + sound);
    if (own == null && system == ReadingSystem.TEOCHEW) {
      own = rows.get(ReadingSystem.HOKKIEN + " " + part + " " + sound);
    }
    return own == null ? Map.of() : own;
  }
}
