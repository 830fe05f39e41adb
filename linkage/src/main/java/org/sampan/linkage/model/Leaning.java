package org.sampan.linkage.model;

import java.util.List;

/// That agreement in one field comes with agreement in another even between two people, as that of
/// a postcode with that of its town; so the two are not counted twice.
///
/// @param on the other field's name
/// @param u for each level of the other field, the chances of this field's levels between two
///   people
public record Leaning(String on, List<List<Double>> u) {

  public Leaning {
    u = u.stream().map(List::copyOf).toList();
    for (List<Double> row : u) {
      for (double chance : row) {
        if (!(chance > 0 && chance <= 1)) {
          throw new IllegalArgumentException("a chance of a leaning lies above 0 and at most 1");
        }
      }
    }
  }
}
