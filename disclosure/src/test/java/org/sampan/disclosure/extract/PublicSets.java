package org.sampan.disclosure.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/// The public sets to measure with, where this machine has them (`../shared/data/disclosure`).
///
/// Their code lists are read off the file here, which a release would never do.
public final class PublicSets {

  private static final Path FOLDER = Path.of("../../shared/data/disclosure");

  private PublicSets() {}

  /// The victim-perpetrator data: 21,195 rows of 16 columns.
  public static List<List<String>> victimPerpetrator() {
    return lines("ctdc-vp-synthetic-2022/CTDC_VPsynthetic_condensed.csv", ",");
  }

  /// The cleaned k-anonymised data: 14,299 rows of 10 columns.
  public static List<List<String>> kAnonymised() {
    return lines("ctdc-derived/ctdc_kanonymised_2020_cleaned_derived.csv", ",");
  }

  /// Adult: 30,162 rows of 9 columns.
  public static List<List<String>> adult() {
    return lines("adult/arx_adult.csv", ";");
  }

  /// Rows of a set whose columns have trees of two levels.
  public static Rows flat(List<List<String>> lines) {
    List<GeneralisationTree> trees = new ArrayList<>();
    for (int column = 0; column < lines.getFirst().size(); column++) {
      Set<String> values = new LinkedHashSet<>();
      for (List<String> line : lines.subList(1, lines.size())) {
        values.add(line.get(column));
      }
      trees.add(GeneralisationTree.flat(lines.getFirst().get(column), List.copyOf(values)));
    }
    return Rows.of(trees, lines.subList(1, lines.size()));
  }

  /// Adult with the hierarchies ARX ships.
  public static Rows adultWithHierarchies() {
    List<List<String>> lines = adult();
    List<GeneralisationTree> trees = new ArrayList<>();
    for (String column : lines.getFirst()) {
      trees.add(
          GeneralisationTree.of(
              column, lines("adult/arx_adult_hierarchy_" + column + ".csv", ";")));
    }
    return Rows.of(trees, lines.subList(1, lines.size()));
  }

  private static List<List<String>> lines(String file, String separator) {
    Path path = FOLDER.resolve(file);
    Assumptions.assumeTrue(Files.isReadable(path), "needs " + path);
    try {
      return Files.readAllLines(path).stream()
          .map(line -> List.of(line.split(separator, -1)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
