package org.sampan.names.vietnamese;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sampan.names.tables.Table;

/// How common each syllable is in Vietnamese names: what is common weighs little.
final class SyllableShares {
  /// What a family name is among the three parts of a usual name.
  private static final double FAMILY = 0.33;

  private static final double MIDDLE = 0.33;
  private static final double RARE = 2e-4;

  private final Map<String, Double> shares = new HashMap<>();
  private final Map<String, Double> bare = new HashMap<>();
  private final Set<String> families = new HashSet<>();

  SyllableShares() {
    add("family-names.csv", FAMILY);
    add("common.csv", MIDDLE);
    add("given-syllables.csv", 1 - FAMILY - MIDDLE);
  }

  private void add(String file, double weight) {
    List<List<String>> rows = Table.beside(SyllableShares.class, file).rows();
    double sum = rows.stream().mapToDouble(row -> Double.parseDouble(row.get(1))).sum();
    for (List<String> row : rows) {
      VietnameseSyllable syllable = VietnameseSyllable.of(row.getFirst());
      double share = weight * Double.parseDouble(row.get(1)) / sum;
      shares.merge(syllable.letters() + syllable.tone(), share, Double::sum);
      bare.merge(syllable.bare(), share, Double::sum);
      if (file.startsWith("family")) {
        families.add(syllable.bare());
      }
    }
  }

  /// The share of a syllable without marks among all syllables of names.
  double bare(String letters) {
    return Math.max(RARE, bare.getOrDefault(letters, 0.0));
  }

  /// The share of a syllable with its marks; never above that of its bare form.
  double full(VietnameseSyllable syllable) {
    double share = shares.getOrDefault(syllable.letters() + syllable.tone(), 0.0);
    return Math.min(bare(syllable.bare()), Math.max(RARE / 4, share));
  }

  /// Whether it is known as a family name, marks aside.
  boolean family(String bareLetters) {
    return families.contains(bareLetters);
  }
}
