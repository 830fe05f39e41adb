package org.sampan.names.han;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Spellings with probabilities that add up to 1, most usual first; empty when nothing is known.
record Distribution(Map<String, Double> probabilities) {
  static final Distribution NONE = new Distribution(Map.of());

  /// What each further spelling of a list weighs beside the one before it.
  private static final double NEXT = 0.45;

  /// Brings weights to the sum 1.
  static Distribution of(Map<String, Double> weights) {
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(sum > 0)) {
      return NONE;
    }
    var shares = new LinkedHashMap<String, Double>();
    weights.forEach((spelling, weight) -> {
      if (weight > 0) {
        shares.put(spelling, weight / sum);
      }
    });
    return new Distribution(shares);
  }

  /// Spellings listed most usual first.
  static Distribution ranked(List<String> spellings) {
    var weights = new LinkedHashMap<String, Double>();
    double weight = 1;
    for (String spelling : spellings) {
      weights.merge(spelling, weight, Double::sum);
      weight *= NEXT;
    }
    return of(weights);
  }

  /// This with weight `share`, the other with the rest; one that is empty leaves all to the other.
  Distribution mixed(double share, Distribution other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    var weights = new LinkedHashMap<String, Double>();
    probabilities.forEach((spelling, p) -> weights.merge(spelling, share * p, Double::sum));
    other.probabilities.forEach(
        (spelling, p) -> weights.merge(spelling, (1 - share) * p, Double::sum));
    return of(weights);
  }

  /// The spellings alone, likeliest first.
  List<String> ranked() {
    return probabilities.entrySet().stream()
        .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean isEmpty() {
    return probabilities.isEmpty();
  }
}
