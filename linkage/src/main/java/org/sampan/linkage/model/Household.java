package org.sampan.linkage.model;

import java.util.List;

/// What records of two people who live together share: a house, a telephone, a place, part of a
/// name. Learned as a third class beside "one person" and "two people", so that what housemates
/// share does not speak for one person twice.
///
/// @param share the share of such pairs among all pairs of two people, above 0 and at most 0.1
/// @param chances for each field of the model in its order, for each of its levels: the chance
///   between two people of one household, above 0 and at most 1
public record Household(double share, List<List<Double>> chances) {

  public Household {
    chances = chances.stream().map(List::copyOf).toList();
    if (!(share > 0 && share <= 0.1)) {
      throw new IllegalArgumentException("a household's share lies above 0 and at most 0.1");
    }
    for (List<Double> field : chances) {
      for (double chance : field) {
        if (!(chance > 0 && chance <= 1)) {
          throw new IllegalArgumentException("a household's chance lies above 0 and at most 1");
        }
      }
    }
  }
}
