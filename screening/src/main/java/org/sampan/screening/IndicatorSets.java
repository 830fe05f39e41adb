package org.sampan.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A catalogue of indicator sets: those shipped here, and any further ones loaded from files.
///
/// @param all in the order they are offered; no two of one name and version
public record IndicatorSets(List<IndicatorSet> all) {

  private static final List<String> SHIPPED =
      List.of(
          "ilo-2009-adult-labour-1.json",
          "ilo-2009-child-labour-1.json",
          "ilo-2009-adult-sexual-1.json",
          "ilo-2009-child-sexual-1.json");

  /// @throws IllegalArgumentException when two sets have the same name and version
  public IndicatorSets {
    all = List.copyOf(all);
    if (all.stream().map(IndicatorSet::id).distinct().count() != all.size()) {
      throw new IllegalArgumentException("two indicator sets of one name and version");
    }
  }

  /// The four ILO/EC sets of 2009. None is checked against the original yet.
  public static IndicatorSets shipped() {
    List<IndicatorSet> sets = new ArrayList<>();
    for (String file : SHIPPED) {
      sets.add(shipped(file));
    }
    return new IndicatorSets(sets);
  }

  /// Reads a further set from a file in the format of the shipped ones (JSON in UTF-8, at most 1
  /// MiB and 500 indicators). The stream is read, not closed.
  ///
  /// @return the set, or everything that is wrong with the file
  /// @throws IOException when the stream fails
  public static Loaded load(InputStream file) throws IOException {
    return IndicatorSetFile.read(file);
  }

  /// This catalogue with one more set.
  ///
  /// @throws IllegalArgumentException when it has a set of that name and version already
  public IndicatorSets with(IndicatorSet set) {
    List<IndicatorSet> more = new ArrayList<>(all);
    more.add(set);
    return new IndicatorSets(more);
  }

  /// The set of exactly this name and version.
  public Optional<IndicatorSet> find(IndicatorSet.Id id) {
    return all.stream().filter(set -> set.id().equals(id)).findFirst();
  }

  /// The highest version of a set, for a new interview.
  public Optional<IndicatorSet> newest(String name) {
    return all.stream()
        .filter(set -> set.id().name().equals(name))
        .max(Comparator.comparingInt(set -> set.id().version()));
  }

  private static IndicatorSet shipped(String file) {
    try (InputStream stream = IndicatorSets.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("not in the jar: " + file);
      }
      return switch (load(stream)) {
        case Accepted(IndicatorSet set) -> set;
        case Refused(List<String> problems) ->
            throw new IllegalStateException(file + ": " + problems);
      };
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What came of loading a file.
  public sealed interface Loaded {}

  /// The file holds a sound set.
  public record Accepted(IndicatorSet set) implements Loaded {}

  /// The file is refused.
  ///
  /// @param problems in English, each with its place in the file; at least one, at most 50
  public record Refused(List<String> problems) implements Loaded {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
