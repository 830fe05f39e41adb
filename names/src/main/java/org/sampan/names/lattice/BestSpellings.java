package org.sampan.names.lattice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The likeliest Latin spellings of a name: a beam through its lattices.
public final class BestSpellings {

  private BestSpellings() {}

  /// A spelling of all parts with spaces between, and the logarithm of its probability.
  public record Spelled(String latin, double log2Probability) {}

  /// At most `most` spellings of parts in the order given, the likeliest first.
  public static List<Spelled> of(List<Lattice> parts, int most) {
    Map<String, Double> all = Map.of("", 1.0);
    for (Lattice part : parts) {
      Map<String, Double> next = new HashMap<>();
      List<Map.Entry<String, Double>> endings = one(part, most);
      for (Map.Entry<String, Double> before : all.entrySet()) {
        String gap = before.getKey().isEmpty() ? "" : " ";
        for (Map.Entry<String, Double> ending : endings) {
          String joined = before.getKey() + gap + ending.getKey();
          next.merge(joined, before.getValue() * ending.getValue(), Double::sum);
        }
      }
      all = new HashMap<>();
      for (Map.Entry<String, Double> kept : best(next, most)) {
        all.put(kept.getKey(), kept.getValue());
      }
    }
    return best(all, most).stream()
        .filter(entry -> !entry.getKey().isBlank())
        .map(entry -> new Spelled(entry.getKey(), Math.log(entry.getValue()) / Math.log(2)))
        .toList();
  }

  private static List<Map.Entry<String, Double>> one(Lattice lattice, int most) {
    List<Map<String, Double>> beams = new ArrayList<>();
    for (int node = 0; node < lattice.nodes; node++) {
      beams.add(new HashMap<>());
    }
    beams.getFirst().put("", 1.0);
    for (int node = 0; node < lattice.last(); node++) {
      for (Map.Entry<String, Double> reached : best(beams.get(node), most)) {
        for (int step = lattice.firstStep(node); step < lattice.firstStep(node + 1); step++) {
          double probability = reached.getValue() * lattice.weight[step];
          String latin = reached.getKey() + lattice.latin(step);
          beams.get(lattice.to[step]).merge(latin, probability, Double::sum);
        }
      }
      beams.set(node, Map.of());
    }
    return best(beams.getLast(), most);
  }

  /// The most probable entries; equal ones in alphabetical order, so that the result is always the
  /// same.
  private static List<Map.Entry<String, Double>> best(Map<String, Double> all, int most) {
    return all.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .toList();
  }
}
