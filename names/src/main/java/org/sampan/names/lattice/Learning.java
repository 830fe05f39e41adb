package org.sampan.names.lattice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.names.script.NormalForm;

/// Learns how often each row of a table is spelled in which way, from pairs of native and Latin
/// forms: expectation-maximisation over all paths of the lattice (Dempster, Laird and Rubin 1977).
///
/// What was written by hand is the prior: it counts as [#strength] sightings of each row. Spellings
/// nobody wrote down are found because any row may, at a price, be spelled by any few letters.
public final class Learning {

  /// One native form and one Latin form of the same name.
  public record Pair(String written, String latin) {}

  private static final double FEWEST = 1.5;
  private static final double LEAST_SHARE = 0.004;

  private final NormalForm form;
  private final double strength;

  /// @param form the normal form of the script
  /// @param strength how many sightings the written knowledge counts as, a row
  public Learning(NormalForm form, double strength) {
    this.form = form;
    this.strength = strength;
  }

  /// The counts after some rounds, as lines of a learned table.
  public List<String> learn(SpellingTable written, List<Pair> pairs, int rounds) {
    Map<SpellingRow.Key, Map<String, Double>> counts = Map.of();
    for (int round = 0; round < rounds; round++) {
      SpellingTable table = written.adjusted(counts, strength);
      Map<SpellingRow.Key, Map<String, Double>> next = new HashMap<>();
      Expectation expectation = new Expectation(next);
      for (Pair pair : pairs) {
        Letters latin = Letters.of(pair.latin());
        String text = form.of(pair.written());
        if (latin.length > 0 && !text.isEmpty() && text.length() <= 60) {
          expectation.add(new Lattice(table, text, 0), latin);
        }
      }
      counts = pruned(next);
    }
    return lines(counts);
  }

  private static Map<SpellingRow.Key, Map<String, Double>> pruned(
      Map<SpellingRow.Key, Map<String, Double>> counts) {
    Map<SpellingRow.Key, Map<String, Double>> kept = new HashMap<>();
    counts.forEach((key, spellings) -> {
      double sum = spellings.values().stream().mapToDouble(Double::doubleValue).sum();
      Map<String, Double> enough = new HashMap<>();
      spellings.forEach((latin, count) -> {
        if (count >= FEWEST && count >= sum * LEAST_SHARE) {
          enough.put(latin, count);
        }
      });
      if (!enough.isEmpty()) {
        kept.put(key, enough);
      }
    });
    return kept;
  }

  private static List<String> lines(Map<SpellingRow.Key, Map<String, Double>> counts) {
    List<String> lines = new ArrayList<>();
    counts.forEach((key, spellings) -> {
      StringBuilder line = new StringBuilder(key.line());
      spellings.entrySet().stream()
          .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
          .forEach(s ->
              line.append(line.charAt(line.length() - 1) == '\t' ? "" : " ")
                  .append(s.getKey().isEmpty() ? "-" : s.getKey())
                  .append(':')
                  .append(Math.round(s.getValue())));
      lines.add(line.toString());
    });
    lines.sort(null);
    return lines;
  }
}
