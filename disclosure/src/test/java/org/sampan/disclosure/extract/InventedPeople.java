package org.sampan.disclosure.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Invented people to make extracts of: four columns, one with a hierarchy.
final class InventedPeople {

  static final List<GeneralisationTree> TREES =
      List.of(
          GeneralisationTree.of(
              "country",
              List.of(
                  List.of("Cambodia", "Mekong"),
                  List.of("Laos", "Mekong"),
                  List.of("Thailand", "Mekong"),
                  List.of("Fiji", "Pacific"),
                  List.of("Samoa", "Pacific"))),
          GeneralisationTree.flat("sex", List.of("female", "male", "")),
          GeneralisationTree.flat("year", List.of("2019", "2020", "2021")),
          GeneralisationTree.flat("exploitation", List.of("labour", "sexual", "other")));

  private InventedPeople() {}

  /// So many people, most of them alike.
  static Rows people(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> lines = new ArrayList<>();
    for (int person = 0; person < count; person++) {
      List<String> line = new ArrayList<>();
      for (GeneralisationTree tree : TREES) {
        int skewed = Math.min(random.nextInt(tree.leaves()), random.nextInt(tree.leaves()));
        line.add(tree.label(skewed));
      }
      lines.add(line);
    }
    return Rows.of(TREES, lines);
  }

  /// The extract of rows that can have one.
  static Extract extract(Rows rows, Promise promise) {
    return switch (Extraction.of(rows, promise)) {
      case Extraction.Outcome.Made made -> made.extract();
      case Extraction.Outcome.Refused refused -> throw new AssertionError(refused.why());
    };
  }
}
