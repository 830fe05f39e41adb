package org.sampan.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A place with its names folded, and how well a search agrees with them.
record Found(Place place, List<FoldedName> names) {

  /// How a place agreed with a search.
  record Ranked(Place place, int agreement) {

    /// The best first; then the coarser, the one that still exists, the alphabet.
    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparingInt(Ranked::agreement)
            .reversed()
            .thenComparing(ranked -> ranked.place().level())
            .thenComparing(ranked -> ranked.place().validTo() != null)
            .thenComparing(ranked -> ranked.place().latinName())
            .thenComparing(ranked -> ranked.place().id().value());
  }

  Found {
    names = List.copyOf(names);
  }

  static Found of(Place place) {
    List<String> all = new ArrayList<>(place.nativeNames());
    all.add(place.latinName());
    all.addAll(place.otherNames());
    return new Found(
        place,
        all.stream().filter(name -> !name.isBlank()).map(FoldedName::of).distinct().toList());
  }

  Ranked ranked(FoldedName searched) {
    return new Ranked(
        place, names.stream().mapToInt(name -> name.agreement(searched)).max().orElse(0));
  }

  boolean isNear(FoldedName searched) {
    return names.stream().anyMatch(name -> name.isNear(searched));
  }
}
