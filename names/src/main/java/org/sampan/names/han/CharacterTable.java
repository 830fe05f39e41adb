package org.sampan.names.han;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sampan.names.tables.Table;
import org.sampan.names.vietnamese.VietnameseLetters;

/// The sounds of each character in each tongue, from `readings.csv` (Mandarin, Cantonese,
/// Sino-Vietnamese) and `characters.csv` (Hokkien, Teochew, Hakka; the common characters of given
/// names, commonest first).
final class CharacterTable {
  private static final int SHARE_OFFSET = 25;

  private final Map<Integer, Map<ReadingSystem, List<String>>> sounds = new HashMap<>();
  private final Map<Integer, Double> givenShares = new LinkedHashMap<>();
  private final Map<Integer, Set<String>> marked = new HashMap<>();
  private final HanVariants variants;

  CharacterTable(HanVariants variants, Table readings, Table characters) {
    this.variants = variants;
    for (List<String> row : readings.rows()) {
      int character = row.get(0).codePointAt(0);
      put(character, ReadingSystem.PINYIN, row.get(1));
      put(character, ReadingSystem.TAIWAN, row.get(1));
      put(character, ReadingSystem.CANTONESE, row.get(2));
      put(character, ReadingSystem.MACAO, row.get(2));
      put(character, ReadingSystem.VIETNAMESE, VietnameseLetters.ascii(row.get(3)));
      for (String reading : Table.several(row.get(3))) {
        marked
            .computeIfAbsent(variants.fold(character), _ -> new HashSet<>())
            .add(VietnameseLetters.toneApart(reading));
      }
    }
    int rank = 0;
    for (List<String> row : characters.rows()) {
      int character = row.get(0).codePointAt(0);
      put(character, ReadingSystem.HOKKIEN, row.get(1));
      put(character, ReadingSystem.TEOCHEW, row.get(2).isEmpty() ? row.get(1) : row.get(2));
      put(character, ReadingSystem.HAKKA, row.get(3));
      givenShares.merge(variants.fold(character), 1.0 / (SHARE_OFFSET + rank++), Double::sum);
    }
    double sum = givenShares.values().stream().mapToDouble(Double::doubleValue).sum();
    givenShares.replaceAll((_, share) -> share / sum);
  }

  private void put(int character, ReadingSystem system, String cell) {
    List<String> several = Table.several(cell);
    if (!several.isEmpty()) {
      sounds.computeIfAbsent(character, _ -> new HashMap<>()).put(system, several);
    }
  }

  /// The sounds of a folded character in one tongue, those of all its forms, with weights that add
  /// up to 1; empty when none is known.
  Distribution sounds(int folded, ReadingSystem system) {
    var weights = new LinkedHashMap<String, Double>();
    for (List<String> list : lists(folded, system)) {
      Distribution.ranked(list).probabilities().forEach((s, p) -> weights.merge(s, p, Double::sum));
    }
    return Distribution.of(weights);
  }

  private List<List<String>> lists(int folded, ReadingSystem system) {
    var lists = new ArrayList<List<String>>();
    for (int form : variants.forms(folded)) {
      List<String> list = sounds.getOrDefault(form, Map.of()).get(system);
      if (list != null) {
        lists.add(list);
      }
    }
    return lists;
  }

  /// Whether a Vietnamese syllable with all its marks is a reading of a folded character.
  boolean vietnamese(int folded, String syllable) {
    return marked.getOrDefault(folded, Set.of()).contains(VietnameseLetters.toneApart(syllable));
  }

  /// The share of each common folded character among the characters of given names; adds up to 1.
  Map<Integer, Double> givenShares() {
    return Collections.unmodifiableMap(givenShares);
  }
}
